import { expect, test } from 'vitest';
import { minItems } from './array-size.ts';
import { addressOfLength } from './email-address.ts';
import { enumeration } from './enumeration.ts';
import type { KeywordRule, Samples, SchemaObject } from './keyword-rule.ts';
import { maximum, minimum } from './number.ts';
import { additionalProperties, required } from './object.ts';
import { pattern } from './pattern.ts';
import { maxLength, minLength } from './string-length.ts';

/** Samples of a place that takes any object, or any array of numbers. */
const samples: Samples = { own: () => ({ a: 1 }), item: (n) => n, ofMembers: () => ({}) };

const labelsOf = (rule: KeywordRule, schema: SchemaObject): readonly string[] =>
  rule.candidates(schema, samples).map(({ label }) => label);
const valuesOf = (rule: KeywordRule, schema: SchemaObject): readonly unknown[] =>
  rule.candidates(schema, samples).map(({ value }) => value);

/** Matches every string of 300 characters or more: the nth shortest that it refuses has n - 1. */
const LONG = '[\\s\\S]{300}';

test.each<[what: string, rule: KeywordRule, schema: SchemaObject, labels: readonly string[]]>([
  ['100,000 items can be sent', minItems, { minItems: 100_000 }, ['items-99999', 'items-100000']],
  ['more cannot', minItems, { minItems: 100_002 }, []],
  [
    'a million characters can be sent',
    minLength,
    { minLength: 1_048_575 },
    [-1, 0, 1].map((n) => `length-${1_048_575 + n}`),
  ],
  ['more cannot', minLength, { minLength: 1_048_576 }, []],
  ['of a text with a pattern', maxLength, { maxLength: 1, pattern: '^[a-z]*$' }, ['length-0', 'length-1', 'length-2']],
  ['the 200 shortest words are looked at', pattern, { pattern: LONG, minLength: 199 }, ['shortest', 'off-pattern']],
  ['and no more', pattern, { pattern: LONG, minLength: 200 }, ['shortest']],
  [
    'a listed word is its own label',
    enumeration,
    { enum: ['AB_c-1', 'A B'] },
    ['is-AB_c-1', 'is-value-2', 'not-listed'],
  ],
  ['multiples of 0 are no unit', minimum, { minimum: 3, multipleOf: 0 }, ['number-2.5', 'number-3', 'number-3.5']],
  ['integers are', maximum, { maximum: 3, type: 'integer', multipleOf: 0 }, ['number-2', 'number-3', 'number-4']],
  ['every member is allowed', additionalProperties, { additionalProperties: true }, []],
])('%s: %#', (_what, rule, schema, labels) => {
  expect(labelsOf(rule, schema)).toEqual(labels);
});

test('only the lengths of an address are those of an address', () => {
  const x = (length: number): string => 'x'.repeat(length);
  expect(valuesOf(minLength, { minLength: 20 })).toEqual([x(19), x(20), x(21)]);
  expect(valuesOf(minLength, { minLength: 20, format: 'hostname' })).toEqual([x(19), x(20), x(21)]);
  expect(valuesOf(minLength, { minLength: 13, format: 'x_email' })).toEqual([x(12), 'a@example.com', 'aa@example.com']);
});

test('an address is as long as its parts may be', () => {
  for (const length of [13, 76, 77, 140, 141, 254]) {
    const [local = '', domain = ''] = addressOfLength(length)?.split('@') ?? [];
    expect([length, `${local}@${domain}`.length]).toEqual([length, length]);
    for (const part of [local, ...domain.split('.')]) expect(part).toMatch(/^.{1,64}$/);
  }
  expect(addressOfLength(12)).toBeUndefined();
});

test('what conforms is called a typical value', () => {
  for (const [rule, schema] of [
    [required, { required: ['a'] }],
    [additionalProperties, { additionalProperties: false }],
  ] as const)
    expect(rule.candidates(schema, samples)[0]).toEqual({
      label: 'typical',
      title: 'a typical value',
      value: { a: 1 },
    });
});
