import type { CoverageEntry } from '../../../run-record.ts';
import { type Content, html, type Markup } from '../markup.ts';
import { COVERAGE_SIGNS, coverageSign } from '../sign.ts';

/** Longest name of a cell, in UTF-16 units: ours; the dialog behind it has the rest. */
const LONGEST = 90;

/** An obligation and its place in the page's data. */
export interface Placed {
  readonly entry: CoverageEntry;
  readonly at: number;
}

const WORST_FIRST = Object.keys(COVERAGE_SIGNS);

const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/** The worst standing of several; one that is not known here counts as worse. */
export const worstOf = (cells: readonly Placed[]): string =>
  cells.map(({ entry }) => entry.standing).toSorted((a, b) => WORST_FIRST.indexOf(a) - WORST_FIRST.indexOf(b))[0] ?? '';

/** A cell: its sign, its words, and the scenarios behind it on a press; nothing where there is no obligation. */
export function cell(cells: readonly Placed[], label: string): Content {
  if (cells.length === 0) return '';
  const { tone, sign, word } = coverageSign(worstOf(cells));
  const places = cells.map(({ at }) => at).join(' ');
  return html`<button type="button" class="cell ${tone}" data-obligations="${places}"><span aria-hidden="true">${sign}</span> <span>${short(label)}</span><span class="unseen">, ${word}</span></button>`;
}

/** The end of an obligation's id, e.g. the issue. */
const lastOf = ({ entry }: Placed): string => entry.id.split('/').at(-1) ?? entry.id;

/** Each obligation in a cell of its own. */
export const cellsOf = (placed: readonly Placed[], nameOf: (one: Placed) => string = lastOf): readonly Content[] =>
  placed.map((one) => cell([one], nameOf(one)));

/** Several obligations in one cell: how many of them hold. */
export function summed(placed: readonly Placed[]): Content {
  const held = placed.filter(({ entry }) => ['verified', 'rehearsed'].includes(entry.standing)).length;
  return cell(placed, `${held} of ${placed.length}`);
}

/** A table that is scrolled by itself where it is too wide. */
export const scrolled = (label: string, table: Markup): Markup =>
  html`<div class="scroll" role="region" aria-label="${label}" tabindex="0">${table}</div>`;
