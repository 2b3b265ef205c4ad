import { flakeRatesOf } from '../../../history/flake-rates.ts';
import type { HistoryLine } from '../../../history/history-line.ts';
import { flakeWords } from '../../../history/trend-text.ts';
import { clipped } from '../../inert-text.ts';
import { type Content, html, type Markup } from '../markup.ts';
import { lines } from '../plots/lines.ts';
import { type Bar, stackedBars } from '../plots/stacked-bars.ts';
import { instantText } from './header-section.ts';
import { msText } from './timing-section.ts';

/** How many runs are shown, and how many operations have a plot: ours. */
const MOST_RUNS = 90;
const MOST_OPERATIONS = 12;

/** How many flaky scenarios are named: ours. */
const MOST_FLAKY = 100;

const barOf = ({ startedAt, totals: { pass, fail, inconclusive, inapplicable, notRun } }: HistoryLine): Bar => ({
  label: instantText(startedAt),
  parts: [
    { tone: 'good', word: 'passed', count: pass },
    { tone: 'bad', word: 'failed', count: fail },
    { tone: 'doubt', word: 'inconclusive or not run', count: inconclusive + notRun },
    { tone: 'quiet', word: 'inapplicable', count: inapplicable },
  ],
});

const countOf = ({ findings }: HistoryLine, standing: string): number =>
  findings.filter((finding) => finding.standing === standing).length;

function findingsPlot(history: readonly HistoryLine[]): Markup {
  const [fresh, known] = ['new', 'known'].map((standing) => history.map((line) => countOf(line, standing)));
  const plot = lines(
    [
      { name: 'new departures', style: 'first', values: fresh ?? [] },
      { name: 'known departures', style: 'second', values: known ?? [] },
    ],
    'Departures by cause, run by run',
  );
  return html`<figure>${plot}<figcaption>Departures by cause: new ${fresh?.at(-1) ?? 0} (full line), known ${known?.at(-1) ?? 0} (dashed)</figcaption></figure>`;
}

function latencyPlot(operation: string, history: readonly HistoryLine[]): Markup {
  const of = (name: 'p50' | 'p90'): readonly (number | undefined)[] =>
    history.map(({ latency }) => latency[operation]?.[name]);
  const name = clipped(operation, 100);
  const [p50, p90] = [of('p50'), of('p90')];
  const plot = lines(
    [
      { name: 'p90', style: 'first', values: p90 },
      { name: 'p50', style: 'second', values: p50 },
    ],
    `Latency of ${name}, run by run`,
  );
  const now = (values: typeof p50): string => msText(values.findLast((value) => value !== undefined) ?? 0);
  return html`<figure>${plot}<figcaption><strong>${name}</strong>: p90 ${now(p90)} (full line), p50 ${now(p50)} (dashed)</figcaption></figure>`;
}

const row = (line: HistoryLine): Markup => {
  const { startedAt, ended, totals, flaky, run } = line;
  const numbers = [totals.pass, totals.fail, totals.inconclusive + totals.notRun, totals.inapplicable];
  const findings = [countOf(line, 'new'), countOf(line, 'known'), flaky.length];
  return html`<tr><th scope="row">${instantText(startedAt)}</th><td>${ended}</td>${[...numbers, ...findings].map((count) => html`<td class="number">${count}</td>`)}<td><code>${clipped(run, 100)}</code></td></tr>`;
};

/** The scenarios that came to their verdict by chance, the worst first. */
function flakyList(history: readonly HistoryLine[]): Content {
  const rates = flakeRatesOf(history);
  if (rates.length === 0) return '';
  const rest = rates.length - MOST_FLAKY;
  const items = rates.slice(0, MOST_FLAKY).map((rate) => html`<li>${flakeWords(rate)}</li>`);
  return html`<details><summary>Flaky scenarios: ${rates.length}</summary><ul class="notes">${items}${rest > 0 && html`<li>… and ${rest} more</li>`}</ul></details>`;
}

/** Verdicts, departures, latency and flakiness over the last runs on this target, as plots and as a table. */
export function trendsSection(history: readonly HistoryLine[]): Content {
  const shown = history.slice(-MOST_RUNS);
  if (shown.length < 2) return '';
  const operations = [...new Set(shown.flatMap(({ latency }) => Object.keys(latency)))].slice(0, MOST_OPERATIONS);
  const heads = ['Passed', 'Failed', 'Inconclusive', 'Inapplicable', 'New', 'Known', 'Flaky'];
  return html`<section id="trends" aria-labelledby="trends-title"><h2 id="trends-title">The last ${shown.length} runs</h2>
<figure>${stackedBars(shown.map(barOf), 'Verdicts, run by run')}<figcaption>Verdicts, run by run: passed below, then failed, inconclusive and inapplicable.</figcaption></figure>
<div class="plots">${findingsPlot(shown)}${operations.map((operation) => latencyPlot(operation, shown))}</div>
${flakyList(shown)}<details><summary>The same in numbers</summary><div class="scroll" role="region" aria-label="Run by run" tabindex="0"><table><thead><tr><th scope="col">Begun</th><th scope="col">Ended</th>${heads.map((head) => html`<th scope="col" class="number">${head}</th>`)}<th scope="col">Run</th></tr></thead><tbody>${shown.toReversed().map(row)}</tbody></table></div></details></section>`;
}
