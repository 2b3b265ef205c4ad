import { expect, test } from 'vitest';
import { lastTokenOf, pointerTo, tokensOf, valueAt } from './clause.ts';

test.each([
  ['', [], ''],
  ['/', [''], ''],
  ['/a', ['a'], 'a'],
  ['/a/0/', ['a', '0', ''], ''],
  ['/paths/~1a~1{b}', ['paths', '/a/{b}'], '/a/{b}'],
  ['/~01/m~0n', ['~1', 'm~n'], 'm~n'],
])('%j is read as RFC 6901 has it', (pointer, tokens, last) => {
  expect(tokensOf(pointer)).toEqual(tokens);
  expect(lastTokenOf(pointer)).toBe(last);
  expect(pointerTo('', ...tokens)).toBe(pointer);
});

test('a pointer finds what stands there and nothing else', () => {
  const document = { a: [{ b: null }], '': 1 };
  const at = (pointer: string) => valueAt(document, pointer);
  expect(at('')).toBe(document);
  expect([at('/'), at('/a/0/b'), at('/a/0/b/c'), at('/a/1'), at('/toString')]).toEqual([
    1,
    null,
    undefined,
    undefined,
    undefined,
  ]);
});
