import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { SuiteError } from '../schemas/contract/suite-error.ts';
import { readJournal } from './journal.ts';
import { assertRecord, assertScenarioRecord } from './record-schema.ts';
import { type RunRecord, type ScenarioRecord, scenarioRecordOf } from './run-record.ts';

/** Where the record of a run in `directory` lies. */
export const recordFile = (directory: string): string => join(directory, 'run.json');

function* scenariosOf(directory: string): Generator<ScenarioRecord> {
  for (const line of readJournal(directory)) if (line.kind === 'result') yield scenarioRecordOf(line.result);
}

/** The record's text: one scenario a line, made piece by piece, since all of them may be larger than a string can be. */
function* textOf(record: RunRecord, scenarios: Iterable<ScenarioRecord>): Generator<string> {
  const { scenarios: _, ...head } = record;
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "scenarios": [`;
  let separator = '\n';
  for (const scenario of scenarios) {
    assertScenarioRecord(scenario);
    yield `${separator}${JSON.stringify(scenario)}`;
    separator = ',\n';
  }
  yield '\n  ]\n}\n';
}

function writeAll(path: string, pieces: Iterable<string>): void {
  const file = openSync(path, 'w');
  try {
    for (const piece of pieces) writeSync(file, piece);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Writes `run.json` whole or not at all, with all evidence of the journal, valid against its published schema. */
export function writeRecord(directory: string, record: RunRecord): void {
  assertRecord({ ...record, scenarios: [] });
  const draft = `${recordFile(directory)}.${process.pid}`;
  try {
    writeAll(draft, textOf(record, scenariosOf(directory)));
    renameSync(draft, recordFile(directory));
  } catch (cause) {
    rmSync(draft, { force: true });
    if (cause instanceof SuiteError) throw cause;
    const hint = 'Make room, or name another directory with --report-dir.';
    throw new SuiteError('WRITE_FAILED', `${recordFile(directory)} cannot be written`, { hint, cause });
  }
}
