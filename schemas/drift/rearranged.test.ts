import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cancel } from '../../tests/judging.ts';
import { libraryOperation } from '../../tests/library.ts';
import { type Json, REARRANGEMENTS, type Rearrangement } from '../../tests/rearrangements.ts';
import { EXAMPLE_OPERATION, exampleSpec } from '../audit/example.ts';
import { loadOperation, type Operation } from '../contract/operation.ts';
import { specFromText } from '../contract/spec.ts';
import { driftBetween } from './drift.ts';

type JsonObject = { [member: string]: Json };

const values = (...words: readonly string[]): object => ({ type: 'string', enum: words });

/** Branches without a name, in groups that differ in nothing but their branches. */
const nameless = loadOperation(
  exampleSpec({
    request: {
      allOf: [{ anyOf: [values('a', 'b'), values('c', 'd', 'e')] }, { anyOf: [values('a', 'c'), values('b', 'd')] }],
    },
    response: {
      oneOf: [values('a', 'b', 'c'), values('d', 'e'), values('f', 'g', 'h'), { minLength: 0, maxLength: 9 }],
    },
  }),
  EXAMPLE_OPERATION,
);

const documents: readonly (readonly [string, Operation])[] = [
  ['PayPal’s document', cancel],
  ['the library', libraryOperation],
  ['nameless branches', nameless],
];

/** The same numbers for the same seed. */
function picking(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return below <= 1 ? 0 : state % below;
  };
}

/** What a document has nothing for; and a recursive schema cannot be inlined to its end. */
const NOT_FOR: Readonly<Record<string, RegExp>> = {
  [libraryOperation.id]: /inlined|forbid nothing/,
  [EXAMPLE_OPERATION]: /inlined|renamed|split|wrapped/,
};
const applies = ({ name }: Rearrangement, { id }: Operation): boolean => !NOT_FOR[id]?.test(name);

function rearranged({ spec }: Operation, by: readonly Rearrangement[], seed: number) {
  const pick = picking(seed);
  const document = by.reduce((before, { apply }) => apply(before, pick), structuredClone(spec.document) as JsonObject);
  return specFromText('rearranged.json', JSON.stringify(document));
}

test.each(
  documents.flatMap(([title, operation]) =>
    REARRANGEMENTS.filter((one) => applies(one, operation)).map((one) => [title, one.name, operation, one] as const),
  ),
)('%s: %s: no difference', (_title, _name, operation, one) => {
  const other = rearranged(operation, [one], 7);
  expect(JSON.stringify(other.document)).not.toBe(JSON.stringify(operation.spec.document));
  expect(driftBetween(operation.spec, other)).toEqual([]);
});

test.each(documents)('%s: any rearrangements in any order are no difference', (_title, operation) => {
  const some = fc.array(fc.constantFrom(...REARRANGEMENTS.filter((one) => applies(one, operation))), {
    minLength: 1,
    maxLength: 3,
  });
  fc.assert(
    fc.property(some, fc.nat(), (by, seed) => {
      expect(driftBetween(operation.spec, rearranged(operation, by, seed))).toEqual([]);
    }),
    { numRuns: 15, seed: 20_261_122 },
  );
});
