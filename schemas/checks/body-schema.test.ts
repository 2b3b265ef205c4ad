import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { answered, cancel, inShort } from '../../tests/judging.ts';
import { loadOperation } from '../contract/operation.ts';
import { loadSpec } from '../contract/spec.ts';
import { judgeExchange } from './judge.ts';

const size = { oneOf: [{ $ref: '#/components/schemas/metres' }, { $ref: '#/components/schemas/size' }] };
const document = {
  openapi: '3.0.3',
  paths: {
    '/boats': {
      get: {
        operationId: 'boats.list',
        responses: {
          '200': {
            description: 'Boats',
            content: { 'application/hal+json': { schema: { $ref: '#/components/schemas/boats' } } },
          },
          '404': { description: 'None' },
          '422': {
            description: 'No',
            content: { 'application/hal+json': { schema: { $ref: '#/components/schemas/no' } } },
          },
        },
      },
    },
  },
  components: {
    schemas: {
      no: {
        anyOf: [{ properties: { code: { type: 'string' } } }, { required: ['other'] }],
        properties: {
          code: { type: 'string' },
          details: { type: 'array', items: { $ref: '#/components/schemas/detail' } },
        },
      },
      detail: {
        properties: { issue: { type: 'string', enum: ['SUNK'] }, description: { type: 'string', enum: ['It sank.'] } },
      },
      metres: { type: 'number', minimum: 0, exclusiveMinimum: true },
      size: { type: 'string', enum: ['S', 'L'] },
      boats: { type: 'array', minItems: 1, items: { $ref: '#/components/schemas/boat' } },
      boat: {
        type: 'object',
        required: ['name', 'length'],
        additionalProperties: false,
        properties: {
          name: { type: 'string', minLength: 2 },
          length: size,
          inner: { $ref: '#/components/schemas/boat' },
        },
      },
    },
  },
};
const directory = mkdtempSync(join(tmpdir(), 'boats-'));
afterAll(() => rmSync(directory, { recursive: true }));
writeFileSync(join(directory, 'boats.json'), JSON.stringify(document));
const operation = loadOperation(loadSpec(join(directory, 'boats.json')), 'boats.list');

const HAL = { headers: [['Content-Type', 'application/hal+json']] } as const;
const boat = { name: 'Aurora', length: 12 };
const judged = (status: number, body: unknown) => judgeExchange(answered(status, body, HAL), { operation });

it.each([
  ['in order', [boat, { ...boat, length: 'L', inner: boat }], []],
  ['too few items', [], ['MUST schema-violation']],
  ['a missing member', [{ length: 3 }], ['MUST schema-violation /0/name']],
  ['a short text', [boat, { ...boat, name: 'A' }], ['MUST schema-violation /1/name']],
  [
    'no alternative, without the alternatives’ own errors',
    [{ ...boat, length: 0 }],
    ['MUST schema-violation /0/length'],
  ],
  ['a closed schema', [{ ...boat, sails: 2 }], ['MUST schema-violation /0/sails']],
  ['a fault below a recursion', [{ ...boat, inner: { ...boat, name: 5 } }], ['MUST schema-violation /0/inner/name']],
])('another document, with a body %s', (_what, body, draws) => {
  expect(inShort(judged(200, body).filter(({ check }) => check === 'body-schema'))).toEqual(draws);
});

it('a status that the contract does not know is a departure where there is no default', () => {
  expect(inShort(judged(500, {}))).toEqual(['MUST wrong-status']);
  expect(inShort(judged(404, 'x'))).toEqual(['MUST unexpected-body']);
});

it('headers that announce a body count for one in a 204 alone: any other status is sent with its body', () => {
  for (const header of [['Transfer-Encoding', 'chunked'] as const, ['Content-Length', '7'] as const])
    expect(judgeExchange(answered(404, '', { headers: [header] }), { operation })).toEqual([]);
});

it('an unknown member below a list', () => {
  const draws = ['MUST schema-violation /1/sails', 'MAY unknown-member /1/sails'];
  expect(inShort(judged(200, [boat, { ...boat, sails: 2 }]))).toEqual(draws);
});

it('issues that are pinned without alternatives are judged by their own checks alone', () => {
  expect(inShort(judged(422, { details: [{ issue: 'LOST' }] }))).toEqual(['MUST unlisted-issue /details/0/issue']);
  const reworded = { details: [{ issue: 'SUNK', description: 'Gone.' }] };
  expect(inShort(judged(422, reworded))).toEqual(['SHOULD unknown-description /details/0/description']);
});

it('what holds beside alternatives is reported beside them', () => {
  expect(inShort(judged(422, { code: 5 }))).toEqual(['MUST schema-violation /code', 'MUST schema-violation']);
});

it('cites the keyword and says what it wants', () => {
  const [finding] = judged(200, [{ ...boat, length: -1 }]);
  expect(finding?.clause.pointer).toBe('/components/schemas/boat/properties/length/oneOf');
  expect(finding?.explanation).toBe(
    '/0/length is -1; the contract wants exactly one of several alternatives, of which none matches.',
  );
});

it('a body that is nested deeper than JSON can be written is judged like any other', () => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  const finding = judgeExchange(answered(401, deep), { operation: cancel }).find(
    ({ check }) => check === 'body-schema',
  );
  expect(finding).toMatchObject({ kind: 'schema-violation', actual: 'a value nested too deeply to be shown' });
});
