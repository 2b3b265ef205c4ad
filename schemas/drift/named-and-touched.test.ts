import { describe, expect, test } from 'vitest';
import { drift, type Json, json, ofRequest } from '../../tests/drifting.ts';

const text = { type: 'string' };
const number = { type: 'number' };

describe('an alternative is named by its title, or by the one value that it pins', () => {
  test.each<[Json, string]>([
    [{ title: 'T', enum: ['A'] }, 'T'],
    [{ enum: ['A'] }, 'A'],
    [{ enum: ['A', 'B'] }, 'anyOf'],
    [{ properties: { a: text, kind: { enum: ['A'] } } }, 'A'],
    [{ properties: { kind: { enum: ['A', 'B'] } } }, 'anyOf'],
  ])('%j', (branch, name) => {
    expect(ofRequest({ anyOf: [branch, text, number] }, { anyOf: [number, text] })).toBe(
      `breaking alternative-removed ${name} at request: "${name}" → null`,
    );
  });
});

test('alternatives without a name are known by what they say themselves, whatever stands below', () => {
  const items = { minLength: 1 };
  expect(
    ofRequest(
      {
        anyOf: [
          { pattern: 'a', items },
          { pattern: 'b', items },
        ],
      },
      { anyOf: [{ pattern: 'b' }, { pattern: 'a' }] },
    ),
  ).toBe('widening widened minLength at request/anyOf/*: 1 → null\n'.repeat(2).trim());
});

test('one alternative is not two others', () => {
  const [a, b, c] = [{ minLength: 1 }, { maxLength: 2 }, { pattern: 'a' }];
  expect(ofRequest({ anyOf: [text, number, a] }, { anyOf: [text, number, b, c] }).split('\n')).toEqual([
    'breaking alternative-removed anyOf at request: "anyOf" → null',
    'widening alternative-added anyOf at request: null → "anyOf"',
    'widening alternative-added anyOf at request: null → "anyOf"',
  ]);
});

describe('beside which members a schema is closed', () => {
  const closed = (...members: readonly string[]): Json => ({
    properties: Object.fromEntries(members.map((name) => [name, text])),
    additionalProperties: false,
  });
  test.each<[string, Json, string]>([
    ['one knows fewer than the other', { allOf: [closed('a', 'b'), closed('a', 'b', 'c')] }, 'only a, b'],
    ['each knows its own', { allOf: [closed('a', 'b'), closed('b', 'c')] }, 'only b'],
  ])('%s', (_, schema, value) => {
    expect(ofRequest(closed('a', 'b', 'c'), schema)).toBe(
      `breaking changed additionalProperties at request: false → "${value}"`,
    );
  });
});

describe('a difference touches what stands in components below it as well', () => {
  const thing = { $ref: '#/components/schemas/thing' };
  const schemas = { thing: { maxLength: 5 } };
  test.each<[string, Json]>([
    ['the member', thing],
    ['a member of it', { properties: { b: thing } }],
    ['its items', { items: thing }],
    ['its members without a name', { additionalProperties: thing }],
    ['a branch', { anyOf: [text, thing] }],
  ])('%s', (_, schema) => {
    const before = { request: { type: 'object', properties: { a: schema } }, schemas };
    expect(drift(before, { request: { type: 'object' }, schemas })).toMatch(/\n {2}.*request\/a\S*\/maxLength/);
  });
});

test('null is cited where each of the schemas accepts it', () => {
  const nullable = { type: 'string', nullable: true };
  expect(drift({ request: text }, { request: { ...nullable, allOf: [nullable] } })).toContain(
    'request: null → true\n  nowhere → P/requestBody/content/application~1json/schema/nullable\n  request/nullable',
  );
});

test('a value that comes or goes touches the issue that it is the code of', () => {
  const refusing = (...issues: readonly string[]) => ({
    responses: {
      422: {
        description: 'No.',
        content: json({
          properties: { details: { items: { properties: { issue: { type: 'string', enum: issues } } } } },
        }),
      },
    },
  });
  expect(drift(refusing('A', 'B'), refusing('B', 'C'))).toMatchInlineSnapshot(`
    "breaking value-added enum at response/422/details/*/issue: null → "C"
      P/responses/422/content/application~1json/schema/properties/details/items/properties/issue/enum → P/responses/422/content/application~1json/schema/properties/details/items/properties/issue/enum
      response/422/details/*/issue/enum issue/422/B issue/422/C
    tightening value-removed enum at response/422/details/*/issue: "A" → null
      P/responses/422/content/application~1json/schema/properties/details/items/properties/issue/enum → P/responses/422/content/application~1json/schema/properties/details/items/properties/issue/enum
      issue/422/A issue/422/B response/422/details/*/issue/enum"
  `);
});
