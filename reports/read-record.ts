import { existsSync, readFileSync, statSync } from 'node:fs';
import { SuiteError } from '../schemas/contract/suite-error.ts';
import { journalFile } from './journal.ts';
import { assertRecord } from './record-schema.ts';
import type { RunRecord } from './run-record.ts';
import { recordFile } from './write-record.ts';

/** The version of the record that this suite writes, and the only one that it reads. */
const FORMAT = 1;

const NAME_ONE = 'Name a run.json, or the directory that holds one.';

const unreadable = (message: string, hint: string, cause?: unknown): SuiteError =>
  new SuiteError('RECORD_UNREADABLE', message, { hint, cause });

/** The file that a path means. */
function fileAt(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) throw unreadable(`There is nothing at ${path}`, NAME_ONE);
  if (!stats.isDirectory()) return path;
  if (existsSync(recordFile(path))) return recordFile(path);
  if (existsSync(journalFile(path)))
    throw unreadable(
      `${path} holds a run that has not ended: it has a run.ndjson and no run.json`,
      'Wait for the run to end; if it was killed, the next run with this --report-dir finishes its record.',
    );
  throw unreadable(`${path} holds no run: there is no run.json in it`, NAME_ONE);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw unreadable(`${file} cannot be read`, 'Make it readable, or name another run.json.', cause);
  }
}

function parsed(file: string): unknown {
  const text = textOf(file);
  try {
    return JSON.parse(text);
  } catch (cause) {
    const isBegun = text.trimStart().startsWith('{');
    const what = isBegun ? 'is half written, or not JSON' : 'is not JSON';
    throw unreadable(`${file} ${what}`, isBegun ? 'Copy it whole, or run again.' : NAME_ONE, cause);
  }
}

/** Refuses what another version wrote, and what was never a run record. */
function assertFormat(value: unknown, file: string): void {
  const { format, suite } = Object(value) as { readonly format?: unknown; readonly suite?: unknown };
  if (typeof format !== 'number' || suite === undefined)
    throw unreadable(`${file} is JSON, and no run record`, NAME_ONE);
  if (format === FORMAT) return;
  const isNewer = format > FORMAT;
  throw unreadable(
    `${file} is a run record of ${isNewer ? 'a newer' : 'an older'} format, ${format}; this suite reads ${FORMAT}`,
    isNewer
      ? 'Update cancel-conformance.'
      : 'Read it with the version of cancel-conformance that wrote it, or run again.',
  );
}

/** The run record in a file, or in the directory of a run; anything else is refused by a sentence (RECORD_UNREADABLE). */
export function readRecord(path: string): RunRecord {
  const file = fileAt(path);
  const record = parsed(file);
  assertFormat(record, file);
  try {
    assertRecord(record);
  } catch (cause) {
    const why = cause instanceof Error ? `: ${cause.message}` : '';
    throw unreadable(`${file} is no run record of format ${FORMAT}${why}`, 'Name a run.json as it was written.', cause);
  }
  return record as RunRecord;
}
