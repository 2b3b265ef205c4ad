import { expect, test } from 'vitest';
import { smallSpec } from '../../tests/small-operation.ts';
import { enumsOf, walkSchema } from './schema-walk.ts';

const IT = '/components/schemas/it';
const walked = (schemas: Readonly<Record<string, unknown>>) => [...walkSchema(smallSpec(schemas), IT)];

test('what is written as nothing holds no schema', () => {
  const it = { properties: null, items: null, additionalProperties: null, allOf: null, oneOf: {} };
  expect(walked({ it }).map(({ pointer }) => pointer)).toEqual([IT]);
});

test('each place says how an instance goes on to it', () => {
  const it = { properties: { list: { items: {} } }, additionalProperties: {} };
  expect(walked({ it }).map(({ place }) => place.within?.step)).toEqual([
    undefined,
    { kind: 'member', name: 'list' },
    { kind: 'item' },
    { kind: 'other-member' },
  ]);
});

test('a branch is called by its component only where it is one', () => {
  const oneOf = [
    { $ref: '#/components/schemas/a~1b' },
    { $ref: '#/components/schemas/parts/properties/c' },
    { $ref: '#/components/schemas/parts/x-old/components/schemas/d' },
    { $ref: '#/components/schemas/titled' },
  ];
  const parts = { properties: { c: {} }, 'x-old': { components: { schemas: { d: {} } } } };
  const names = walked({ it: { oneOf }, 'a/b': {}, parts, titled: { title: 'T' } }).map(({ trail }) => trail.join());
  expect(names).toEqual(['', 'a/b', 'oneOf-1', 'oneOf-2', 'T']);
});

test('values are found wherever a schema of the member lists them, and nowhere else', () => {
  const allOf = [{ properties: { name: { enum: ['A', 1] } } }, { properties: { name: {}, other: { enum: ['B'] } } }];
  const spec = smallSpec({
    it: { allOf, properties: { name: { enum: 'C' }, of: { properties: { name: { enum: ['D'] } } } } },
  });
  expect([...enumsOf(spec, IT, ['name'])]).toEqual([
    { pointer: `${IT}/allOf/0/properties/name/enum`, values: ['A', '1'] },
  ]);
});
