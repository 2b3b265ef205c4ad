import { describe, expect, test } from 'vitest';
import type { Obligation } from '../contract/obligation.ts';
import { deriveObligations } from '../contract/obligations.ts';
import { loadOperation, type Operation } from '../contract/operation.ts';
import { specFromText } from '../contract/spec.ts';
import { boundaryCases } from './boundary-cases.ts';
import { sampleAt } from './sample.ts';

/** The operation whose request has this schema, in the smallest document that holds it. */
function operationOf(schema: object, schemas: object = {}): Operation {
  const document = {
    openapi: '3.0.3',
    info: { title: 'Things', version: '1' },
    components: { schemas },
    paths: {
      '/things': {
        post: {
          operationId: 'things.add',
          requestBody: { content: { 'application/json': { schema } } },
          responses: { 200: { description: 'Added.', content: { 'application/json': { schema: {} } } } },
        },
      },
    },
  };
  return loadOperation(specFromText('things.json', JSON.stringify(document)), 'things.add');
}

const obligationsOf = (schema: object, schemas?: object): readonly Obligation[] =>
  deriveObligations(operationOf(schema, schemas)).obligations.filter(({ group }) => group === 'request');

/** The boundaries of a request's body. */
function boundariesOf(schema: object, schemas: object = {}) {
  const { requestBody, spec } = operationOf(schema, schemas);
  if (!requestBody) throw new Error('no body');
  const obligations = obligationsOf(schema, schemas);
  return boundaryCases({ spec, ...requestBody, obligations, root: 'body' });
}

const short = (value: unknown): string => {
  const characters = [...JSON.stringify(value)];
  return characters.length <= 60 ? characters.join('') : `${characters.slice(0, 30).join('')}… (${characters.length})`;
};

/** Each case as a line: `+` where it is accepted, what it is called, what stands there, and what it breaks. */
const linesOf = (schema: object, schemas?: object): string =>
  boundariesOf(schema, schemas)
    .cases.map(
      ({ id, title, accepted, value, broken, refusedBy }) =>
        `${accepted ? '+' : '-'} ${id} | ${title} | ${short(value)} | ${broken.join(' ')} | ${refusedBy.join(' ')}`,
    )
    .join('\n');

const reasonsOf = (schema: object): readonly string[] =>
  boundariesOf(schema).oneSided.map(({ obligation, missing, reason }) => `${obligation}: ${missing}, ${reason}`);

describe('the boundaries of types', () => {
  test('of { type: ’string’ }', () => {
    expect(linesOf({ type: 'string' })).toMatchInlineSnapshot(`
      "+ body.typical | body: a typical value | "text 1" |  | 
      - body.null | body: null | null | request/type | type
      - body.number | body: of type number | 1.5 | request/type | type
      - body.boolean | body: of type boolean | true | request/type | type
      - body.array | body: of type array | [] | request/type | type
      - body.object | body: of type object | {} | request/type | type"
    `);
  });

  test('of { type: ’number’ }', () => {
    expect(linesOf({ type: 'number' })).toMatchInlineSnapshot(`
      "+ body.typical | body: a typical value | 0 |  | 
      - body.null | body: null | null | request/type | type
      - body.string | body: of type string | "text" | request/type | type
      - body.boolean | body: of type boolean | true | request/type | type
      - body.array | body: of type array | [] | request/type | type
      - body.object | body: of type object | {} | request/type | type"
    `);
  });

  test('of { type: ’integer’ }', () => {
    expect(linesOf({ type: 'integer' })).toMatchInlineSnapshot(`
      "+ body.typical | body: a typical value | 0 |  | 
      - body.null | body: null | null | request/type | type
      - body.number | body: of type number | 1.5 | request/type | type
      - body.string | body: of type string | "text" | request/type | type
      - body.boolean | body: of type boolean | true | request/type | type
      - body.array | body: of type array | [] | request/type | type
      - body.object | body: of type object | {} | request/type | type"
    `);
  });

  test('of { type: ’boolean’ }', () => {
    expect(linesOf({ type: 'boolean' })).toMatchInlineSnapshot(`
      "+ body.true | body: true | true |  | 
      + body.false | body: false | false |  | 
      - body.null | body: null | null | request/type | type
      - body.number | body: of type number | 1.5 | request/type | type
      - body.string | body: of type string | "text" | request/type | type
      - body.array | body: of type array | [] | request/type | type
      - body.object | body: of type object | {} | request/type | type"
    `);
  });

  test('of { type: ’array’ }', () => {
    expect(linesOf({ type: 'array' })).toMatchInlineSnapshot(`
      "+ body.typical | body: a typical value | [] |  | 
      - body.null | body: null | null | request/type | type
      - body.number | body: of type number | 1.5 | request/type | type
      - body.string | body: of type string | "text" | request/type | type
      - body.boolean | body: of type boolean | true | request/type | type
      - body.object | body: of type object | {} | request/type | type"
    `);
  });

  test('of { type: ’object’ }', () => {
    expect(linesOf({ type: 'object' })).toMatchInlineSnapshot(`
      "+ body.typical | body: a typical value | {} |  | 
      - body.null | body: null | null | request/type | type
      - body.number | body: of type number | 1.5 | request/type | type
      - body.string | body: of type string | "text" | request/type | type
      - body.boolean | body: of type boolean | true | request/type | type
      - body.array | body: of type array | [] | request/type | type"
    `);
  });
});

describe('the boundaries of text', () => {
  test('of { minLength: 1, maxLength: 2 }', () => {
    expect(linesOf({ minLength: 1, maxLength: 2 })).toMatchInlineSnapshot(`
      "- body.length-0 | body: 0 characters | "" | request/minLength | minLength
      + body.length-1 | body: 1 character | "x" |  | 
      + body.length-2 | body: 2 characters | "xx" |  | 
      - body.length-3 | body: 3 characters | "xxx" | request/maxLength | maxLength
      + body.astral-2 | body: 2 characters of two UTF-16 units each | "🧾🧾" |  | 
      - body.astral-3 | body: 3 characters of two UTF-16 units each | "🧾🧾🧾" | request/maxLength | maxLength"
    `);
  });

  test('of { maxLength: 0 }', () => {
    expect(linesOf({ maxLength: 0 })).toMatchInlineSnapshot(`
      "+ body.length-0 | body: 0 characters | "" |  | 
      - body.length-1 | body: 1 character | "x" | request/maxLength | maxLength
      + body.astral-0 | body: 0 characters of two UTF-16 units each | "" |  | 
      - body.astral-1 | body: 1 character of two UTF-16 units each | "🧾" | request/maxLength | maxLength"
    `);
  });

  test('of { pattern: ’^[A-Za-z]{2}$’ }', () => {
    expect(linesOf({ pattern: '^[A-Za-z]{2}$' })).toMatchInlineSnapshot(`
      "+ body.shortest | body: the shortest that the pattern takes (2 characters) | "aa" |  | 
      - body.off-pattern | body: "", which the pattern does not take | "" | request/pattern | pattern"
    `);
  });

  test('of { pattern: ’^[A-Z]{2}$’, minLength: 3 }', () => {
    expect(linesOf({ pattern: '^[A-Z]{2}$', minLength: 3 })).toMatchInlineSnapshot(`
      "- body.shortest | body: the shortest that the pattern takes (2 characters) | "AA" |  | minLength
      - body.off-pattern | body: "aAA", which the pattern does not take | "aAA" | request/pattern | pattern
      - body.length-2 | body: 2 characters | "AA" | request/minLength | minLength
      - body.length-3 | body: 3 characters | "xxx" |  | pattern
      - body.length-4 | body: 4 characters | "xxxx" |  | pattern"
    `);
  });

  test('of { pattern: ’^.*$’ }', () => {
    expect(linesOf({ pattern: '^.*$' })).toMatchInlineSnapshot(`
      "+ body.shortest | body: the shortest that the pattern takes (1 character) | "a" |  | 
      - body.off-pattern | body: "\\n", which the pattern does not take | "\\n" | request/pattern | pattern"
    `);
  });

  test('of { format: ’date’ }', () => {
    expect(linesOf({ format: 'date' })).toMatchInlineSnapshot(`
      "+ body.typical | body: a typical value | "2024-01-02" |  | 
      - body.off-format | body: text that is no date | "not of any format" | request/format | format"
    `);
  });

  test('of { format: ’int32’, type: ’integer’ }', () => {
    expect(linesOf({ format: 'int32', type: 'integer' })).toMatchInlineSnapshot(`
      "+ body.number-2147483647 | body: 2147483647 | 2147483647 |  | 
      - body.number-2147483648 | body: 2147483648 | 2147483648 | request/format | format
      + body.typical | body: a typical value | 0 |  | 
      - body.null | body: null | null | request/type | type
      - body.number | body: of type number | 1.5 | request/type | type format
      - body.string | body: of type string | "text" | request/type | type
      - body.boolean | body: of type boolean | true | request/type | type
      - body.array | body: of type array | [] | request/type | type
      - body.object | body: of type object | {} | request/type | type"
    `);
  });

  test('of { format: ’x_email’, maxLength: 90 }', () => {
    expect(linesOf({ format: 'x_email', maxLength: 90 })).toMatchInlineSnapshot(`
      "+ body.local-64 | body: a local part of 64 characters | "aaaaaaaaaaaaaaaaaaaaaaaaaaaaa… (78) |  | 
      + body.local-65 | body: a local part of 65 characters | "aaaaaaaaaaaaaaaaaaaaaaaaaaaaa… (79) |  | 
      + body.non-ascii | body: letters outside ASCII | "josé@example.com" |  | 
      + body.ip-literal | body: an IP address (reserved for documentation) as its domain | "cc@[192.0.2.1]" |  | 
      + body.quoted | body: a quoted local part | "\\"c.c\\"@example.com" |  | 
      + body.plus | body: a plus sign in the local part | "cc+1@example.com" |  | 
      + body.no-at | body: no @ | "cc.example.com" |  | 
      + body.two-ats | body: two @ | "cc@cc@example.com" |  | 
      + body.no-domain | body: nothing after the @ | "cc@" |  | 
      + body.no-dot | body: a domain without a dot | "cc@example" |  | 
      + body.white-space | body: a space in the local part | "c c@example.com" |  | 
      + body.length-89 | body: 89 characters | "aaaaaaaaaaaaa@ddddddddddddddd… (91) |  | 
      + body.length-90 | body: 90 characters | "aaaaaaaaaaaaaa@dddddddddddddd… (92) |  | 
      - body.length-91 | body: 91 characters | "aaaaaaaaaaaaaaa@ddddddddddddd… (93) | request/maxLength | maxLength
      + body.astral-90 | body: 90 characters of two UTF-16 units each | "🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾… (92) |  | 
      - body.astral-91 | body: 91 characters of two UTF-16 units each | "🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾… (93) | request/maxLength | maxLength"
    `);
  });

  test('of { enum: [’A’, ’B C’, 1] }', () => {
    expect(linesOf({ enum: ['A', 'B C', 1] })).toMatchInlineSnapshot(`
      "+ body.is-A | body: A | "A" |  | 
      + body.is-value-2 | body: B C | "B C" |  | 
      + body.is-1 | body: 1 | 1 |  | 
      - body.not-listed | body: a value that is not listed | "A_NOT_LISTED" | request/enum | enum"
    `);
  });

  test('of { enum: [3, 7, 5] }', () => {
    expect(linesOf({ enum: [3, 7, 5] })).toMatchInlineSnapshot(`
      "+ body.is-3 | body: 3 | 3 |  | 
      + body.is-7 | body: 7 | 7 |  | 
      + body.is-5 | body: 5 | 5 |  | 
      - body.not-listed | body: a value that is not listed | 8 | request/enum | enum"
    `);
  });
});

describe('the boundaries of numbers', () => {
  test('of { minimum: 1, maximum: 2 }', () => {
    expect(linesOf({ minimum: 1, maximum: 2 })).toMatchInlineSnapshot(`
      "- body.number-0.5 | body: 0.5 | 0.5 | request/minimum | minimum
      + body.number-1 | body: 1 | 1 |  | 
      + body.number-1.5 | body: 1.5 | 1.5 |  | 
      + body.number-2 | body: 2 | 2 |  | 
      - body.number-2.5 | body: 2.5 | 2.5 | request/maximum | maximum"
    `);
  });

  test('of { type: ’integer’, minimum: 1, exclusiveMinimum: true }', () => {
    expect(linesOf({ type: 'integer', minimum: 1, exclusiveMinimum: true })).toMatchInlineSnapshot(`
      "+ body.typical | body: a typical value | 2 |  | 
      - body.null | body: null | null | request/type | type
      - body.number | body: of type number | 1.5 | request/type | type
      - body.string | body: of type string | "text" | request/type | type
      - body.boolean | body: of type boolean | true | request/type | type
      - body.array | body: of type array | [] | request/type | type
      - body.object | body: of type object | {} | request/type | type
      - body.number-0 | body: 0 | 0 | request/minimum request/exclusiveMinimum | minimum exclusiveMinimum
      - body.number-1 | body: 1 | 1 | request/exclusiveMinimum | exclusiveMinimum
      + body.number-2 | body: 2 | 2 |  | "
    `);
  });

  test('of { type: ’integer’, maximum: 9, exclusiveMaximum: true }', () => {
    expect(linesOf({ type: 'integer', maximum: 9, exclusiveMaximum: true })).toMatchInlineSnapshot(`
      "+ body.typical | body: a typical value | 0 |  | 
      - body.null | body: null | null | request/type | type
      - body.number | body: of type number | 1.5 | request/type | type
      - body.string | body: of type string | "text" | request/type | type
      - body.boolean | body: of type boolean | true | request/type | type
      - body.array | body: of type array | [] | request/type | type
      - body.object | body: of type object | {} | request/type | type
      + body.number-8 | body: 8 | 8 |  | 
      - body.number-9 | body: 9 | 9 | request/exclusiveMaximum | exclusiveMaximum
      - body.number-10 | body: 10 | 10 | request/maximum request/exclusiveMaximum | maximum exclusiveMaximum"
    `);
  });

  test('of { type: ’number’, minimum: 0.15, multipleOf: 0.1 }', () => {
    expect(linesOf({ type: 'number', minimum: 0.15, multipleOf: 0.1 })).toMatchInlineSnapshot(`
      "+ body.typical | body: a typical value | 0.2 |  | 
      - body.null | body: null | null | request/type | type
      - body.string | body: of type string | "text" | request/type | type
      - body.boolean | body: of type boolean | true | request/type | type
      - body.array | body: of type array | [] | request/type | type
      - body.object | body: of type object | {} | request/type | type
      - body.number-0.1 | body: 0.1 | 0.1 | request/minimum | minimum
      - body.number-0.15 | body: 0.15 | 0.15 |  | multipleOf
      + body.number-0.2 | body: 0.2 | 0.2 |  | 
      - body.number-0.25 | body: 0.25 | 0.25 | request/multipleOf | multipleOf"
    `);
  });

  test('of { type: ’integer’, multipleOf: 5 }', () => {
    expect(linesOf({ type: 'integer', multipleOf: 5 })).toMatchInlineSnapshot(`
      "+ body.typical | body: a typical value | 0 |  | 
      - body.null | body: null | null | request/type | type
      - body.number | body: of type number | 1.5 | request/type | type multipleOf
      - body.string | body: of type string | "text" | request/type | type
      - body.boolean | body: of type boolean | true | request/type | type
      - body.array | body: of type array | [] | request/type | type
      - body.object | body: of type object | {} | request/type | type
      + body.number-0 | body: 0 | 0 |  | 
      - body.number-1 | body: 1 | 1 | request/multipleOf | multipleOf"
    `);
  });

  test('of { type: ’number’, exclusiveMinimum: true }', () => {
    expect(linesOf({ type: 'number', exclusiveMinimum: true })).toMatchInlineSnapshot(`
      "+ body.typical | body: a typical value | 0 |  | 
      - body.null | body: null | null | request/type | type
      - body.string | body: of type string | "text" | request/type | type
      - body.boolean | body: of type boolean | true | request/type | type
      - body.array | body: of type array | [] | request/type | type
      - body.object | body: of type object | {} | request/type | type"
    `);
  });
});

test('the boundaries of numbers beside a multipleOf', () => {
  const numbers = (schema: object): readonly string[] =>
    linesOf(schema)
      .split('\n')
      .filter((line) => line.includes('number-'))
      .map((line) => line.split(' |')[0] ?? '');
  expect(numbers({ type: 'integer', minimum: 7, maximum: 11, multipleOf: 2 })).toMatchInlineSnapshot(`
    [
      "- body.number-6",
      "- body.number-7",
      "+ body.number-8",
      "+ body.number-10",
      "- body.number-11",
      "- body.number-12",
      "- body.number-9",
    ]
  `);
  expect(numbers({ type: 'number', multipleOf: 5 })).toMatchInlineSnapshot(`
    [
      "+ body.number-0",
      "- body.number-2.5",
    ]
  `);
  expect(numbers({ type: 'integer', multipleOf: 0.5 })).toMatchInlineSnapshot(`
    [
      "+ body.number-0",
      "- body.number-0.25",
    ]
  `);
  expect(numbers({ type: 'number', exclusiveMaximum: true })).toEqual([]);
  expect(numbers({ type: 'integer', minimum: 4, multipleOf: 2 })).toMatchInlineSnapshot(`
    [
      "- body.number-2",
      "+ body.number-4",
      "+ body.number-6",
      "- body.number-5",
    ]
  `);
});

test('what nothing can break says why', () => {
  const unbreakable = (schema: object): readonly string[] =>
    obligationsOf(schema).flatMap(({ id, reason }) =>
      reason === undefined ? [] : [`${id.replace('request/', '')}: ${reason}`],
    );
  expect(unbreakable({ type: 'integer', multipleOf: 1 })).toEqual(['multipleOf: every integer is a multiple of 1']);
  expect(unbreakable({ type: 'integer', multipleOf: 2, minimum: 1, exclusiveMinimum: true })).toEqual([]);
  expect(unbreakable({ type: 'number', multipleOf: 1, maximum: 1, exclusiveMaximum: true })).toEqual([]);
  expect(unbreakable({ exclusiveMinimum: false, exclusiveMaximum: false })).toEqual([
    'exclusiveMinimum: false forbids nothing',
    'exclusiveMaximum: false forbids nothing',
  ]);
  expect(unbreakable({ uniqueItems: true, minItems: 1, maxItems: 99_999, minLength: 1, maxLength: 1_048_575 })).toEqual(
    [],
  );
  expect(
    unbreakable({ minProperties: 1, maxProperties: 10_000, additionalProperties: false, pattern: 'a', format: 'date' }),
  ).toEqual([]);
  expect(unbreakable({ format: 'password' })).toEqual([
    'format: password only tells how a value is meant: none breaks it',
  ]);
  expect(unbreakable({ additionalProperties: {} })).toEqual(['additionalProperties: no member is forbidden']);
});

describe('the boundaries of arrays and objects', () => {
  test('of { minItems: 1, maxItems: 2, items: { type: ’string’ } }', () => {
    expect(linesOf({ minItems: 1, maxItems: 2, items: { type: 'string' } })).toMatchInlineSnapshot(`
      "- body.items-0 | body: 0 items | [] | request/minItems | minItems
      + body.items-1 | body: 1 item | ["text 1"] |  | 
      + body.items-2 | body: 2 items | ["text 1","text 2"] |  | 
      - body.items-3 | body: 3 items | ["text 1","text 2","text 3"] | request/maxItems | maxItems
      + item.typical | *: a typical value | "text 1" |  | 
      - item.null | *: null | null | request/*/type | type
      - item.number | *: of type number | 1.5 | request/*/type | type
      - item.boolean | *: of type boolean | true | request/*/type | type
      - item.array | *: of type array | [] | request/*/type | type
      - item.object | *: of type object | {} | request/*/type | type"
    `);
  });

  test('of { type: ’array’, uniqueItems: true, items: { type: ’integer’ } }', () => {
    expect(linesOf({ type: 'array', uniqueItems: true, items: { type: 'integer' } })).toMatchInlineSnapshot(`
      "+ body.typical | body: a typical value | [] |  | 
      - body.null | body: null | null | request/type | type
      - body.number | body: of type number | 1.5 | request/type | type
      - body.string | body: of type string | "text" | request/type | type
      - body.boolean | body: of type boolean | true | request/type | type
      - body.object | body: of type object | {} | request/type | type
      + body.distinct | body: two items that differ | [0,1] |  | 
      - body.repeated | body: the same item twice | [0,0] | request/uniqueItems | uniqueItems
      + item.typical | *: a typical value | 0 |  | 
      - item.null | *: null | null | request/*/type | type
      - item.number | *: of type number | 1.5 | request/*/type | type
      - item.string | *: of type string | "text" | request/*/type | type
      - item.boolean | *: of type boolean | true | request/*/type | type
      - item.array | *: of type array | [] | request/*/type | type
      - item.object | *: of type object | {} | request/*/type | type"
    `);
  });

  test('of { type: ’object’, minProperties: 1, maxProperties: 2 }', () => {
    expect(linesOf({ type: 'object', minProperties: 1, maxProperties: 2 })).toMatchInlineSnapshot(`
      "+ body.typical | body: a typical value | {"member1":"x"} |  | 
      - body.null | body: null | null | request/type | type
      - body.number | body: of type number | 1.5 | request/type | type
      - body.string | body: of type string | "text" | request/type | type
      - body.boolean | body: of type boolean | true | request/type | type
      - body.array | body: of type array | [] | request/type | type
      - body.members-0 | body: 0 members | {} | request/minProperties | minProperties
      + body.members-1 | body: 1 member | {"member1":"x"} |  | 
      + body.members-2 | body: 2 members | {"member1":"x","member2":"x"} |  | 
      - body.members-3 | body: 3 members | {"member1":"x","member2":"x","member3":"x"} | request/maxProperties | maxProperties"
    `);
  });

  test('of { type: ’object’, required: [’a’], properties: { a: { nullable: true } }, additionalProperties: false }', () => {
    expect(
      linesOf({ type: 'object', required: ['a'], properties: { a: { nullable: true } }, additionalProperties: false }),
    ).toMatchInlineSnapshot(`
      "+ body.typical | body: a typical value | {"a":{}} |  | 
      - body.null | body: null | null | request/type | type
      - body.number | body: of type number | 1.5 | request/type | type
      - body.string | body: of type string | "text" | request/type | type
      - body.boolean | body: of type boolean | true | request/type | type
      - body.array | body: of type array | [] | request/type | type
      - body.without-a | body: without a | {} | request/required | required
      - body.unknown-member | body: with a member that the contract does not know | {"a":{},"x_unknown":"x"} | request/additionalProperties | additionalProperties
      + a.null | a: null | null |  | "
    `);
  });
});

test('what stands on one side only says why', () => {
  expect(
    reasonsOf({
      type: 'object',
      additionalProperties: true,
      maxProperties: 10_001,
      properties: {
        a: { type: 'array', minItems: 0, maxItems: 100_000, uniqueItems: false },
        b: { type: 'string', minLength: 0, maxLength: 1_048_576, pattern: '', format: 'acme' },
        c: { type: 'number', minimum: 1, exclusiveMinimum: false, maximum: 2, exclusiveMaximum: false },
        d: { type: 'integer', multipleOf: 1, default: 1, format: 'int64' },
        e: { type: 'object', minProperties: 0 },
        f: { nullable: true, type: 'string' },
        g: { nullable: false, type: 'string' },
        h: { type: 'string', minLength: 2, pattern: '^a{5}$' },
        i: { type: 'string', pattern: '(?=a)' },
        j: { type: 'integer', minimum: 5, maximum: 3 },
      },
    }),
  ).toMatchInlineSnapshot(`
    [
      "request/additionalProperties: accepted, no member is forbidden",
      "request/additionalProperties: refused, no member is forbidden",
      "request/maxProperties: accepted, an object of more than 10001 members cannot be sent",
      "request/maxProperties: refused, an object of more than 10001 members cannot be sent",
      "request/a/minItems: refused, no array has fewer than 0 items",
      "request/a/maxItems: accepted, an array of more than 100000 items cannot be sent",
      "request/a/maxItems: refused, an array of more than 100000 items cannot be sent",
      "request/a/uniqueItems: refused, uniqueItems: false forbids nothing",
      "request/b/minLength: refused, no string has fewer than 0 characters",
      "request/b/maxLength: accepted, a value of more than 1048576 characters cannot be sent",
      "request/b/maxLength: refused, a value of more than 1048576 characters cannot be sent",
      "request/b/pattern: refused, every string matches the pattern",
      "request/b/format: accepted, acme is a format of the vendor's own: no definition of it is published",
      "request/b/format: refused, acme is a format of the vendor's own: no definition of it is published",
      "request/c/exclusiveMinimum: refused, false forbids nothing",
      "request/c/exclusiveMaximum: refused, false forbids nothing",
      "request/d/default: accepted, a default only says what an absent member means: no value breaks it",
      "request/d/default: refused, a default only says what an absent member means: no value breaks it",
      "request/d/format: accepted, int64 only tells how a value is meant: none breaks it",
      "request/d/format: refused, int64 only tells how a value is meant: none breaks it",
      "request/e/minProperties: refused, no object has fewer than 0 members",
      "request/f/nullable: refused, it permits null and forbids nothing",
      "request/g/nullable: accepted, it repeats what the type says: null is refused by the type",
      "request/g/nullable: refused, it repeats what the type says: null is refused by the type",
      "request/h/minLength: accepted, every value at its boundary is refused by pattern",
      "request/i/type: accepted, every value at its boundary is refused by pattern",
      "request/i/pattern: accepted, no value at the boundary of pattern can be derived",
      "request/i/pattern: refused, no value at the boundary of pattern can be derived",
      "request/j/type: accepted, every value at its boundary is refused by maximum, minimum",
      "request/j/minimum: accepted, every value at its boundary is refused by maximum",
      "request/j/maximum: accepted, every value at its boundary is refused by minimum",
    ]
  `);
});

test('members and items stand in an instance that conforms everywhere else', () => {
  const item = { type: 'object', required: ['b'], properties: { b: { type: 'string', maxLength: 2 } } };
  const schema = {
    type: 'object',
    required: ['a', 'list'],
    properties: { a: { type: 'integer', minimum: 3 }, list: { type: 'array', minItems: 2, items: item } },
    additionalProperties: { type: 'string', maxLength: 1 },
  };
  const { cases } = boundariesOf(schema);
  const whole = (id: string) => {
    const found = cases.find((one) => one.id === id);
    return found && { pointer: found.pointer, instance: found.instance, title: found.title };
  };
  expect(whole('list.item.b.length-3')).toMatchInlineSnapshot(`
    {
      "instance": {
        "a": 3,
        "list": [
          {
            "b": "xxx",
          },
          {
            "b": "te",
          },
        ],
      },
      "pointer": "/list/0/b",
      "title": "list.*.b: 3 characters",
    }
  `);
  expect(whole('item.length-2')).toMatchInlineSnapshot(`
    {
      "instance": {
        "a": 3,
        "list": [
          {
            "b": "te",
          },
          {
            "b": "te",
          },
        ],
        "x_other": "xx",
      },
      "pointer": "/x_other",
      "title": "*: 2 characters",
    }
  `);
  expect(whole('a.number-2')).toMatchInlineSnapshot(`
    {
      "instance": {
        "a": 2,
        "list": [
          {
            "b": "te",
          },
          {
            "b": "te",
          },
        ],
      },
      "pointer": "/a",
      "title": "a: 2",
    }
  `);
});

test('samples of every kind of schema conform', () => {
  const properties = {
    date: { type: 'string', format: 'date' },
    moment: { type: 'string', format: 'date-time' },
    time: { type: 'string', format: 'time' },
    uri: { type: 'string', format: 'uri' },
    host: { type: 'string', format: 'hostname' },
    uuid: { type: 'string', format: 'uuid' },
    v4: { type: 'string', format: 'ipv4' },
    v6: { type: 'string', format: 'ipv6' },
    mail: { type: 'string', format: 'email' },
    word: { type: 'string', pattern: '^[A-Z]{2}$' },
    long: { type: 'string', minLength: 12 },
    short: { type: 'string', maxLength: 3 },
    number: { type: 'number' },
    above: { minimum: 1, exclusiveMinimum: true },
    below: { maximum: -3 },
    even: { type: 'integer', multipleOf: 2, minimum: 3 },
    flag: { type: 'boolean' },
    one: { enum: ['A', 'B'] },
    list: { minItems: 3, items: { type: 'string' } },
    flags: { type: 'array', minItems: 2, items: { type: 'boolean' } },
    texts: { type: 'array', minItems: 2, items: { type: 'string', pattern: '^[a-z]+$' } },
    things: { minProperties: 2 },
    either: { oneOf: [{ type: 'string', maxLength: 1 }, { type: 'integer' }] },
    both: {
      allOf: [
        { type: 'integer', minimum: 2 },
        { minimum: 5, maximum: 9 },
      ],
    },
    open: { type: 'object', minProperties: 1, additionalProperties: { type: 'integer' } },
  };
  const { requestBody, spec } = operationOf({ type: 'object', required: Object.keys(properties), properties });
  const sample = sampleAt(spec, requestBody?.schemaPointer ?? '');
  expect(requestBody?.validate(sample)).toBe(true);
  expect(sample).toMatchInlineSnapshot(`
    {
      "above": 1.5,
      "below": -3,
      "both": 5,
      "date": "2024-01-02",
      "either": "t",
      "even": 4,
      "flag": true,
      "flags": [
        true,
        false,
      ],
      "host": "host-1.example.com",
      "list": [
        "text 1",
        "text 2",
        "text 3",
      ],
      "long": "text 1xxxxxx",
      "mail": "cc-001@example.com",
      "moment": "2024-01-02T00:00:00Z",
      "number": 0,
      "one": "A",
      "open": {
        "member1": 0,
      },
      "short": "tex",
      "texts": [
        "a",
        "aa",
      ],
      "things": {
        "member1": "x",
        "member2": "x",
      },
      "time": "00:00:01Z",
      "uri": "https://example.com/1",
      "uuid": "00000000-0000-4000-8000-000000000001",
      "v4": "192.0.2.1",
      "v6": "2001:db8::1",
      "word": "AA",
    }
  `);
});

test('members and items with a size of none, and more than can be sent', () => {
  const sizes = (schema: object): readonly string[] =>
    boundariesOf(schema).cases.map(({ id }) => id.replace('body.', ''));
  expect(sizes({ minItems: 0, items: {} })).toEqual(['items-0', 'items-1']);
  expect(sizes({ minProperties: 0 })).toEqual(['members-0', 'members-1']);
  expect(sizes({ maxProperties: 0 })).toEqual(['members-0', 'members-1']);
  expect(sizes({ maxItems: 100_000 })).toEqual([]);
  expect(sizes({ maxProperties: 10_000 })).toEqual(['members-9999', 'members-10000', 'members-10001']);
  expect(sizes({ maxProperties: 10_001 })).toEqual(['members-10000', 'members-10001']);
  expect(sizes({ maxLength: 1_048_576 })).toEqual([]);
  expect(sizes({ format: 'email', minLength: 12, maxLength: 13 }).filter((id) => id.startsWith('length'))).toEqual([
    'length-11',
    'length-12',
    'length-13',
    'length-14',
  ]);
});

test('each of several texts, items and alternatives is another', () => {
  const item = (schema: object) =>
    boundariesOf({ type: 'array', minItems: 4, items: schema }).cases.find(({ id }) => id === 'body.items-5')?.value;
  expect(item({ type: 'string', pattern: '^[A-Z]{1,3}$', maxLength: 3 })).toMatchInlineSnapshot(`
    [
      "A",
      "AA",
      "AAA",
      "A",
      "A",
    ]
  `);
  expect(item({ type: 'string', pattern: '^(aa|bb|cc)$' })).toMatchInlineSnapshot(`
    [
      "aa",
      "bb",
      "cc",
      "aa",
      "aa",
    ]
  `);
  expect(item({ type: 'string', pattern: '^x[0-9]*$', minLength: 3 })).toMatchInlineSnapshot(`
    [
      "x00",
      "x002",
      "x003",
      "x004",
      "x005",
    ]
  `);
  expect(item({ type: 'string', pattern: '(?=a)' })).toMatchInlineSnapshot(`
    [
      "",
      "",
      "",
      "",
      "",
    ]
  `);
  expect(item({ enum: ['A', 'B', 'C'] })).toEqual(['A', 'B', 'C', 'A', 'B']);
  expect(item({ type: 'number', minimum: 1, exclusiveMinimum: true, multipleOf: 0.5 })).toEqual([1.5, 2, 2.5, 3, 3.5]);
  const either = {
    oneOf: [
      { title: 'a text', type: 'string', maxLength: 1 },
      { type: 'object', required: ['a'], properties: { a: { type: 'integer' } } },
    ],
  };
  expect(linesOf({ type: 'object', required: ['x'], properties: { x: either } })).toMatchInlineSnapshot(`
    "+ body.typical | body: a typical value | {"x":"t"} |  | 
    - body.null | body: null | null | request/type | type
    - body.number | body: of type number | 1.5 | request/type | type
    - body.string | body: of type string | "text" | request/type | type
    - body.boolean | body: of type boolean | true | request/type | type
    - body.array | body: of type array | [] | request/type | type
    - body.without-x | body: without x | {} | request/required | required
    + x.a-text.typical | x.a text: a typical value | "t" |  | 
    - x.a-text.null | x.a text: null | null | request/x/a text/type | type oneOf
    - x.a-text.number | x.a text: of type number | 1.5 | request/x/a text/type | type oneOf
    - x.a-text.boolean | x.a text: of type boolean | true | request/x/a text/type | type oneOf
    - x.a-text.array | x.a text: of type array | [] | request/x/a text/type | type oneOf
    - x.a-text.object | x.a text: of type object | {} | request/x/a text/type | type required oneOf
    + x.a-text.length-0 | x.a text: 0 characters | "" |  | 
    + x.a-text.length-1 | x.a text: 1 character | "x" |  | 
    - x.a-text.length-2 | x.a text: 2 characters | "xx" | request/x/a text/maxLength | maxLength type oneOf
    + x.a-text.astral-1 | x.a text: 1 character of two UTF-16 units each | "🧾" |  | 
    - x.a-text.astral-2 | x.a text: 2 characters of two UTF-16 units each | "🧾🧾" | request/x/a text/maxLength | maxLength type oneOf
    + x.oneOf-1.typical | x.oneOf-1: a typical value | {"a":0} |  | 
    - x.oneOf-1.null | x.oneOf-1: null | null | request/x/oneOf-1/type | type oneOf
    - x.oneOf-1.number | x.oneOf-1: of type number | 1.5 | request/x/oneOf-1/type | type oneOf
    - x.oneOf-1.string | x.oneOf-1: of type string | "text" | request/x/oneOf-1/type | maxLength type oneOf
    - x.oneOf-1.boolean | x.oneOf-1: of type boolean | true | request/x/oneOf-1/type | type oneOf
    - x.oneOf-1.array | x.oneOf-1: of type array | [] | request/x/oneOf-1/type | type oneOf
    - x.oneOf-1.without-a | x.oneOf-1: without a | {} | request/x/oneOf-1/required | type required oneOf
    + x.oneOf-1.a.typical | x.oneOf-1.a: a typical value | 0 |  | 
    - x.oneOf-1.a.null | x.oneOf-1.a: null | null | request/x/oneOf-1/a/type | type oneOf
    - x.oneOf-1.a.number | x.oneOf-1.a: of type number | 1.5 | request/x/oneOf-1/a/type | type oneOf
    - x.oneOf-1.a.string | x.oneOf-1.a: of type string | "text" | request/x/oneOf-1/a/type | type oneOf
    - x.oneOf-1.a.boolean | x.oneOf-1.a: of type boolean | true | request/x/oneOf-1/a/type | type oneOf
    - x.oneOf-1.a.array | x.oneOf-1.a: of type array | [] | request/x/oneOf-1/a/type | type oneOf
    - x.oneOf-1.a.object | x.oneOf-1.a: of type object | {} | request/x/oneOf-1/a/type | type oneOf"
  `);
});

test('what the prose says against is told of what is accepted', () => {
  const told = (schema: object) =>
    boundariesOf(schema)
      .cases.filter(({ proseAgainst }) => proseAgainst !== undefined)
      .map(({ id, proseAgainst }) => `${id}: ${proseAgainst}`);
  expect(told({ format: 'email_v2', maxLength: 90 })).toEqual([
    'body.local-65: Up to 64 characters are allowed before the @ sign.',
  ]);
  expect(told({ format: 'email_v2', maxLength: 9 })).toEqual([]);
});

test('a schema that holds itself is followed to an end', () => {
  const thing = { type: 'object', required: ['in'], properties: { in: { $ref: '#/components/schemas/thing' } } };
  const [typical] = boundariesOf({ $ref: '#/components/schemas/thing' }, { thing }).cases;
  expect(JSON.stringify(typical?.value)).toBe('{"in":{"in":{"in":{"in":{"in":{"in":{"in":{"in":{"in":null}}}}}}}}}');
});
