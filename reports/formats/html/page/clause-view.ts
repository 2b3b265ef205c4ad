/// <reference lib="dom" />
import type { Clause } from '../../../../schemas/contract/clause.ts';
import { type Child, element } from './elements.ts';
import { data, encoded } from './page-state.ts';

/** Lines that are shown before and after the clause's own. */
const AROUND = 3;

/** A document has that many lines at most for it to be shown whole. */
const MOST_LINES = 20_000;

/** The part of the address that shows a document at a line. */
export const clauseHash = ({ file, line }: Pick<Clause, 'file' | 'line'>): string =>
  `#/${encoded(`specs/${file}:${line}`)}`;

/** Lines with their numbers, one of them marked. */
function numbered(lines: readonly string[], from: number, own: number): Child {
  return lines.map((text, at) => {
    const number = from + at;
    const words = element('span', {}, `${String(number).padStart(5)}  ${text}`);
    const isOwn = number === own;
    return element('span', { class: 'line' }, isOwn ? element('mark', {}, words) : words, '\n');
  });
}

/** Lines without the indent that they share. */
function dedented(lines: readonly string[]): readonly string[] {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const shared = Math.min(...indents);
  return lines.map((line) => line.slice(Number.isFinite(shared) ? shared : 0));
}

/** A clause: its link, and its lines as they are pinned. */
export function clauseView(clause: Clause): HTMLElement {
  const { file, line, pointer } = clause;
  const lines = data.specs[file];
  const link = element('a', { href: clauseHash(clause) }, `specs/${file}:${line}`);
  const from = Math.max(1, line - AROUND);
  const shown = lines?.slice(from - 1, line + AROUND);
  const excerpt =
    shown === undefined || lines === undefined || lines.length < line
      ? element('p', { class: 'quiet' }, 'Its lines are not pinned here.')
      : element('pre', { class: 'spec', tabindex: '0' }, numbered(dedented(shown), from, line));
  const head = element(
    'p',
    {},
    lines === undefined ? `specs/${file}:${line}` : link,
    ' ',
    element('code', {}, pointer),
  );
  return element('div', { class: 'clause' }, head, excerpt);
}

/** A whole pinned document with one line marked, for a dialog; undefined where the page has none of that name. */
export function specView(file: string, line: number): HTMLElement | undefined {
  const lines = Object.hasOwn(data.specs, file) ? data.specs[file] : undefined;
  if (lines === undefined) return undefined;
  return element('pre', { class: 'spec', tabindex: '0' }, numbered(lines.slice(0, MOST_LINES), 1, line));
}
