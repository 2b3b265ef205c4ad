import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { SuiteError } from '../schemas/contract/suite-error.ts';
import { defectsFile } from './defect.ts';
import { isSettled } from './finish-run.ts';
import { EVIDENCE_MODE, type JournalLine, journalFile, journalText } from './journal.ts';
import { thisProcess } from './process-identity.ts';
import type { RunHeader } from './run-record.ts';

/** What an earlier run wrote beside its record, which stays until this one replaces it. */
const leftovers = (directory: string): readonly string[] => [journalFile(directory), defectsFile(directory)];

const isTaken = (cause: unknown): boolean => (cause as NodeJS.ErrnoException).code === 'EEXIST';

function create(directory: string, header: RunHeader): void {
  const line: JournalLine = { kind: 'run', header, process: thisProcess() };
  try {
    writeFileSync(journalFile(directory), journalText(line), { flag: 'wx', mode: EVIDENCE_MODE });
  } catch (cause) {
    if (isTaken(cause))
      throw new SuiteError('RUN_IN_PROGRESS', `Another run has just begun to write to ${directory}`, {
        hint: 'Wait for it to end, or name another directory with --report-dir.',
        cause,
      });
    throw cause;
  }
}

/** Begins the journal of a run, in a directory where nothing of an earlier run is left to do (RUN_IN_PROGRESS, WRITE_FAILED). */
export function startRun(directory: string, header: RunHeader): void {
  try {
    mkdirSync(directory, { recursive: true });
    if (isSettled(directory)) for (const file of leftovers(directory)) rmSync(file, { force: true });
    create(directory, header);
  } catch (cause) {
    if (cause instanceof SuiteError) throw cause;
    const hint = 'Name a directory that can be written with --report-dir.';
    throw new SuiteError('WRITE_FAILED', `Nothing can be written to ${directory}`, { hint, cause });
  }
}
