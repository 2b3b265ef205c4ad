import { existsSync, statSync } from 'node:fs';
import { SuiteError } from '../schemas/contract/suite-error.ts';
import { appendToJournal, hasEnd, journalFile } from './journal.ts';
import { type Journal, journalOf } from './journal-contents.ts';
import { isAlive } from './process-identity.ts';
import { type CoverageEntry, type RunRecord, runRecordOf, type ScenarioRecord } from './run-record.ts';
import { recordFile, writeRecord } from './write-record.ts';

/** How far the run got with each obligation, by its scenarios. */
export type CoverageOf = (scenarios: readonly ScenarioRecord[]) => readonly CoverageEntry[];

/** Ends the run and makes `run.json` of its journal. The record returned holds the evidence of the first failures only. */
export function finishRun(directory: string, interrupted: boolean, coverageOf: CoverageOf): RunRecord {
  appendToJournal(directory, { kind: 'end', at: new Date().toISOString(), interrupted });
  const { contents } = journalOf(directory);
  const record = runRecordOf(contents, coverageOf(contents.scenarios));
  writeRecord(directory, record);
  return record;
}

const isWritten = (directory: string): boolean =>
  existsSync(recordFile(directory)) &&
  statSync(recordFile(directory)).mtimeMs >= statSync(journalFile(directory)).mtimeMs;

/** Whether a run has ended in this directory, or none ever began: nothing is left to do. */
export const isSettled = (directory: string): boolean =>
  !existsSync(journalFile(directory)) || (hasEnd(directory) && isWritten(directory));

function assertGone(directory: string, { process: writer }: Journal): void {
  if (!isAlive(writer)) return;
  throw new SuiteError('RUN_IN_PROGRESS', `Another run (process ${writer.pid}) is writing to ${directory}`, {
    hint: 'Wait for it to end, or name another directory with --report-dir.',
  });
}

/** Makes the record that a killed run left undone, marked interrupted; undefined where nothing is left to do. */
export function finishAbandonedRun(directory: string, coverageOf: CoverageOf): RunRecord | undefined {
  if (isSettled(directory)) return undefined;
  const journal = journalOf(directory);
  const { contents } = journal;
  if (contents.end === null) assertGone(directory, journal);
  // Of a client that was judged, no obligation of the service's is covered.
  const covered = contents.header.target.judges === 'client' ? [] : coverageOf(contents.scenarios);
  const record = runRecordOf(contents, covered);
  appendToJournal(directory, { kind: 'end', at: record.finishedAt, interrupted: record.interrupted });
  writeRecord(directory, record);
  return record;
}
