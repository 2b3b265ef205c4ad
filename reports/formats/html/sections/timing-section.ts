import type { Exchange } from '../../../../schemas/exchange.ts';
import { percentileOf } from '../../../history/latency-of.ts';
import type { RunRecord } from '../../../run-record.ts';
import { grouped } from '../../../summary/columns.ts';
import { answerIdOf } from '../../../support-ticket.ts';
import { clipped } from '../../inert-text.ts';
import { type Content, html, type Markup } from '../markup.ts';
import { histogram } from '../plots/histogram.ts';

/** How many of the slowest calls are named, and how many operations have a row: ours. */
const SLOWEST = 10;
const MOST_OPERATIONS = 50;

/** Longest name, in UTF-16 units: ours. */
const LONGEST = 200;

/** A call and the scenario in which it was made. */
interface Call {
  readonly exchange: Exchange;
  readonly scenario: string;
}

/** A duration for a person. */
export const msText = (ms: number): string =>
  ms >= 1000 ? `${(ms / 1000).toFixed(2)} s` : `${ms.toFixed(ms < 10 ? 1 : 0)} ms`;

function operationRow([operation, calls]: readonly [string, readonly Call[]], most: number): Markup {
  const answered = calls.filter(({ exchange }) => exchange.response.kind === 'answer');
  const ascending = [...Float64Array.from(answered, ({ exchange }) => exchange.durationMs).sort()];
  const at = (share: number): string => (ascending.length === 0 ? '–' : msText(percentileOf(ascending, share)));
  const name = clipped(operation, LONGEST);
  const numbers = [0.5, 0.9, 0.99, 1].map((share) => html`<td class="number">${at(share)}</td>`);
  return html`<tr><th scope="row">${name}</th><td class="number">${answered.length}</td><td class="number">${calls.length - answered.length}</td>${numbers}<td class="plot-cell">${histogram(ascending, most, `How long ${name} took`)}</td></tr>`;
}

function slowestRow({ exchange, scenario }: Call): Markup {
  const id = answerIdOf(exchange)?.value ?? '–';
  const end = exchange.response.kind === 'failure' ? exchange.response.code : String(exchange.response.status);
  return html`<tr><td class="number">${msText(exchange.durationMs)}</td><th scope="row">${clipped(exchange.operation, LONGEST)}</th><td>${clipped(end, LONGEST)}</td><td><code>${clipped(id, LONGEST)}</code></td><td><button type="button" class="link" data-scenario="${clipped(scenario, 300)}">${clipped(scenario, 300)}</button></td></tr>`;
}

/** The slowest calls, the slowest first; a run has too many to sort them all. */
function slowestOf(calls: readonly Call[]): readonly Call[] {
  const durations = Float64Array.from(calls, ({ exchange }) => exchange.durationMs).sort();
  const least = durations.at(-SLOWEST) ?? 0;
  const slow = calls.filter(({ exchange }) => exchange.durationMs >= least);
  return slow.toSorted((a, b) => b.exchange.durationMs - a.exchange.durationMs).slice(0, SLOWEST);
}

/** How long the calls of this run took: the distribution for each operation, and the slowest ones. */
export function timingSection({ scenarios }: RunRecord): Content {
  const calls = scenarios.flatMap(({ id, exchanges }) => exchanges.map((exchange) => ({ exchange, scenario: id })));
  if (calls.length === 0) return '';
  const most = calls.reduce((longest, { exchange }) => Math.max(longest, exchange.durationMs), 1);
  const operations = [...grouped(calls, ({ exchange }) => exchange.operation)].slice(0, MOST_OPERATIONS);
  const slowest = slowestOf(calls);
  return html`<section id="timing" aria-labelledby="timing-title"><h2 id="timing-title">How long calls took</h2>
<div class="scroll" role="region" aria-label="Latency by operation" tabindex="0"><table><thead><tr><th scope="col">Operation</th><th scope="col" class="number">Answered</th><th scope="col" class="number">Lost</th><th scope="col" class="number">p50</th><th scope="col" class="number">p90</th><th scope="col" class="number">p99</th><th scope="col" class="number">Slowest</th><th scope="col">Distribution, 0.1 ms to ${msText(most)}, logarithmic</th></tr></thead><tbody>${operations.map((operation) => operationRow(operation, most))}</tbody></table></div>
<details><summary>The slowest calls: ${slowest.length}</summary><div class="scroll" role="region" aria-label="The slowest calls" tabindex="0"><table><thead><tr><th scope="col" class="number">Took</th><th scope="col">Operation</th><th scope="col">Answer</th><th scope="col">Debug id</th><th scope="col">Scenario</th></tr></thead><tbody>${slowest.map(slowestRow)}</tbody></table></div></details></section>`;
}
