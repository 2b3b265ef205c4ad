import type { Operation, StatusContract } from '../contract/operation.ts';
import type { Header } from '../exchange.ts';
import { isObject, memberOf, preview } from './answer-body.ts';
import { type CheckDefinition, type Departure, NONE } from './check.ts';
import { inProse } from './grounds.ts';
import { memberClause } from './schema-source.ts';

const NO_VALUES: readonly string[] = [];

/** The values of `PayPal-Debug-Id`, which may stand more than once, or several in one line. */
function headerValues(headers: readonly Header[]): readonly string[] {
  let values = NO_VALUES;
  for (const [name, value] of headers)
    if (name.toLowerCase() === 'paypal-debug-id') values = [...values, ...value.split(/\s*,\s*/)];
  return values;
}

const clauseOf = ({ spec }: Operation, contract: StatusContract) =>
  memberClause(spec, contract, '/debug_id') ?? contract.clause;

const missing = (operation: Operation, contract: StatusContract, actual: unknown): Departure => ({
  ...inProse(clauseOf(operation, contract)),
  kind: 'missing-debug-id',
  pointer: '/debug_id',
  expected: 'the id that correlates this answer',
  actual: preview(actual),
  explanation: `An error carries a debug_id for correlation; this one has ${actual === undefined ? 'none' : 'an empty one'}.`,
});

const mismatch = (
  operation: Operation,
  contract: StatusContract,
  body: string,
  values: readonly string[],
): Departure => ({
  ...inProse(clauseOf(operation, contract)),
  kind: 'debug-id-mismatch',
  pointer: '/debug_id',
  expected: values.map((value) => preview(value)).join(' or '),
  actual: preview(body),
  explanation: 'The debug_id of the body is not that of the PayPal-Debug-Id header: one of them leads support astray.',
});

/** An error can be correlated: `debug_id` is there, and the header's. Its letter case varies (observed); its type is the schema's. */
export const debugId: CheckDefinition = {
  id: 'debug-id',
  summary: 'An error has a debug_id, equal to the PayPal-Debug-Id header where there is one.',
  judge: ({ contract, headers, body }, { operation }) => {
    if (!contract?.members || !Object.hasOwn(contract.members, 'debug_id') || !isObject(body)) return NONE;
    const id = memberOf(body, 'debug_id');
    if (id === undefined || id === '') return [missing(operation, contract, id)];
    const values = headerValues(headers);
    if (typeof id !== 'string' || values.length === 0) return NONE;
    const isEqual = values.some((value) => value.toLowerCase() === id.toLowerCase());
    return isEqual ? NONE : [mismatch(operation, contract, id, values)];
  },
};
