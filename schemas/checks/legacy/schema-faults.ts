import type { ErrorObject } from 'ajv';
import { type Clause, type JsonPointer, pointerTo, tokensOf, valueAt } from '../../contract/clause.ts';
import type { AnswerMessage } from '../../contract/legacy-contract.ts';
import type { Spec } from '../../contract/spec.ts';
import { placeOf } from '../../finding.ts';
import type { Message } from '../../wire/message.ts';
import { wantOf } from '../explain-keyword.ts';
import { firstOfEach } from '../first-of-each.ts';
import { isOfAlternative, sourceOf } from '../schema-source.ts';

/** One place of an answer in which it departs from its schema: the first of its like in a list stands for all. */
export interface SchemaFault {
  readonly pointer: JsonPointer;
  /** The same without indices, each written `*`. */
  readonly place: string;
  /** Undefined where the member is missing. */
  readonly actual: unknown;
  /** What the schema wants there, in words. */
  readonly wants: string;
  readonly clause: Clause;
}

const pointerIn = ({ instancePath, params }: ErrorObject): JsonPointer =>
  typeof params.missingProperty === 'string' ? pointerTo(instancePath, params.missingProperty) : instancePath;

/** The clause of a keyword; of a member that is missing, its own. Undefined for what only one of several codes wants. */
function clauseOf(spec: Spec, schema: JsonPointer, error: ErrorObject): Clause | undefined {
  if (error.keyword === 'anyOf' || isOfAlternative(spec, schema, error)) return undefined;
  const clause = sourceOf(spec, schema, error);
  if (!clause || error.keyword !== 'required') return clause;
  const owner = tokensOf(clause.pointer).slice(0, -1);
  return spec.clauseAt(pointerTo('', ...owner, 'properties', String(error.params.missingProperty)));
}

/** Errors in the same place of a list, against the same keyword, are alike. */
const likeness = (error: ErrorObject): string => `${placeOf(pointerIn(error))} ${error.schemaPath}`;

/** What an answer departs in from the message that it is held to; codes and their texts have checks of their own. */
export function schemaFaults(message: Message, { pointer, validate }: AnswerMessage, spec: Spec): SchemaFault[] {
  if (validate(message)) return [];
  const faults = new Map<string, SchemaFault>();
  for (const error of firstOfEach(validate.errors ?? [], likeness)) {
    const at = pointerIn(error);
    const place = placeOf(at);
    const clause = faults.has(place) ? undefined : clauseOf(spec, pointer, error);
    if (clause === undefined) continue;
    faults.set(place, { pointer: at, place, actual: valueAt(message, at), wants: wantOf(error), clause });
  }
  return [...faults.values()];
}
