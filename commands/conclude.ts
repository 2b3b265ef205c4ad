import { defectsFile } from '../reports/defect.ts';
import { journalFile } from '../reports/journal.ts';
import { readRecord } from '../reports/read-record.ts';
import type { RunRecord } from '../reports/run-record.ts';
import { answerOf } from '../reports/summary/answer.ts';
import { paintFor } from '../reports/summary/paint.ts';
import { recordFile } from '../reports/write-record.ts';
import { endingOf, exitCodeOf } from './exit-code.ts';
import type { JudgeOptions } from './judge-options.ts';
import { summaryText } from './print-record.ts';
import { printableIn, printableJson } from './printable-in.ts';
import { renderRecord } from './render-record.ts';
import { say } from './say.ts';
import { countLeaks } from './scan-artefacts.ts';
import type { Signal } from './signals.ts';

/** A record and what there is to say of it. */
export interface Concluded {
  readonly record: RunRecord;
  readonly directory: string;
  readonly signal: Signal | null;
  /** Printed before the summary. */
  readonly preface?: string;
  /** What `--json` prints in place of the record alone. */
  readonly json?: (record: RunRecord) => unknown;
}

/** The record as it can be printed; exchanges are escaped where they are. */
const shownOf = (record: RunRecord): RunRecord => ({
  ...printableIn({ ...record, scenarios: [] }),
  scenarios: record.scenarios.map(({ exchanges, ...scenario }) => ({ ...printableIn(scenario), exchanges })),
});

/** What is printed; nothing where a format goes to standard output. */
function textOf(
  { record, directory, preface = '', json = (whole) => whole }: Concluded,
  options: JudgeOptions,
): string {
  if (options.format?.some(({ file }) => file === undefined)) return '';
  if (options.json) return printableJson(json(readRecord(directory)));
  const shown = shownOf(record);
  if (options.quiet) return `${answerOf(shown, paintFor(process.stdout.isTTY === true))}\n`;
  return `${preface}${summaryText(shown, directory)}`;
}

/** Prints what was judged in the form asked for, writes it in the others, looks for leaks; resolves to the exit code. */
export async function conclude(concluded: Concluded, options: JudgeOptions): Promise<number> {
  const { record, directory, signal } = concluded;
  say(textOf(concluded, options));
  const written = options.format === undefined ? [] : await renderRecord(readRecord(directory), options.format);
  const ending = endingOf(record, signal);
  // The recording itself may lie in the same directory, and holds what it holds.
  const ours = [recordFile(directory), journalFile(directory), defectsFile(directory)];
  return exitCodeOf({ ...ending, defects: ending.defects + countLeaks(...ours, ...written) });
}
