import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { FormatContext } from '../reports/formats/format.ts';
import { formats } from '../reports/formats.ts';
import { EVIDENCE_MODE } from '../reports/journal.ts';
import type { RunRecord } from '../reports/run-record.ts';
import { findingText } from '../schemas/checks/finding-text.ts';
import { curlOf } from '../schemas/checks/reproduce.ts';
import { SuiteError } from '../schemas/contract/suite-error.ts';
import type { WantedFormat } from './format-option.ts';
import { complain, say } from './say.ts';

/** What a record is rendered beside: its history, and the run that it is held against. */
export type Surroundings = Pick<FormatContext, 'comparison' | 'history'>;

const CONTEXT: FormatContext = {
  explain: ({ scenario, finding }) => findingText(scenario.id, finding, scenario.exchanges[finding.exchange ?? -1]),
  curlOf,
};

function writePieces(path: string, pieces: Iterable<string>): void {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'w', EVIDENCE_MODE);
  try {
    for (const piece of pieces) writeSync(file, piece);
  } finally {
    closeSync(file);
  }
}

function toFile(path: string, pieces: Iterable<string>): void {
  try {
    writePieces(path, pieces);
  } catch (cause) {
    if (!(cause as NodeJS.ErrnoException).syscall) throw cause;
    throw new SuiteError('WRITE_FAILED', `${path} cannot be written`, {
      hint: 'Name a file that can be written after --format NAME=.',
      cause,
    });
  }
}

/** A record in each form that is wanted, in its file or on standard output; resolves to the files (WRITE_FAILED). */
export async function renderRecord(
  record: RunRecord,
  wanted: readonly WantedFormat[] = [],
  surroundings: Surroundings = {},
): Promise<readonly string[]> {
  for (const { name, file } of wanted) {
    const format = await formats[name]();
    const pieces = format(record, { ...CONTEXT, ...surroundings });
    if (file === undefined) for (const piece of pieces) say(piece);
    else toFile(file, pieces);
    if (file !== undefined) complain(`written ${file}\n`);
  }
  return wanted.flatMap(({ file }) => file ?? []);
}
