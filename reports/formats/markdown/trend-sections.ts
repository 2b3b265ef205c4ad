import { flakeRatesOf } from '../../history/flake-rates.ts';
import type { HistoryLine } from '../../history/history-line.ts';
import { latencyTrends } from '../../history/latency-trend.ts';
import { sinceWhen } from '../../history/since-when.ts';
import { trendRows } from '../../history/trend-rows.ts';
import {
  flakeWords,
  LATENCY_HEAD,
  latencyCells,
  sinceSentence,
  TREND_HEAD,
  trendCells,
} from '../../history/trend-text.ts';
import { counted } from '../../summary/columns.ts';
import { clipped } from '../inert-text.ts';
import { prose, table } from './markdown-text.ts';
import type { Section } from './section.ts';

/** How many runs the table has: a week of nights. */
const RUNS = 7;

/** Longest cell and longest sentence, in UTF-16 units: ours. */
const LONGEST = 500;

const escaped = (cells: readonly string[]): readonly string[] => cells.map((cell) => prose(clipped(cell, LONGEST)));

const list = (title: string, noun: string, sentences: readonly string[]): Section => ({
  title: `### ${title}`,
  noun,
  blocks: sentences.map((sentence) => () => `- ${prose(clipped(sentence, LONGEST))}`),
});

/** How this run stands in its history; nothing where there is none. */
export function trendSections(history: readonly HistoryLine[] = []): readonly Section[] {
  if (history.length < 2) return [];
  const rows = trendRows(history);
  const latencies = latencyTrends(history);
  const departures = sinceWhen(history).filter(({ finding }) => finding.standing !== 'open');
  return [
    {
      title: `### History: ${counted(rows.length, 'run')}`,
      noun: 'table',
      blocks: [
        () =>
          table(
            TREND_HEAD,
            rows.slice(-RUNS).map((row) => escaped(trendCells(row))),
          ),
        ...(latencies.length === 0
          ? []
          : [
              () =>
                table(
                  LATENCY_HEAD,
                  latencies.map((trend) => escaped(latencyCells(trend))),
                ),
            ]),
      ],
    },
    list('Since when', 'departure', departures.map(sinceSentence)),
    list(`Flaky in the last ${counted(rows.length, 'run')}`, 'scenario', flakeRatesOf(history).map(flakeWords)),
  ];
}
