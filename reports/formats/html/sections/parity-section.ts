import type { ParityRow, ParitySide, ParityStanding } from '../../../parity/parity-row.ts';
import { legacyWords, restWords } from '../../../parity/parity-words.ts';
import type { RunRecord } from '../../../run-record.ts';
import { clipped } from '../../inert-text.ts';
import { type Content, html, type Markup } from '../markup.ts';
import type { Sign } from '../sign.ts';

/** Longest text of a cell, in UTF-16 units: ours. */
const LONGEST = 300;

const SIGNS: Readonly<Record<ParityStanding, Sign>> = {
  verified: { tone: 'good', sign: '✓', word: 'verified' },
  departs: { tone: 'bad', sign: '✕', word: 'departs' },
  unknown: { tone: 'doubt', sign: '?', word: 'unknown' },
  'legacy-only': { tone: 'quiet', sign: '–', word: 'legacy only' },
  'rest-only': { tone: 'quiet', sign: '–', word: 'REST only' },
};

function standingCell(standing: ParityStanding): Markup {
  const { tone, sign, word } = SIGNS[standing];
  return html`<td><span class="badge ${tone}"><span aria-hidden="true">${sign}</span> ${word}</span></td>`;
}

/** What a side answered, with the scenario that shows it. */
function sideCell(words: string, side: ParitySide | null): Markup {
  const text = clipped(words, LONGEST);
  if (side === null) return html`<td>${text}</td>`;
  return html`<td><button type="button" class="link" data-scenario="${clipped(side.scenario, LONGEST)}">${text}</button></td>`;
}

const parityRow = (row: ParityRow): Markup =>
  html`<tr><th scope="row">${clipped(row.titles.join(', '), LONGEST)}</th>${sideCell(legacyWords(row), row.legacy)}${sideCell(restWords(row), row.rest)}${standingCell(row.standing)}<td class="note-cell">${clipped(row.note ?? '', LONGEST)}</td></tr>`;

/** Which answer of REST stands for which code of the legacy operation, where a run has asked both the same. */
export function paritySection({ parity = [] }: RunRecord): Content {
  if (parity.length === 0) return '';
  return html`<section id="parity" aria-labelledby="parity-title"><h2 id="parity-title">Legacy and REST, case by case</h2>
<p class="lead">Each row is the same case on both systems; in brackets stands what comes nearest where one of them was not asked.</p>
<div class="scroll" role="region" aria-label="Parity" tabindex="0"><table class="parity"><thead><tr><th scope="col">Case</th><th scope="col">Legacy</th><th scope="col">REST v2</th><th scope="col">Standing</th><th scope="col">To know</th></tr></thead><tbody>${parity.map(parityRow)}</tbody></table></div></section>`;
}
