import type { ErrorObject } from 'ajv';
import { type Clause, type JsonPointer, pointerTo, valueAt } from '../contract/clause.ts';
import type { Operation, StatusContract } from '../contract/operation.ts';
import { placeOf } from '../finding.ts';
import { preview } from './answer-body.ts';
import { type Departure, MOST_FINDINGS } from './check.ts';
import { wantOf } from './explain-keyword.ts';
import { stated } from './grounds.ts';
import { isJudgedElsewhere } from './judged-elsewhere.ts';
import { isOfAlternative, sourceOf } from './schema-source.ts';

/** What is wrong in one place of a body: all that the schema wants there. */
interface Fault {
  readonly pointer: JsonPointer;
  readonly clause: Clause;
  readonly wants: Set<string>;
}

/** Where the fault is: for a member that is missing or too many, the member's own place. */
function pointerOf({ instancePath, params }: ErrorObject): JsonPointer {
  const member = params.missingProperty ?? params.additionalProperty;
  return typeof member === 'string' ? pointerTo(instancePath, member) : instancePath;
}

function faultsOf(
  body: unknown,
  errors: readonly ErrorObject[],
  schema: JsonPointer,
  contract: StatusContract,
  { spec }: Operation,
): readonly Fault[] {
  const faults = new Map<string, Fault>();
  const outright = errors.filter((error) => !isOfAlternative(spec, schema, error));
  const told = new Set(outright.map(({ instancePath }) => instancePath));
  for (const error of outright) {
    if (isJudgedElsewhere(error, body, contract, told)) continue;
    const pointer = pointerOf(error);
    const known = faults.get(placeOf(pointer));
    if (known && known.pointer !== pointer) continue;
    if (known) known.wants.add(wantOf(error));
    else if (faults.size < MOST_FINDINGS)
      faults.set(placeOf(pointer), {
        pointer,
        clause: sourceOf(spec, schema, error) ?? contract.clause,
        wants: new Set([wantOf(error)]),
      });
  }
  return [...faults.values()];
}

/** A validator's errors as findings, one for each place; what another check reports, and the branches of alternatives, left out. */
export const schemaViolations = (
  body: unknown,
  errors: readonly ErrorObject[],
  schema: JsonPointer,
  contract: StatusContract,
  operation: Operation,
): readonly Departure[] =>
  faultsOf(body, errors, schema, contract, operation).map(({ pointer, clause, wants }) => {
    const expected = [...wants].join(' and ');
    const actual = preview(valueAt(body, pointer));
    const place = pointer === '' ? 'The body' : pointer;
    return {
      ...stated(clause),
      kind: 'schema-violation',
      pointer,
      expected,
      actual,
      explanation: `${place} is ${actual}; the contract wants ${expected}.`,
    };
  });
