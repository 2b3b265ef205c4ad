import { inert, inertLines } from '../inert-text.ts';

/** What begins something in GitHub's Markdown inside of a line: code, emphasis, links, HTML, tables, mathematics, mentions. */
const MARKS = /[\\`*_[\]<>|~&$@#!]|:(?=\/\/)|(?<=\bwww)\./gi;

/** A text as running text: no mark in it means anything. It has to stand behind something else on its line. */
export const prose = (text: string): string => inert(text).replaceAll(MARKS, '\\$&');

const longestRun = (text: string): number => {
  let longest = 0;
  for (const [ticks] of text.matchAll(/`+/g)) longest = Math.max(longest, ticks.length);
  return longest;
};

/** A text as code within a line, which cannot end itself; not for a table, where a bar would. */
export function code(text: string): string {
  if (text === '') return '';
  const safe = inert(text);
  const fence = '`'.repeat(longestRun(safe) + 1);
  const pad = /^[` ]|[` ]$/.test(safe) && safe.trim() !== '' ? ' ' : '';
  return `${fence}${pad}${safe}${pad}${fence}`;
}

/** Lines of code, which cannot end their own block. */
export function block(language: string, text: string): string {
  const safe = inertLines(text);
  const fence = '`'.repeat(Math.max(3, longestRun(safe) + 1));
  return `${fence}${language}\n${safe}\n${fence}`;
}

/** A table; the first column to the left, the others, which are numbers, to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, at) => (at === 0 ? '---' : '---:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}
