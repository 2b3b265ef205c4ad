import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SuiteError } from '../../schemas/contract/suite-error.ts';
import { redacted } from '../../schemas/secrets/redact.ts';
import { EVIDENCE_MODE } from '../journal.ts';
import type { HistoryLine } from './history-line.ts';

/** Where histories lie, under the caller's directory. */
export const HISTORY_ROOT = join('reports', 'history');

/** How many hexadecimal digits of a run's hash tell files of one second apart. */
const DIGITS = 8;

/**
 * Where a run's line lies below a history's root: a file of its own, so that those of several machines never conflict,
 * and the same one however often it is written.
 */
export function historyFile(root: string, { target, startedAt, run }: HistoryLine): string {
  const stamp = startedAt.replace(/\.\d+(?=Z$)/, '').replaceAll(/[-:]/g, '');
  const hash = createHash('sha256').update(run).digest('hex').slice(0, DIGITS);
  return join(root, target.name, `${stamp}-${hash}.ndjson`);
}

/** Adds a run to the history below `root`, whole or not at all, and answers with its file (WRITE_FAILED). */
export function writeHistory(root: string, line: HistoryLine): string {
  const file = historyFile(root, line);
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(draft, `${JSON.stringify(redacted(line))}\n`, { flush: true, mode: EVIDENCE_MODE });
    renameSync(draft, file);
    return file;
  } catch (cause) {
    rmSync(draft, { force: true });
    throw new SuiteError('WRITE_FAILED', `${file} cannot be written`, {
      hint: 'Make room, name another directory with --history, or keep no history with --history none.',
      cause,
    });
  }
}
