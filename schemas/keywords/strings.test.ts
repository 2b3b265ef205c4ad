import { expect, test } from 'vitest';
import { shortestMatch } from './string-length.ts';
import { isUniversal, matches, matchingWords, refusedWords, wordOfLength } from './strings.ts';

function first(words: Iterable<string>, count: number): string[] {
  const found: string[] = [];
  for (const word of words) if (found.push(word) === count) break;
  return found;
}

/** Anchored on both sides, on one, on none, and in some alternatives only. */
const PATTERNS = [
  '^[A-Z]{2}\\d{4}$',
  '^a',
  'b$',
  'c',
  '^a|b$',
  '^a$|^b$|c',
  '^(?:a|b)+$',
  '^.*$',
  '^[A-Z]|^\\d+$',
  '[\\]|]',
];

test.each(PATTERNS)('%s: what is said to match matches, what is said to be refused does not', (pattern) => {
  for (const word of first(matchingWords(pattern), 30)) expect([word, matches(pattern, word)]).toEqual([word, true]);
  for (const word of first(refusedWords(pattern), 30)) expect([word, matches(pattern, word)]).toEqual([word, false]);
});

test.each(PATTERNS)('%s: words of a wanted length have it and match', (pattern) => {
  for (const length of [1, 5, 6, 40]) {
    const word = wordOfLength(pattern, length);
    if (word !== undefined) expect([[...word].length, matches(pattern, word)]).toEqual([length, true]);
  }
});

test('each alternative counts, with its own anchors', () => {
  expect(wordOfLength('^a$|^bb$', 2)).toBe('bb');
  expect(wordOfLength('^a|b$', 2)).toMatch(/^a|b$/);
  expect(wordOfLength('^[A-Z]{2}\\d{4}$', 6)).toMatch(/^[A-Z]{2}\d{4}$/);
  expect(wordOfLength('^[A-Z]{2}\\d{4}$', 5)).toBeUndefined();
});

test('a pattern that every string matches is universal, one that refuses a newline is not', () => {
  for (const pattern of ['^[\\S\\s]*$', '', '^', 'a*', 'a*$']) expect(isUniversal(pattern)).toBe(true);
  for (const pattern of ['^.*$', '^\\S*$', 'a', '(?=a)', '[', '^\\w{1,20000}$'])
    expect(isUniversal(pattern)).toBe(false);
});

test('the shortest match is one, in lower case where that matches too', () => {
  expect(shortestMatch({ pattern: '^[A-Z]{3}$' })).toMatchObject([{ value: expect.stringMatching(/^[A-Z]{3}$/) }]);
  expect(shortestMatch({ pattern: '^[A-Za-z]{3}$' })).toMatchObject([{ value: expect.stringMatching(/^[a-z]{3}$/) }]);
});

test('lengths that no automaton should be asked for are left alone, quickly', () => {
  const since = performance.now();
  expect(wordOfLength('^[a-c]+$', 1_000_000)).toBeUndefined();
  expect(performance.now() - since).toBeLessThan(500);
  expect(wordOfLength('^[a-c]+$', 20_000)).toBe('a'.repeat(20_000));
  expect(wordOfLength('^[a-c]+$', 20_001)).toBeUndefined();
});
