import { describe, expect, test } from 'vitest';
import { answered, expecting, inShort } from '../../tests/judging.ts';
import { loadOperation } from '../contract/operation.ts';
import { specFromText } from '../contract/spec.ts';
import type { Expected } from './check.ts';
import { judgeExchange } from './judge.ts';

type Json = Readonly<Record<string, unknown>>;
const members = (properties: Json): Json => ({ type: 'object', properties });
const one = (...values: readonly string[]): Json => ({ type: 'string', enum: values });
const issue = (code: string, ...descriptions: readonly string[]): Json =>
  members({ issue: one(code), description: descriptions.length > 0 ? one(...descriptions) : { type: 'string' } });

/** An operation with a schema of `details` for each status, and no default response. */
function detailing(items: Readonly<Record<number, Json>>, beside: Json = {}) {
  const responses = Object.fromEntries(
    Object.entries(items).map(([status, schema]) => {
      const body = members({ details: { type: 'array', items: schema }, ...beside });
      return [status, { description: '', content: { 'application/json': { schema: body } } }];
    }),
  );
  const bare = { description: '', content: { 'application/json': {} } };
  const paths = { '/a': { get: { operationId: 'a', responses: { ...responses, 500: bare } } } };
  return loadOperation(specFromText('a.json', JSON.stringify({ openapi: '3.0.3', paths })), 'a');
}
type Operation = ReturnType<typeof detailing>;

const found = (operation: Operation, status: number, body: Json, expected?: Expected) =>
  judgeExchange(answered(status, body), { operation, ...(expected && { expected }) });
const told = (...args: Parameters<typeof found>) => found(...args).map(({ explanation }) => explanation);

const two = { anyOf: [issue('A', 'Alpha.', 'Aleph.'), issue('B', 'Beta.')] };

describe('a description', () => {
  test('is told by the issue that it belongs to, whichever of several texts it is', () => {
    for (const description of ['Alpha.', 'Aleph.'])
      expect(told(detailing({ 409: two }), 409, { details: [{ issue: 'B', description }] })).toEqual([
        'The description of B is the one of A; its own is "Beta.".',
      ]);
  });

  test('may be any of several texts', () => {
    const operation = detailing({ 409: two });
    expect(told(operation, 409, { details: [{ issue: 'A', description: 'Aleph.' }] })).toEqual([]);
    expect(told(operation, 409, { details: [{ issue: 'A', description: 'Ha.' }] })).toEqual([
      'The contract describes A as "Alpha." or "Aleph."; clients must not depend on the wording, and it changed.',
    ]);
  });
});

describe('an issue that its status does not list', () => {
  const operation = detailing({ 409: two, 410: issue('A'), 422: issue('C') });

  test('is told with every status that does', () => {
    expect(told(operation, 422, { details: [{ issue: 'A' }] })).toEqual([
      'The contract does not list "A" for a 422, it is one of 409 and 410; documented, the nearest first: C.',
    ]);
  });

  test('is told once, in the order of the answer', () => {
    const details = ['Y', 'X', 'A', 'Y', 'Z', 'X'].map((code) => ({ issue: code }));
    expect(found(operation, 409, { details }).map(({ pointer, actual }) => `${pointer} ${actual}`)).toEqual([
      '/details/0/issue "Y"',
      '/details/1/issue "X"',
      '/details/4/issue "Z"',
    ]);
  });
});

describe('an answer', () => {
  const operation = detailing({ 409: two });

  test('of a status that nobody documents is told by its status alone', () => {
    const body = { details: [{ issue: 'A', description: 'Ha.' }], links: [{}] };
    expect(inShort(found(operation, 404, body))).toEqual(['MUST wrong-status']);
  });

  test('whose details name no issue is told by the one that it should name', () => {
    for (const status of [409, 500])
      expect(found(operation, status, { details: [{}] }, expecting(status, { issue: 'A' }))).toEqual([
        expect.objectContaining({
          kind: 'wrong-issue',
          pointer: '/details',
          expected: 'A',
          actual: 'no issue',
          explanation: 'Expected A; the answer names no issue.',
        }),
      ]);
  });

  test('of which no field and no value is expected may have any', () => {
    const body = { details: [{ issue: 'A', field: '/x', value: 'y' }] };
    const draws = ['MAY unknown-member /details/0/field', 'MAY unknown-member /details/0/value'];
    expect(inShort(found(operation, 409, body, expecting(409, { issue: 'A' })))).toEqual(draws);
  });

  test('is held to the place of the expected issue, not to that of another', () => {
    const places = detailing({ 409: { anyOf: [two, members({ field: {} })] } });
    const details = [
      { issue: 'B', field: '/note' },
      { issue: 'A', field: '/subject' },
    ];
    expect(inShort(found(places, 409, { details }, expecting(409, { issue: 'A', field: '/note' })))).toEqual([
      'SHOULD wrong-field /details/1/field',
    ]);
  });
});

describe('what no check of its own says of a detail, the schema does', () => {
  test.each<[what: string, item: Json, draws: readonly string[]]>([
    ['an issue that is no text', { issue: 5 }, ['MUST schema-violation /details/0']],
    ['a description that is no text', { issue: 'B', description: 5 }, ['MUST schema-violation /details/0']],
    [
      'an issue that is no text, with a description',
      { issue: [], description: 'Beta.' },
      ['MUST schema-violation /details/0'],
    ],
    ['an issue that is not listed', { issue: 'C' }, ['MUST unlisted-issue /details/0/issue']],
    ['another description', { issue: 'B', description: 'b' }, ['SHOULD unknown-description /details/0/description']],
  ])('where only alternatives have a type: %s', (_, item, draws) => {
    expect(inShort(found(detailing({ 409: two }), 409, { details: [item] }))).toEqual(draws);
  });

  test('each in its own item', () => {
    const lone = { anyOf: [issue('A', 'Alpha.')], properties: { issue: { maxLength: 9 } } };
    const details = [{ issue: 'TOO_LONG_TO_BE_ONE' }, { issue: 5 }];
    expect(inShort(found(detailing({ 409: lone }), 409, { details }))).toEqual([
      'MUST schema-violation /details/0/issue',
      'MUST schema-violation /details/1',
      'MUST unlisted-issue /details/0/issue',
    ]);
  });

  test('and of what stands below a member, or in another list', () => {
    const nested = members({ issue: one('A'), description: members({ en: one('Alpha.') }) });
    const others = { others: { type: 'array', items: members({ issue: one('A') }) } };
    const body = { details: [{ issue: 'A', description: { en: 'Ha.' } }], others: [{ issue: 'B' }] };
    expect(inShort(found(detailing({ 409: nested }, others), 409, body))).toEqual([
      'MUST schema-violation /details/0/description/en',
      'MUST schema-violation /others/0/issue',
    ]);
  });
});
