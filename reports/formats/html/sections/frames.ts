import type { RunRecord } from '../../../run-record.ts';
import { type Content, html, type Markup } from '../markup.ts';
import type { PageRow } from '../page-data.ts';
import { WORST_FIRST } from '../page-rows.ts';
import { OUTCOME_SIGNS } from '../sign.ts';

/** Where the script puts the findings by cause. */
export function findingsFrame({ scenarios }: RunRecord): Markup {
  const none = scenarios.every(({ findings }) => findings.length === 0);
  const lead = none ? 'None in this run.' : 'By cause, those that fail the run first.';
  return html`<section id="findings" aria-labelledby="findings-title" tabindex="-1"><h2 id="findings-title">Findings</h2><p class="lead">${lead}</p><div id="causes"></div></section>`;
}

const option = (value: string, text: string): Markup => html`<option value="${value}">${text}</option>`;

/** A choice of one value, or of any. */
function choice(name: string, label: string, options: readonly Content[]): Markup {
  return html`<label>${label} <select data-filter="${name}"><option value="">any</option>${options}</select></label>`;
}

const valuesOf = (rows: readonly PageRow[], of: (row: PageRow) => string | null): readonly string[] =>
  [...new Set(rows.map(of))].filter((value): value is string => value !== null && value !== '').slice(0, 200);

/** Where the script puts the list of scenarios, with all that narrows it. */
export function scenariosFrame(rows: readonly PageRow[]): Markup {
  const outcomes = WORST_FIRST.filter((outcome) => rows.some((row) => row.outcome === outcome));
  const plain = (of: (row: PageRow) => string | null) => valuesOf(rows, of).map((value) => option(value, value));
  return html`<section id="scenarios" aria-labelledby="scenarios-title"><h2 id="scenarios-title">Scenarios</h2>
<form id="filters" role="search" aria-label="Scenarios">
<label class="wide">Search <input type="search" id="search" autocomplete="off" spellcheck="false" placeholder="id, title, topic, kind of finding" aria-describedby="keys"></label>
${choice(
  'outcome',
  'Verdict',
  outcomes.map((outcome) => option(outcome, OUTCOME_SIGNS[outcome].word)),
)}${choice(
  'level',
  'Level',
  plain(({ level }) => level),
)}${choice(
  'topic',
  'Topic',
  plain(({ topic }) => topic),
)}${choice(
  'operation',
  'Operation',
  plain(({ operation }) => operation),
)}<button type="reset" class="plain">Clear</button></form>
<p id="keys" class="quiet">Ctrl+K to search, arrow keys in the list, Enter to open, Esc to close.</p>
<p id="count" role="status" class="lead"></p><div id="rows" role="region" aria-label="List of scenarios" tabindex="0"><ol id="list"></ol><button type="button" id="more" class="plain" hidden>Show more</button></div></section>`;
}
