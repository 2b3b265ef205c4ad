import { type JsonPointer, valueAt } from './clause.ts';
import { nameOfSchema } from './keyword-obligations.ts';
import type { Obligation } from './obligation.ts';
import type { Operation } from './operation.ts';
import { promisedStatuses } from './promised-statuses.ts';
import { resolve } from './reference.ts';
import { walkSchema } from './schema-walk.ts';
import { shownNothing } from './shown-nothing.ts';
import type { Spec } from './spec.ts';

/** Words by which a description obliges. */
const NORMATIVE = /\bmust\b|\bshall\b|\brequired for\b|\bif you omit\b|<strong>note:|\bwith no\b/i;

const plain = (text: string): string =>
  text
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** Where the contract has prose, what it is called, and why no exchange can show whether it is kept. */
interface ProseSource {
  readonly id: string;
  readonly pointer: JsonPointer;
  readonly always?: boolean;
  readonly unobservable?: string | undefined;
}

function* requestProse(operation: Operation): Generator<ProseSource> {
  if (!operation.requestBody) return;
  const unobservable = shownNothing(operation, 'what became of it');
  for (const { pointer, trail } of walkSchema(operation.spec, operation.requestBody.schemaPointer))
    yield { id: ['prose', 'request', ...trail].join('/'), pointer: `${pointer}/description`, unobservable };
}

function* responseProse(operation: Operation): Generator<ProseSource> {
  const { spec } = operation;
  for (const { status, listed, clause, schemaPointer } of promisedStatuses(operation)) {
    if (listed) yield { id: `prose/status/${status}`, pointer: `${resolve(spec, clause.pointer)}/description` };
    if (schemaPointer === null) continue;
    for (const { pointer } of walkSchema(spec, schemaPointer))
      yield { id: `prose/response/${nameOfSchema(spec, pointer, String(status))}`, pointer: `${pointer}/description` };
  }
}

function obligationOf(spec: Spec, { id, pointer, always, unobservable }: ProseSource): Obligation[] {
  const text = valueAt(spec.document, pointer);
  if (typeof text !== 'string' || !(always || NORMATIVE.test(text))) return [];
  const base = { id, group: 'prose', subject: plain(text), clause: spec.clauseAt(pointer), level: 'SHOULD' } as const;
  return [
    unobservable === undefined
      ? { ...base, standing: 'open' }
      : { ...base, standing: 'unobservable', reason: unobservable },
  ];
}

/** What descriptions oblige to: the operation's own effect, and every description with a normative word. */
export function proseObligations(operation: Operation): Obligation[] {
  const sources: readonly ProseSource[] = [
    { id: 'prose/effect', pointer: `${operation.clause.pointer}/description`, always: true },
    ...requestProse(operation),
    ...responseProse(operation),
  ];
  const byPointer = new Map(sources.toReversed().map((source) => [source.pointer, source]));
  return [...byPointer.values()].reverse().flatMap((source) => obligationOf(operation.spec, source));
}
