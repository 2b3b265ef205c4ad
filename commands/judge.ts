import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { journalFile } from '../reports/journal.ts';
import { recordFile } from '../reports/write-record.ts';
import { SuiteError } from '../schemas/contract/suite-error.ts';
import type { JudgeOptions } from './judge-options.ts';

/** How much of a file tells a run record from a recording, in bytes: its format and who wrote it stand first. */
const HEAD_BYTES = 1000;

function headOf(path: string): string {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    return head.toString('utf8', 0, readSync(file, head));
  } finally {
    closeSync(file);
  }
}

/** Whether the path leads to a run of ours; what cannot be read is left to whoever reads recordings. */
function isRun(path: string): boolean {
  const stats = path === '-' ? undefined : statSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory()) return existsSync(recordFile(path)) || existsSync(journalFile(path));
  if (!stats?.isFile()) return false;
  try {
    return /^\s*\{\s*"format":[\s\S]*"suite":/.test(headOf(path));
  } catch {
    return false;
  }
}

/** Judges recordings by the contract, or the evidence of an earlier run by today's suite; resolves to the exit code. */
export async function judge(paths: readonly string[], options: JudgeOptions): Promise<number> {
  const runs = paths.filter(isRun);
  if (runs.length === 0) return (await import('./judge-traffic.ts')).judgeTraffic(paths, options);
  if (runs.length < paths.length)
    throw new SuiteError('USAGE', 'A run and a recording cannot be judged together', {
      hint: 'Judge them one after the other, each with its own --report-dir.',
    });
  return (await import('./judge-run.ts')).judgeRun(runs, options);
}
