import { expect, test } from 'vitest';
import { type Spec, specFromText } from '../contract/spec.ts';
import { sampleAt, sampleOf } from './sample.ts';

const SELF = '/components/schemas/self';

const specOf = (schemas: object): Spec =>
  specFromText('things.json', JSON.stringify({ openapi: '3.0.3', paths: {}, components: { schemas } }));

/** The nth sample of a schema, which may refer to itself and to others by name. */
const sampleIn = (self: object, n = 1, others: object = {}): unknown => sampleAt(specOf({ self, ...others }), SELF, n);

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

test.each<[keyword: string, schema: object, sample: unknown]>([
  ['minLength', { minLength: 7 }, 'text 1x'],
  ['maxLength', { maxLength: 2 }, 'te'],
  ['pattern', { pattern: '^b+$' }, 'b'],
  ['format', { format: 'date' }, '2024-01-02'],
  ['minimum', { minimum: 2 }, 2],
  ['maximum', { maximum: -2 }, -2],
  ['multipleOf', { multipleOf: 3 }, 0],
  ['items', { items: {} }, []],
  ['minItems', { minItems: 1 }, [{}]],
  ['maxItems', { maxItems: 1 }, []],
  ['minProperties', { minProperties: 1 }, { member1: 'x' }],
  ['description', { description: 'Anything.' }, {}],
])('%s tells the type of a place that has none', (_keyword, schema, sample) => {
  expect(sampleIn(schema)).toEqual(sample);
});

test.each<[what: string, schema: object, sample: unknown]>([
  [
    'members that several parts require',
    { allOf: [{ required: ['a'] }, { required: ['b', 'a'] }] },
    { a: 'x', b: 'x' },
  ],
  [
    'the tighter limit, first',
    {
      allOf: [
        { type: 'string', minLength: 8 },
        { type: 'string', minLength: 3 },
      ],
    },
    'text 1xx',
  ],
  [
    'the tighter limit, last',
    {
      allOf: [
        { type: 'string', minLength: 3 },
        { type: 'string', minLength: 8 },
      ],
    },
    'text 1xx',
  ],
  ['the first of any', { anyOf: [{ type: 'integer' }, { type: 'string' }] }, 0],
  [
    'a member that several parts describe',
    { required: ['a'], properties: { a: { type: 'integer' } }, allOf: [{ properties: { a: { minimum: 4 } } }] },
    { a: 4 },
  ],
  [
    'as many members as a closed object must have',
    { additionalProperties: false, minProperties: 1, properties: { a: {} } },
    { a: {} },
  ],
])('a sample has %s', (_what, schema, sample) => {
  expect(sampleIn(schema)).toEqual(sample);
});

test('what holds itself is followed to an end', () => {
  expect(JSON.stringify(sampleIn({ type: 'array', minItems: 1, items: ref('self') }))).toBe('[[[[[[[[[null]]]]]]]]]');
  expect(sampleIn({ allOf: [ref('self'), ref('other')] }, 1, { other: { minimum: 3, oneOf: [ref('self')] } })).toBe(3);
});

test('an object of a wanted number of members has as many, whatever else is forbidden', () => {
  const spec = specOf({ self: { additionalProperties: false, properties: { a: {} } } });
  expect(sampleOf(spec, [SELF], { members: 2 })).toEqual({ a: {}, member2: 'x' });
  expect(Object.keys(sampleOf(spec, [SELF], { members: 10_001 }) as object)).toHaveLength(10_001);
});

test.each<[what: string, schema: object, samples: readonly unknown[]]>([
  ['by its number', { type: 'string' }, ['text 1', 'text 2', 'text 3']],
  ['in base 64', { type: 'string', format: 'byte' }, ['MQ==', 'Mg==', 'Mw==']],
  ['numbered within a limit', { pattern: '^[a-z]+[0-9]*$', maxLength: 2 }, ['a', 'a2', 'a3']],
  ['in characters, not in UTF-16 units', { pattern: '^🧾[0-9]*$', maxLength: 2 }, ['🧾', '🧾2', '🧾3']],
  ['of the lengths that are allowed', { pattern: '^[A-Z]+$', maxLength: 2 }, ['A', 'AA', 'A']],
  ['of one length', { pattern: '^[a-z]+[0-9]*$', maxLength: 1 }, ['a', 'a', 'a']],
  ['no shorter than allowed', { pattern: '^(a|bb|cc)$', minLength: 2 }, ['bb', 'cc', 'bb']],
  ['longer, where none has the least length', { pattern: '^(a|bbb)$', minLength: 2 }, ['bbb', 'bbb', 'bbb']],
  ['empty, where nothing else is allowed', { pattern: '^a*$', maxLength: 0 }, ['', '', '']],
  ['none, where the pattern cannot be followed', { pattern: '(?=e)' }, ['', '', '']],
])('each of several texts is another: %s', (_what, schema, samples) => {
  expect([1, 2, 3].map((n) => sampleIn(schema, n))).toEqual(samples);
});

test('the 200 shortest words of a pattern are told apart, and no more', () => {
  const lengthOf = (n: number) => String(sampleIn({ pattern: '^[A-Z]{1,300}$' }, n)).length;
  expect([199, 200, 201, 202].map(lengthOf)).toEqual([199, 200, 1, 1]);
});
