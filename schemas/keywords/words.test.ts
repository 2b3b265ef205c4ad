import { expect, test } from 'vitest';
import { isUniversal, matches, matchingWords, takesBeyondAscii, wordOfLength } from './strings.ts';

test.each<[pattern: string, takes: boolean | undefined]>([
  ['^[a-z]$', false],
  ['^[\\x00-\\x7f]+$', false],
  ['^[\\x00-\\x80]$', true],
  ['^(a|é|b)$', true],
  ['^.$', true],
  ['a', true],
  ['a$', true],
  ['(?=a)', undefined],
])('%s takes characters outside ASCII: %s', (pattern, takes) => {
  expect(takesBeyondAscii(pattern)).toBe(takes);
});

test.each<[pattern: string | undefined, length: number, word: string | undefined]>([
  ['^[0-9a-f]+$', 3, 'aaa'],
  ['^[A-a]$', 1, 'a'],
  ['^[a-b]$', 1, 'a'],
  ['^[b-z]+$', 2, 'bb'],
  ['^[ -Z]+$', 2, '!!'],
  ['^[~]$', 1, '~'],
  ['^[\\x00-\\x05!]$', 1, '!'],
  ['^[\\x00-\\x05]$', 1, '\0'],
  ['^ $', 1, ' '],
  ['^[\\x7f-\\x80]$', 1, '\x7f'],
  ['^[!-0]$', 1, '!'],
  ['^[\\x1f-!]$', 1, '!'],
  ['b$', 2, 'ab'],
  ['^[\\u{1f600}-\\u{1f64f}]$', 1, '😀'],
  ['^a{3}$', 2, undefined],
  ['^a{3}$', 4, undefined],
  ['^[\\S\\s]*$', 2, 'xx'],
  [undefined, 2, 'xx'],
  ['(?=a)', 2, undefined],
])('%j has a word of %i characters: %j', (pattern, length, word) => {
  expect(wordOfLength(pattern, length)).toBe(word);
});

test('characters are code points', () => {
  expect([wordOfLength('^\\p{Emoji_Presentation}$', 1)].map((word) => [...(word ?? '')].length)).toEqual([1]);
  expect([matches('^.$', '🧾'), matches('(', 'a'), isUniversal('^(?:.|\\n|\\r|\\u2028|\\u2029)*$')]).toEqual([
    true,
    false,
    true,
  ]);
  expect([...matchingWords('[')]).toEqual([]);
});
