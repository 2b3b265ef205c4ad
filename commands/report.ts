import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { comparisonOf } from '../reports/compare/comparison.ts';
import type { HistoryLine } from '../reports/history/history-line.ts';
import type { RunRecord } from '../reports/run-record.ts';
import { answerOf } from '../reports/summary/answer.ts';
import { type Paint, paintFor } from '../reports/summary/paint.ts';
import { writeMergedRecord } from '../reports/write-record.ts';
import { compared } from './compare.ts';
import { endingOf, exitCodeOf } from './exit-code.ts';
import { summaryText } from './print-record.ts';
import { printableIn, printableJson } from './printable-in.ts';
import { renderRecord, type Surroundings } from './render-record.ts';
import type { ReportOptions } from './report-options.ts';
import { historyOf, keepMerged } from './run-history.ts';
import { say } from './say.ts';
import { countLeaks } from './scan-artefacts.ts';
import { scenarioStory } from './scenario-story.ts';
import { storyAnswer, storyText } from './story-text.ts';
import { wholeRecord } from './whole-record.ts';

/** What there is to say, in every form that it can be asked for. */
export interface Told {
  readonly code: number;
  readonly json: unknown;
  /** One line. */
  readonly answer: () => string;
  readonly text: () => string;
}

/** The record as it can be printed; exchanges and findings are escaped where they are. */
const shownOf = (record: RunRecord): RunRecord => ({
  ...printableIn({ ...record, scenarios: [] }),
  scenarios: record.scenarios.map(({ exchanges, ...scenario }) => ({ ...printableIn(scenario), exchanges })),
});

function whole(
  record: RunRecord,
  directory: string,
  paint: Paint,
  isStrict: boolean | undefined,
  history?: readonly HistoryLine[],
): Told {
  const shown = shownOf(record);
  return {
    code: exitCodeOf(endingOf(record, null, isStrict)),
    json: record,
    answer: () => answerOf(shown, paint),
    text: () => summaryText(shown, directory, history),
  };
}

function one(record: RunRecord, id: string, paint: Paint, isStrict: boolean | undefined): Told {
  const story = scenarioStory(record, id);
  const code = exitCodeOf(endingOf(record, null, isStrict));
  return {
    code,
    json: story,
    answer: () => storyAnswer(printableIn(story), paint),
    text: () => storyText(story, paint),
  };
}

function writeTo(directory: string, record: RunRecord): void {
  mkdirSync(directory, { recursive: true });
  writeMergedRecord(directory, record);
}

/** What was asked for: one scenario, a comparison, or the run. */
function told(
  record: RunRecord,
  other: RunRecord | undefined,
  directory: string,
  { scenario, strictBaseline }: ReportOptions,
  history: readonly HistoryLine[] | undefined,
): readonly Told[] {
  const paint = paintFor(process.stdout.isTTY === true);
  const comparison = other && compared(record, other, paint);
  if (scenario !== undefined)
    return [one(record, scenario, paint, strictBaseline), ...(comparison ? [comparison] : [])];
  return [comparison ?? whole(record, directory, paint, strictBaseline, history)];
}

/** What the record is rendered beside: a mock and a service are held against each other otherwise than two runs. */
const surroundingsOf = (
  record: RunRecord,
  other: RunRecord | undefined,
  history: readonly HistoryLine[] | undefined,
): Surroundings => ({
  ...(history && { history }),
  ...(other?.target.judges === record.target.judges && { comparison: comparisonOf(other, record) }),
});

/**
 * Prints a run, the records of its shards merged, what has changed since another, or one scenario. Resolves to 1 where the
 * comparison found a regression; without one, to the exit code that the run has by its record.
 */
export async function report(paths: readonly string[], options: ReportOptions): Promise<number> {
  const record = wholeRecord(paths);
  const directory = resolve(options.reportDir ?? paths[0] ?? '');
  if (options.reportDir !== undefined) writeTo(directory, record);
  const kept = options.reportDir === undefined ? [] : keepMerged(record, options.history);
  const other = options.against && wholeRecord(options.against);
  const history = historyOf(record, options.history);
  const all = told(record, other, directory, options, history);
  const written =
    options.format && (await renderRecord(record, options.format, surroundingsOf(record, other, history)));
  const leaks = countLeaks(...kept, ...(written ?? []));
  if (leaks > 0) return exitCodeOf({ ...endingOf(record, null), defects: leaks });
  if (options.format?.some(({ file }) => file === undefined)) return all.at(-1)?.code ?? 0;
  if (options.json) say(printableJson(all.length === 1 ? all[0]?.json : all.map(({ json }) => json)));
  else say(all.map(({ answer, text }) => (options.quiet ? `${answer()}\n` : text())).join('\n'));
  return all.at(-1)?.code ?? 0;
}
