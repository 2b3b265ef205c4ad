import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { SuiteError } from '../schemas/contract/suite-error.ts';
import { withAccepted } from './baseline.ts';
import { EVIDENCE_MODE, readJournal } from './journal.ts';
import { assertRecord, assertScenarioRecord } from './record-schema.ts';
import { recordText } from './record-text.ts';
import { type RunRecord, type ScenarioRecord, scenarioRecordOf } from './run-record.ts';

/** Where the record of a run in `directory` lies. */
export const recordFile = (directory: string): string => join(directory, 'run.json');

/** The scenarios that were decided in a second attempt: their first results are left out. */
function flakyIn(directory: string): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const line of readJournal(directory))
    if (line.kind === 'result' && line.result.flaky !== undefined) ids.add(line.result.id);
  return ids;
}

function* scenariosOf(directory: string, header: RunRecord): Generator<ScenarioRecord> {
  const flaky = flakyIn(directory);
  for (const line of readJournal(directory)) {
    if (line.kind !== 'result' || (flaky.has(line.result.id) && line.result.flaky === undefined)) continue;
    yield withAccepted(scenarioRecordOf(line.result), header);
  }
}

function* valid(scenarios: Iterable<ScenarioRecord>): Generator<ScenarioRecord> {
  for (const scenario of scenarios) {
    assertScenarioRecord(scenario);
    yield scenario;
  }
}

function writeAll(path: string, pieces: Iterable<string>): void {
  const file = openSync(path, 'w', EVIDENCE_MODE);
  try {
    for (const piece of pieces) writeSync(file, piece);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Writes `run.json` whole or not at all, valid against its published schema (WRITE_FAILED). */
function writeWith(directory: string, record: RunRecord, scenarios: Iterable<ScenarioRecord>): void {
  assertRecord({ ...record, scenarios: [] });
  const draft = `${recordFile(directory)}.${process.pid}`;
  try {
    writeAll(draft, recordText(record, valid(scenarios)));
    renameSync(draft, recordFile(directory));
  } catch (cause) {
    rmSync(draft, { force: true });
    if (cause instanceof SuiteError) throw cause;
    const hint = 'Make room, or name another directory with --report-dir.';
    throw new SuiteError('WRITE_FAILED', `${recordFile(directory)} cannot be written`, { hint, cause });
  }
}

/** Writes the record of a run that has a journal, with all evidence of that. */
export const writeRecord = (directory: string, record: RunRecord): void =>
  writeWith(directory, record, scenariosOf(directory, record));

/** Writes a record that holds all evidence itself. */
export const writeMergedRecord = (directory: string, record: RunRecord): void =>
  writeWith(directory, record, record.scenarios);
