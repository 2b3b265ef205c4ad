import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { defectsFile } from '../reports/defect.ts';
import type { HistoryLine } from '../reports/history/history-line.ts';
import { journalFile } from '../reports/journal.ts';
import type { RunRecord } from '../reports/run-record.ts';
import type { Explain } from '../reports/summary/findings-section.ts';
import { paintFor } from '../reports/summary/paint.ts';
import { PAGE_WIDTH } from '../reports/summary/wrapped.ts';
import { summaryOf } from '../reports/summary.ts';
import { recordFile } from '../reports/write-record.ts';
import { printable } from '../schemas/checks/answer-body.ts';
import { findingText } from '../schemas/checks/finding-text.ts';
import { complain, say } from './say.ts';

/** As short as it can be typed from here. */
const shown = (path: string): string => {
  const near = relative('', path);
  return near.startsWith('..') ? path : near;
};

/** The summary of a run and the paths of what it wrote, as this terminal shows them. */
export function summaryText(record: RunRecord, directory: string, history?: readonly HistoryLine[]): string {
  const paths = [recordFile(directory), journalFile(directory), defectsFile(directory)].filter(existsSync).map(shown);
  const { isTTY, columns } = process.stdout;
  const paint = paintFor(isTTY === true);
  const explain: Explain = ({ finding, scenario }) =>
    findingText(scenario.id, finding, scenario.exchanges[finding.exchange ?? -1])
      .split('\n')
      .map(printable)
      .join('\n');
  return `\n${summaryOf(record, { explain, paths, paint, width: columns || PAGE_WIDTH, history })}`;
}

/** Prints the summary of a run and the paths of what it wrote. */
export const printRecord = (record: RunRecord, directory: string): void => say(summaryText(record, directory));

/** Says that the record of an earlier run was finished in passing. */
export function printAbandoned(record: RunRecord | undefined): void {
  if (!record?.interrupted) return;
  const { startedAt, totals } = record;
  complain(
    `The run of ${startedAt} was killed after ${totals.pass + totals.fail} of ${totals.planned} scenarios; its record is finished, marked interrupted.\n`,
  );
}
