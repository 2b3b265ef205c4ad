import { namedKind } from '../kinds/kind-pages.ts';
import { columns, counted, listed } from '../summary/columns.ts';
import type { Paint } from '../summary/paint.ts';
import { type FlakeRate, flakeRatesOf } from './flake-rates.ts';
import type { HistoryLine } from './history-line.ts';
import { type LatencyTrend, latencyTrends } from './latency-trend.ts';
import { type SinceWhen, sinceWhen } from './since-when.ts';
import { type TrendRow, trendRows } from './trend-rows.ts';

/** How many runs, departures and flaky scenarios are printed; the history has all. */
const SHOWN = 7;

/** `2026-01-31 03:17`, UTC. */
export const minuteOf = (instant: string): string => instant.slice(0, 16).replace('T', ' ');

/** The head of a table of runs. */
export const TREND_HEAD = ['run begun (UTC)', 'passed', 'failed', 'inconclusive', 'not run', 'new', 'known'] as const;

/** One run as a row of that table. */
export const trendCells = (row: TrendRow): readonly string[] => [
  [minuteOf(row.startedAt), ...(row.ended === 'whole' ? [] : [row.ended]), ...(row.isPart ? ['part'] : [])].join(' '),
  ...[row.pass, row.fail, row.inconclusive, row.notRun, row.new, row.known].map(String),
];

/** Since when one departure is there, in one sentence. */
export function sinceSentence({ finding, scenarios, age }: SinceWhen): string {
  const what = `${namedKind(finding.kind)}${finding.place === '' ? '' : ` at ${finding.place}`} (${finding.standing})`;
  const good = age.lastGood === null ? 'no good run is known' : `last good ${minuteOf(age.lastGood.startedAt)}`;
  const days = age.days === 0 ? '' : `, ${counted(age.days, 'day')}`;
  return `${what} in ${listed(scenarios, 1)}: first seen ${minuteOf(age.firstSeen)}, for ${counted(age.runs, 'run')}${days}; ${good}`;
}

/** The head of a table of latencies. */
export const LATENCY_HEAD = ['latency, ms', 'calls', 'p50', 'p90', 'p99', 'max', 'usual p50', 'p90', 'p99'] as const;

/** One operation as a row of that table. */
export const latencyCells = ({ operation, now, usual }: LatencyTrend): readonly string[] => [
  operation,
  ...[now.calls, now.p50, now.p90, now.p99, now.max].map(String),
  ...[usual?.p50, usual?.p90, usual?.p99].map((value) => String(value ?? '–')),
];

/** How often one scenario was flaky, in a few words. */
export const flakeWords = ({ scenario, flaky, runs, rate }: FlakeRate): string =>
  `${scenario}: ${flaky} of ${counted(runs, 'run')} (${(rate * 100).toFixed(0)} %)`;

const more = (all: number): readonly string[] => (all > SHOWN ? [`  … and ${all - SHOWN} more`] : []);

function titled(title: string, lines: readonly string[], paint: Paint): readonly string[] {
  if (lines.length === 0) return [];
  return [paint.title(title), ...lines.slice(0, SHOWN).map((line) => `  ${line}`), ...more(lines.length)];
}

function table(head: readonly string[], rows: readonly (readonly string[])[], paint: Paint): readonly string[] {
  const [first = '', ...lines] = columns([head, ...rows]);
  return [paint.title(first), ...lines];
}

/** How this run stands in its history: the last runs, since when what departs is there, latency, and what is flaky. */
export function trendSection(history: readonly HistoryLine[], paint: Paint): readonly string[] {
  if (history.length < 2) return [];
  const rows = trendRows(history);
  const departures = sinceWhen(history).filter(({ finding }) => finding.standing !== 'open');
  return [
    paint.title(`History: ${counted(rows.length, 'run')} since ${minuteOf(rows[0]?.startedAt ?? '')}`),
    ...table(TREND_HEAD, rows.slice(-SHOWN).map(trendCells), paint),
    ...titled('Since when', departures.map(sinceSentence), paint),
    ...table(LATENCY_HEAD, latencyTrends(history).map(latencyCells), paint),
    ...titled('Flaky', flakeRatesOf(history).map(flakeWords), paint),
  ];
}
