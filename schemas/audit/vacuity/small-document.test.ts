import { describe, expect, test } from 'vitest';
import { loadOperation, type Operation } from '../../contract/operation.ts';
import { EXAMPLE_OPERATION, type ExampleParts, exampleSpec } from '../example.ts';
import { documentedResponses } from '../responses.ts';
import { corruptionsOf, placeOf } from './corruptions.ts';
import { documentedBodies } from './documented-bodies.ts';
import { expectedOf, foundIn } from './judged-answer.ts';
import { vacuityOf } from './vacuity.ts';

const operationOf = (parts: ExampleParts): Operation => loadOperation(exampleSpec(parts), EXAMPLE_OPERATION);
const members = (properties: object, more: object = {}) => ({ type: 'object', properties, ...more });
const one = (value: string) => ({ type: 'string', enum: [value] });
const detail = (issue: string) =>
  members({ issue: one(issue), field: { type: 'string' }, location: { enum: ['body'] }, value: { type: 'string' } });
const refusal = members({
  name: one('REFUSED'),
  debug_id: { type: 'string' },
  details: { type: 'array', items: { anyOf: [detail('PAID'), detail('SENT')] } },
});
const answer = (schema: object, more: object = {}) => ({
  description: 'No.',
  content: { 'application/json': { schema, ...more } },
});

const tallyText = (tally: object): string => Object.values(tally).join(' ');
const told = (parts: ExampleParts, ...rest: unknown[]): string =>
  vacuityOf(operationOf(parts), ...(rest as []))
    .map(({ response, bodies, total, byKind, uncaught }) =>
      [
        `${response}: ${bodies}, ${tallyText(total)}`,
        ...Object.entries(byKind).map(([kind, tally]) => `  ${kind} ${tallyText(tally)}`),
        ...uncaught.map((place) => `  uncaught: ${place}`),
      ].join('\n'),
    )
    .join('\n');

test('what becomes of every corruption: how many there are, and how many schema, checks and scenario let pass', () => {
  expect(
    told({ response: refusal, responses: { 404: answer(members({ a: { type: 'integer' } })) } }),
  ).toMatchInlineSnapshot(`
    "400: 2, 86 44 30 8
      drop 14 14 10 4
      misname 14 14 10 4
      retype 18 0 0 0
      null 18 0 0 0
      empty 18 12 8 0
      swap 4 4 2 0
      uncaught: drop /details/*/location
      uncaught: misname /details/*/location
      uncaught: drop /details/*/value
      uncaught: misname /details/*/value
    404: 1, 8 4 4 4
      drop 0 0 0 0
      misname 1 1 1 1
      retype 2 0 0 0
      null 2 0 0 0
      empty 1 1 1 1
      swap 2 2 2 2
      uncaught: empty the whole body
      uncaught: swap the whole body
      uncaught: misname /a"
  `);
});

test('examples come first, of those that conform, and without a schema nothing is measured', () => {
  const schema = members({ a: { type: 'integer' } });
  const given = { examples: { fits: { value: { a: 5 } }, not: { value: { a: 'x' } } } };
  const parts = { responses: { 404: answer(schema, given), 409: { description: 'No body.' }, 410: answer({}) } };
  expect(vacuityOf(operationOf(parts)).map(({ response, bodies }) => [response, bodies])).toEqual([
    ['404', 1],
    ['410', 1],
  ]);
  const named = (status: number) => (status === 404 ? [{ a: 1 }, { a: 2 }, { a: 'x' }] : []);
  expect(vacuityOf(operationOf(parts), named).map(({ bodies }) => bodies)).toEqual([3, 1]);
});

test('only what conforms is measured, null among it, and of what is uncaught the first fifty places', () => {
  const measured = (schema: object, more: object = {}) =>
    vacuityOf(operationOf({ responses: { 409: answer(schema, more) } })).map(({ bodies, total, uncaught }) => [
      bodies,
      total.corruptions,
      uncaught.length,
    ]);
  expect(measured(members({ a: { not: {} } }))).toEqual([[0, 0, 0]]);
  expect(measured({})).toEqual([[1, 2, 2]]);
  expect(measured(members({ a: { nullable: true, type: 'string' } }), { example: { a: null } })).toEqual([[1, 5, 3]]);
  const names = Array.from({ length: 30 }, (_, index) => `m${index}`);
  const wide = members(Object.fromEntries(names.map((name) => [name, { type: 'integer' }])));
  expect(measured(wide)).toEqual([[1, 123, 50]]);
});

test('a branch of default that names its status is measured under it', () => {
  const schemas = {
    error_429: members({ name: one('SLOW') }),
    error_503: members({ name: one('DOWN'), a: { type: 'integer' } }),
  };
  const oneOf = Object.keys(schemas).map((name) => ({ $ref: `#/components/schemas/${name}` }));
  expect(told({ responses: { default: answer({ oneOf }) }, schemas })).toMatchInlineSnapshot(`
    "429 (default): 1, 9 2 0 0
      drop 0 0 0 0
      misname 1 0 0 0
      retype 2 0 0 0
      null 2 0 0 0
      empty 2 0 0 0
      swap 2 2 0 0
    503 (default): 1, 14 4 2 2
      drop 2 1 1 1
      misname 2 1 1 1
      retype 3 0 0 0
      null 3 0 0 0
      empty 2 0 0 0
      swap 2 2 0 0
      uncaught: drop /a
      uncaught: misname /a"
  `);
});

describe('responses that are documented', () => {
  const labels = (responses: object) =>
    documentedResponses(operationOf({ responses: { 204: undefined, ...responses } })).map(
      ({ label, status }) => `${label} ${status}`,
    );
  test('by number, by range, and by default, each with a status of its own', () => {
    expect(
      labels({ 400: answer({}), '4XX': answer({}), '5XX': answer({}), 599: answer({}), default: answer({}) }),
    ).toEqual(['400 400', '599 599', '4XX 499', '5XX 598', 'default 399']);
    expect(labels({ default: answer({}) })).toEqual(['default 599']);
    expect(labels({ 'x-own': {}, '6XX': answer({}) })).toEqual([]);
    expect(labels({ '14XX': answer({}), '5XX-old': answer({}), default: answer({}) })).toEqual(['default 599']);
    const every = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [400 + index, answer({})]));
    expect(labels({ ...every, '4XX': answer({}), '5XX': answer({}) }).slice(100)).toEqual(['5XX 599']);
  });
});

describe('bodies that are documented', () => {
  const bodiesOf = (schema: object, schemas: object = {}): string =>
    documentedBodies(
      exampleSpec({ response: schema, schemas }),
      '/paths/~1things~1{id}~1cancel/post/responses/400/content/application~1json/schema',
    )
      .map((body) => JSON.stringify(body))
      .join('\n');

  test('have every member, one item in each array, and each alternative once', () => {
    expect(bodiesOf(members({ a: { type: 'integer' }, list: { items: members({ b: { type: 'boolean' } }) } }))).toBe(
      '{"a":0,"list":[{"b":true}]}',
    );
    expect(
      bodiesOf(
        members({
          two: { minItems: 2, items: { type: 'integer' } },
          none: { type: 'array', maxItems: 0, items: { type: 'integer' } },
        }),
      ),
    ).toBe('{"two":[0,1],"none":[]}');
    expect(bodiesOf({ oneOf: [members({ a: one('A') }), members({ b: one('B') })] })).toBe('{"a":"A"}\n{"b":"B"}');
    const nested = { anyOf: [members({ in: { oneOf: [one('A'), one('B')] } }), members({ c: one('C') })] };
    expect(bodiesOf(nested)).toMatchInlineSnapshot(`
      "{"in":"A"}
      {"in":"B"}
      {"c":"C"}"
    `);
    expect(bodiesOf({ type: 'string' })).toBe('"text 1"');
    expect(bodiesOf({ minItems: 1, items: members({ a: one('A') }) })).toBe('[{"a":"A"}]');
    expect(bodiesOf({ oneOf: ['A', 'B'].map((value) => ({ minItems: 2, items: one(value) })) })).toBe(
      '["A","A"]\n["B","B"]',
    );
  });

  test('end where a schema holds itself, and where alternatives multiply', () => {
    const thing = members({
      in: { $ref: '#/components/schemas/thing' },
      list: { items: { $ref: '#/components/schemas/thing' } },
    });
    expect(bodiesOf({ $ref: '#/components/schemas/thing' }, { thing }).length).toBeLessThan(20_000);
    const narrow = members({ in: { $ref: '#/components/schemas/narrow' } });
    expect(bodiesOf({ $ref: '#/components/schemas/narrow' }, { narrow })).toBe(
      `${'{"in":'.repeat(6)}{}${'}'.repeat(6)}`,
    );
    const many = { oneOf: Array.from({ length: 60 }, (_, index) => one(`V${index}`)) };
    expect(bodiesOf(many).split('\n')).toHaveLength(50);
  });
});

describe('corruptions', () => {
  const of = (body: unknown, others: readonly unknown[] = []): string =>
    corruptionsOf(body, () => others)
      .map(({ kind, pointer, body: corrupted }) => `${kind} ${pointer} ${JSON.stringify(corrupted)}`)
      .join('\n');
  test.each([
    [5, 'retype  "5"\nnull  null'],
    [true, 'retype  "true"\nnull  null'],
    [null, 'retype  "null"'],
    ['abc', 'retype  3\nnull  null\nempty  ""'],
    ['', 'retype  0\nnull  null'],
    [[], 'retype  {"0":0}\nnull  null'],
    [{}, 'retype  [{}]\nnull  null'],
  ])('of %j', (body, corruptions) => {
    expect(of(body)).toBe(corruptions);
  });
  test('leave a member out, or write its name wrong', () => {
    expect(of({ a: 5 })).toBe(
      'retype  [{"a":5}]\nnull  null\nempty  {}\nmisname /a {"x_a":5}\nretype /a {"a":"5"}\nnull /a {"a":null}',
    );
  });
  test.each([
    ['/details/0', '/details/*'],
    ['/details/12/links/3/href', '/details/*/links/*/href'],
    ['/details/1st', '/details/1st'],
  ])('the place of %s is %s', (pointer, place) => {
    expect(placeOf(pointer)).toBe(place);
  });
  test('no two are the same body, and none is the body itself', () => {
    expect(of('a', ['a', '', 'b', null])).toBe('retype  1\nnull  null\nempty  ""\nswap  "b"');
    expect(of([7])).toBe('retype  {"0":7}\nnull  null\nempty  []\nretype /0 ["7"]\nnull /0 [null]');
  });
});

describe('what a scenario expects that provokes just this answer', () => {
  const [, response] = documentedResponses(operationOf({ response: refusal }));
  if (!response) throw new Error('no response');
  const expected = (honest: unknown) => {
    const { clause: _, ...rest } = expectedOf(response, honest);
    return rest;
  };
  const base = { status: [400], level: 'MUST', origin: 'spec' };
  test('its status, and the issue with its place', () => {
    expect(expected({ details: [{ issue: 'PAID', field: '/a', location: 'body', value: 'v' }] })).toEqual({
      ...base,
      issue: 'PAID',
      field: '/a',
      location: 'body',
      value: 'v',
    });
    expect(expected({ details: [{ issue: 'PAID', field: 5, location: 'header', value: null }] })).toEqual({
      ...base,
      issue: 'PAID',
    });
    for (const location of ['path', 'query'])
      expect(expected({ details: [{ location }] })).toEqual({ ...base, location });
    expect(expected({ details: [{ issue: 7, field: '/a' }] })).toEqual(base);
    expect(expected(null)).toEqual(base);
    expect(expectedOf({ ...response, contract: { ...response.contract, listed: false } }, null).level).toBe('SHOULD');
  });

  test('an honest answer, in the media type that it has, draws nothing, and without a debug id only that', () => {
    const content = { 'application/problem+json': { schema: members({ debug_id: { type: 'string' } }) } };
    const operation = operationOf({ responses: { 409: { description: 'No.', content } } });
    const [, problem] = documentedResponses(operation);
    if (!problem) throw new Error('no response');
    const found = (honest: object) => [...foundIn(operation, problem, honest, honest)];
    expect(found({ debug_id: 'x' })).toEqual([]);
    expect(found({})).toEqual(['missing-debug-id@/debug_id']);
  });

  test('and what is found in one that was corrupted', () => {
    const operation = operationOf({ response: refusal });
    const honest = { name: 'REFUSED', debug_id: 'x', details: [{ issue: 'PAID' }] };
    expect([...foundIn(operation, response, honest, honest)]).toEqual([]);
    expect([
      ...foundIn(operation, response, honest, { ...honest, name: 'NO', more: 1, debug_id: 'y' }),
    ]).toMatchInlineSnapshot(`
      [
        "wrong-name@/name",
        "debug-id-mismatch@/debug_id",
      ]
    `);
    const wanted = expectedOf(response, honest);
    expect([...foundIn(operation, response, honest, { ...honest, details: [{ issue: 'SENT' }] }, wanted)]).toEqual([
      'wrong-issue@/details/0/issue',
    ]);
  });
});
