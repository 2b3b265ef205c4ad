import type { HistoryLine } from './history/history-line.ts';
import { trendSection } from './history/trend-text.ts';
import type { RunRecord } from './run-record.ts';
import { answerOf } from './summary/answer.ts';
import { coverageSection } from './summary/coverage-section.ts';
import { departuresSection, type Explain, notesSection } from './summary/findings-section.ts';
import { knownSection } from './summary/known-section.ts';
import { type Paint, PLAIN } from './summary/paint.ts';
import { paritySection } from './summary/parity-section.ts';
import { topicTable } from './summary/topic-table.ts';
import { trafficSection } from './summary/traffic-section.ts';
import { unknownSection } from './summary/unknown-section.ts';
import { wrapped } from './summary/wrapped.ts';

/** How a summary is printed. */
export interface SummaryOptions {
  readonly explain: Explain;
  /** What the run wrote. */
  readonly paths: readonly string[];
  readonly paint?: Paint;
  /** The runs of the same target up to this one; none where left out. */
  readonly history?: readonly HistoryLine[] | undefined;
  /** How wide a line may be, in characters; as wide as it is where left out. What departs is never broken: it is copied. */
  readonly width?: number;
}

function runLine({ totals, startedAt, finishedAt, contract, suite }: RunRecord): string {
  const seconds = ((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000).toFixed(1);
  return `${totals.requests} requests in ${seconds} s · ${contract.file} ${contract.version} · ${suite.name} ${suite.version}`;
}

/** What a person reads at the end of a run: the answer first, then topics, departures, what is not known, coverage, paths. */
export function summaryOf(
  record: RunRecord,
  { explain, paths, paint = PLAIN, width, history = [] }: SummaryOptions,
): string {
  const fitted = (lines: readonly string[]): readonly string[] =>
    width === undefined ? lines : lines.map((line) => wrapped(line, width));
  const sections = [
    fitted([answerOf(record, paint), paint.quiet(runLine(record))]),
    record.traffic ? fitted(trafficSection(record.traffic, paint)) : topicTable(record, paint),
    departuresSection(record, explain, paint),
    fitted(knownSection(record, paint)),
    fitted(unknownSection(record, paint)),
    fitted(notesSection(record, paint)),
    paritySection(record, paint),
    fitted(coverageSection(record, paint)),
    fitted(trendSection(history, paint)),
    paths.map((path) => `${paint.quiet('written')} ${path}`),
  ];
  const texts = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n').trimEnd());
  return `${texts.join('\n\n')}\n`;
}
