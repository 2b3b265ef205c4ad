import { closeSync, existsSync, openSync, readdirSync, readSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { defectsFile } from './defect.ts';
import { isSettled } from './finish-run.ts';
import { journalFile } from './journal.ts';
import { recordFile } from './write-record.ts';

const DAY_MS = 86_400_000;

/** What a run leaves in its directory: nothing else there is ours to delete. */
const evidenceIn = (directory: string): readonly string[] =>
  [recordFile(directory), journalFile(directory), defectsFile(directory), join(directory, 'playwright')].filter(
    existsSync,
  );

/** How much of a record is looked at, in bytes: its format and who wrote it stand first. */
const HEAD_BYTES = 1000;

/** Whether the `run.json` there is a record of this suite's: a file of that name may be anybody's. */
function isRecord(directory: string): boolean {
  const file = openSync(recordFile(directory), 'r');
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    return /^\s*\{\s*"format":[\s\S]*"suite":/.test(head.toString('utf8', 0, readSync(file, head)));
  } finally {
    closeSync(file);
  }
}

const directoriesIn = (root: string): readonly string[] =>
  existsSync(root)
    ? [
        root,
        ...readdirSync(root, { recursive: true, withFileTypes: true }).flatMap((entry) =>
          entry.isDirectory() ? [join(entry.parentPath, entry.name)] : [],
        ),
      ]
    : [];

const isOld = (directory: string, days: number, now: number): boolean =>
  evidenceIn(directory).every((path) => now - statSync(path).mtimeMs > days * DAY_MS);

/**
 * Deletes the evidence of the runs below `root` that ended more than `days` days before `now` (milliseconds since the
 * epoch); resolves to their directories. A run that is under way, or was killed and is not finished yet, is kept.
 */
export function deleteEvidence(root: string, days: number, now: number): readonly string[] {
  const old = directoriesIn(root).filter(
    (directory) =>
      existsSync(recordFile(directory)) && isRecord(directory) && isSettled(directory) && isOld(directory, days, now),
  );
  for (const path of old.flatMap(evidenceIn)) rmSync(path, { recursive: true, force: true });
  return old;
}
