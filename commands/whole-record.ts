import { statSync } from 'node:fs';
import { finishAbandonedRun } from '../reports/finish-run.ts';
import { mergeRecords } from '../reports/merge-records.ts';
import { readRecord } from '../reports/read-record.ts';
import type { RunRecord } from '../reports/run-record.ts';
import { contractCoverageOf } from '../suites/contract-coverage.ts';
import { printAbandoned } from './print-record.ts';

const isDirectory = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** One record; that of a run that was killed is finished first, as by every command. */
function recordAt(path: string): RunRecord {
  if (isDirectory(path)) printAbandoned(finishAbandonedRun(path, contractCoverageOf));
  return readRecord(path);
}

/** The record of a whole run, of the paths of all its shards, or of its own (RECORD_UNREADABLE, RUN_IN_PROGRESS, USAGE). */
export const wholeRecord = (paths: readonly string[]): RunRecord =>
  mergeRecords(paths.map(recordAt), contractCoverageOf);
