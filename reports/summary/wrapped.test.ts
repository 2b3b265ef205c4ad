import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { paintFor } from './paint.ts';
import { wrapped } from './wrapped.ts';

const LIST = `    ${Array.from({ length: 30 }, (_, at) => `status ${at}`).join(', ')}`;

test.each([60, 80, 100])('a long list keeps its place and its words in %i columns', (width) => {
  const lines = wrapped(LIST, width).split('\n');
  expect(lines.filter((line) => line.length > width || !/^ {4}\S/.test(line))).toEqual([]);
  expect(lines.map((line) => line.trim()).join(' ')).toBe(LIST.trim());
  const nextWord = (at: number): string => lines[at + 1]?.trim().split(' ')[0] ?? '';
  expect(lines.slice(0, -1).filter((line, at) => `${line} ${nextWord(at)}`.length <= width)).toEqual([]);
});

test('marks of a terminal take no room', () => {
  const { quiet } = paintFor(true, {});
  expect(stripVTControlCharacters(wrapped(quiet(LIST), 80))).toBe(wrapped(LIST, 80));
  expect(wrapped(quiet('x'.repeat(80)), 80)).toBe(quiet('x'.repeat(80)));
});

test('a word that is too long, and a row of a table, stay whole', () => {
  const word = `    ${'x'.repeat(90)}`;
  const row = `  topic${' '.repeat(70)}passed`;
  expect([wrapped(word, 60), wrapped(row, 60)]).toEqual([word, row]);
});

test('a terminal of no width to speak of does not break every word', () => {
  expect(wrapped(LIST, 0).split('\n').length).toBeLessThan(12);
});
