import { expect, test } from 'vitest';
import { mediaTypesOf } from './media-type.ts';

test.each([
  [{}, []],
  [{ 'text/plain': {}, 'text/html': {} }, ['text/plain', 'text/html']],
  [{ 'text/plain': {}, 'application/hal+JSON; v=1': {} }, ['application/hal+JSON; v=1', 'text/plain']],
  [{ 'text/json-seq': {}, 'application/json': {} }, ['application/json', 'text/json-seq']],
  [{ 'text/plain; as=a/json': {}, 'text/json': {} }, ['text/json', 'text/plain; as=a/json']],
  [undefined, []],
  [null, []],
  ['application/json', []],
])('of %j the one that is read stands first', (content, types) => {
  expect(mediaTypesOf(content)).toEqual(types);
});
