import { describe, expect, test } from 'vitest';
import { drift, inShort, type Json, ofRequest } from '../../tests/drifting.ts';

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const text = { type: 'string' };
const member = (name: string, schema: Json): Json => ({ properties: { [name]: schema } });

describe('no difference', () => {
  test.each<[string, Json, Json]>([
    ['members of a value in another order', { enum: [{ a: 1, b: 2 }, 'x'] }, { enum: ['x', { b: 2, a: 1 }] }],
    [
      'members of a value that two schemas allow, in another order',
      { enum: [{ a: 1, b: 2 }], allOf: [{ enum: [{ b: 2, a: 1 }] }] },
      { enum: [{ a: 1, b: 2 }] },
    ],
    [
      'members of a default that is said twice, in another order',
      { default: { a: 1, b: 2 }, allOf: [{ default: { b: 2, a: 1 } }] },
      { default: { b: 2, a: 1 } },
    ],
    [
      'values in another order, in branches without a name',
      { oneOf: [{ enum: ['a', 'b'] }, { enum: ['c', 'd', 'e'] }, text] },
      { oneOf: [{ enum: ['e', 'c', 'd'] }, text, { enum: ['b', 'a'] }] },
    ],
    [
      'branches with and without an empty schema, in another order',
      { anyOf: [{ items: { minLength: 1 } }, { minLength: 1, items: {} }, { minLength: 2, not: {} }] },
      { anyOf: [{ minLength: 2, not: {} }, { minLength: 1, additionalProperties: {} }, { items: { minLength: 1 } }] },
    ],
    [
      'branches of one shape, with and without an empty schema, in another order',
      {
        anyOf: [
          { ...member('a', { minLength: 1 }), items: {} },
          { ...member('a', { minLength: 2 }), items: {} },
        ],
      },
      { anyOf: [member('a', { minLength: 2 }), member('a', { minLength: 1 })] },
    ],
    [
      'groups of alternatives in another order',
      { allOf: [{ anyOf: [text, { minLength: 1 }] }, { anyOf: [text, { minLength: 2 }] }] },
      { allOf: [{ anyOf: [{ minLength: 2 }, text] }, { anyOf: [{ minLength: 1 }, text] }] },
    ],
    ['members, items and a not that hold nothing', { properties: null, items: null, not: null }, {}],
    [
      'null in one of two schemas that both have to hold',
      { type: 'string', nullable: true, allOf: [{ type: 'string' }] },
      { type: 'string' },
    ],
    ['null beside no type', { nullable: true, allOf: [text] }, text],
    [
      'null that both schemas accept',
      { ...text, nullable: true, allOf: [{ ...text, nullable: true }] },
      { ...text, nullable: true },
    ],
    [
      'null beside what speaks of no type',
      { ...text, nullable: true, allOf: [{ maxLength: 1 }] },
      { ...text, nullable: true, maxLength: 1 },
    ],
  ])('%s', (_, before, after) => {
    expect(ofRequest(before, after)).toBe('');
    expect(ofRequest(after, before)).toBe('');
  });
});

describe('a schema that holds itself is the same', () => {
  /** The differences of a component that holds itself, written in two ways. */
  const unrolled = (before: Json, after: Json): string =>
    inShort(
      drift({ request: ref('node'), schemas: { node: before } }, { request: ref('node'), schemas: { node: after } }),
    );

  const kinds: readonly [string, (inner: Json) => Json][] = [
    ['a member', (inner) => ({ required: ['in'], properties: { in: inner, name: text } })],
    ['items', (inner) => ({ type: 'array', items: inner })],
    ['members without a name', (inner) => ({ additionalProperties: inner })],
    ['a branch', (inner) => ({ anyOf: [text, member('in', inner)] })],
    [
      'branches without a name',
      (inner) => ({ oneOf: [text, { type: 'array', items: inner }, { type: 'object', additionalProperties: inner }] }),
    ],
    ['a not', (inner) => ({ not: member('in', { not: inner }) })],
  ];

  test.each(kinds)('unrolled once or twice: %s', (_, around) => {
    const node = around(ref('node'));
    for (const other of [around(node), around(around(node)), { allOf: [node] }, around({ allOf: [ref('node')] })]) {
      expect(unrolled(node, other)).toBe('');
      expect(unrolled(other, node)).toBe('');
    }
  });

  test('also in branches of one shape, in another order', () => {
    const branches = [member('in', ref('node')), member('in', {}), member('in', text)];
    expect(unrolled({ anyOf: branches }, { anyOf: branches.toReversed() })).toBe('');
  });

  test('also where it begins one level later, with branches of one shape in another order', () => {
    const branches = [member('in', ref('node')), member('in', { items: ref('node') })];
    const before = { request: { items: ref('node') }, schemas: { node: { anyOf: branches } } };
    const after = { request: { items: { anyOf: branches } }, schemas: { node: { anyOf: branches.toReversed() } } };
    expect(drift(before, after)).toBe('');
  });

  test('also where it takes itself in, or another twice', () => {
    const node = { allOf: [ref('node'), ref('other'), ref('other')], minLength: 1 };
    const schemas = { node, other: { maxLength: 2 } };
    const plain = { minLength: 1, maxLength: 2 };
    expect(drift({ request: ref('node'), schemas }, { request: plain, schemas })).toBe('');
  });

  test('unless it differs there', () => {
    const around = (inner: Json, maxLength = 5): Json => ({ properties: { in: inner, name: { maxLength } } });
    expect(unrolled(around(ref('node')), around(around(ref('node'), 4)))).toMatchInlineSnapshot(
      `"breaking narrowed maxLength at request/in/name: 5 → 4"`,
    );
    expect(unrolled(around(ref('node')), around(text))).toMatchInlineSnapshot(`
      "breaking narrowed type at request/in: null → "string"
      breaking member-removed in at request/in/in: "in" → null
      breaking member-removed name at request/in/name: "name" → null"
    `);
    expect(unrolled({ properties: { in: ref('node') } }, { properties: {} })).toMatchInlineSnapshot(
      `"breaking member-removed in at request/in: "in" → null"`,
    );
  });
});

describe('what forbids is not held against what allows', () => {
  const branches = [
    { title: 'A', maxLength: 1 },
    { title: 'B', minLength: 2 },
  ];
  test.each(['anyOf', 'oneOf'])('a not and %s', (keyword) => {
    expect(ofRequest({ not: { minLength: 9 } }, { [keyword]: branches })).toBe(
      `breaking narrowed ${keyword} at request: null → "A, B"\nwidening widened not at request: "not" → null`,
    );
    expect(ofRequest({ [keyword]: branches }, { not: { minLength: 9 } })).toBe(
      `breaking narrowed not at request: null → "not"\nwidening widened ${keyword} at request: "A, B" → null`,
    );
  });

  test('groups of one kind are held against each other', () => {
    const [a, b, c] = [{ minLength: 1 }, { minLength: 2 }, { minLength: 3 }];
    expect(ofRequest({ oneOf: [a, b], anyOf: [a, c] }, { oneOf: [a, c], anyOf: [b, c] })).toMatchInlineSnapshot(`
      "breaking narrowed minLength at request/oneOf: 2 → 3
      breaking narrowed minLength at request/anyOf: 1 → 2"
    `);
  });
});
