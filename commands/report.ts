import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { RunRecord } from '../reports/run-record.ts';
import { answerOf } from '../reports/summary/answer.ts';
import { type Paint, paintFor } from '../reports/summary/paint.ts';
import { writeMergedRecord } from '../reports/write-record.ts';
import { compared } from './compare.ts';
import { endingOf, exitCodeOf } from './exit-code.ts';
import { summaryText } from './print-record.ts';
import { printableIn, printableJson } from './printable-in.ts';
import { renderRecord } from './render-record.ts';
import type { ReportOptions } from './report-options.ts';
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

function whole(record: RunRecord, directory: string, paint: Paint): Told {
  const shown = shownOf(record);
  return {
    code: exitCodeOf(endingOf(record, null)),
    json: record,
    answer: () => answerOf(shown, paint),
    text: () => summaryText(shown, directory),
  };
}

function one(record: RunRecord, id: string, paint: Paint): Told {
  const story = scenarioStory(record, id);
  const code = exitCodeOf(endingOf(record, null));
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
function told(record: RunRecord, directory: string, { against, scenario }: ReportOptions): readonly Told[] {
  const paint = paintFor(process.stdout.isTTY === true);
  const comparison = against ? compared(record, wholeRecord(against), paint) : undefined;
  if (scenario !== undefined) return [one(record, scenario, paint), ...(comparison ? [comparison] : [])];
  return [comparison ?? whole(record, directory, paint)];
}

/**
 * Prints a run, the records of its shards merged, what has changed since another, or one scenario. Resolves to 1 where the
 * comparison found a regression; without one, to the exit code that the run has by its record.
 */
export async function report(paths: readonly string[], options: ReportOptions): Promise<number> {
  const record = wholeRecord(paths);
  const directory = resolve(options.reportDir ?? paths[0] ?? '');
  if (options.reportDir !== undefined) writeTo(directory, record);
  const all = told(record, directory, options);
  const leaks = countLeaks(...(await renderRecord(record, options.format)));
  if (leaks > 0) return exitCodeOf({ ...endingOf(record, null), defects: leaks });
  if (options.format?.some(({ file }) => file === undefined)) return all.at(-1)?.code ?? 0;
  if (options.json) say(printableJson(all.length === 1 ? all[0]?.json : all.map(({ json }) => json)));
  else say(all.map(({ answer, text }) => (options.quiet ? `${answer()}\n` : text())).join('\n'));
  return all.at(-1)?.code ?? 0;
}
