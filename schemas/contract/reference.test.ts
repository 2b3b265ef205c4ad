import { expect, test } from 'vitest';
import { smallSpec } from '../../tests/small-operation.ts';
import { objectAt, resolve } from './reference.ts';

test.each([
  ['#', ''],
  ['#/components/schemas/a%20b~1c', '/components/schemas/a b~1c'],
  ['#/components/schemas/100%', '/components/schemas/100%'],
  ['#/components/schemas/twice', '/components/schemas/a b~1c'],
])('a reference %s is followed', ($ref, pointer) => {
  const twice = { $ref: '#/components/schemas/a%20b~1c' };
  const spec = smallSpec({ it: { $ref }, 'a b/c': {}, '100%': {}, twice });
  expect(resolve(spec, '/components/schemas/it')).toBe(pointer);
});

test('what is no object is an empty one', () => {
  const others = [null, [1], 'text', 5];
  const spec = smallSpec({}, { 'x-others': others, 'x-own': { a: 1 } });
  expect(others.map((_, index) => objectAt(spec, `/x-others/${index}`))).toEqual([{}, {}, {}, {}]);
  expect([objectAt(spec, '/x-none'), objectAt(spec, '/x-own')]).toEqual([{}, { a: 1 }]);
});
