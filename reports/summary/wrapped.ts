import { stripVTControlCharacters } from 'node:util';

/** Width of a text where no terminal says its own, in characters: ours, what a log or a mail shows without scrolling. */
export const PAGE_WIDTH = 100;

/** Narrower than this no line is broken, in characters: ours. */
const LEAST_WIDTH = 40;

/** Marks of a terminal, how far in the line begins, and its words. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: a colour begins with one
const LINE = /^((?:\x1b\[[\d;]*m)*)( *)(.*)$/s;

/** Cells of a table stand two spaces apart: its rows are left as they are. */
const isRow = (text: string): boolean => text.includes('  ');

const lengthOf = (text: string): number => stripVTControlCharacters(text).length;

function brokenInto(words: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && lengthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** A line broken between words where it is wider than `width` characters, each piece as far in; one long word stays whole. */
export function wrapped(line: string, width: number): string {
  const [, marks = '', indent = '', text = ''] = LINE.exec(line) ?? [];
  if (lengthOf(line) <= width || isRow(text)) return line;
  const pieces = brokenInto(text.split(' '), Math.max(width, LEAST_WIDTH) - indent.length);
  return `${marks}${indent}${pieces.join(`\n${indent}`)}`;
}
