import { expect, test } from 'vitest';
import { KEYWORD_JOINS } from './keyword-joins.ts';

test.each([
  ['maxLength', 3, 5, 3],
  ['maximum', -1, -2, -2],
  ['minItems', 3, 5, 5],
  ['minimum', -1, -2, -1],
  ['uniqueItems', false, true, true],
  ['exclusiveMinimum', true, false, true],
  ['exclusiveMaximum', false, false, false],
  ['enum', ['a', 'b', 'c'], ['c', 'x', 'a'], ['a', 'c']],
  ['enum', ['a'], ['b'], []],
])('of two %s the tightest counts: %j and %j are %j', (keyword, one, other, joined) => {
  expect(KEYWORD_JOINS[keyword]?.(one as never, other as never)).toEqual(joined);
});
