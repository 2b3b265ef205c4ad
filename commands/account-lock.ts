import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive, type ProcessIdentity, thisProcess } from '../reports/process-identity.ts';
import { SuiteError } from '../schemas/contract/suite-error.ts';

/** How often a lock that another run holds is looked at, in milliseconds. */
const LOOK_EVERY_MS = 250;

/** Gives a lock back. */
export type Release = () => void;

/** Where the lock of a ledger lies: beside it. */
const lockFile = (ledger: string): string => `${ledger}.lock`;

function holderIn(file: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/** Moves a dead run's lock out of the way; one that somebody has taken meanwhile is put back. */
function clearAway(file: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    const holder = holderIn(aside);
    if (holder !== undefined && isAlive(holder)) linkSync(aside, file);
    rmSync(aside, { force: true });
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EEXIST') throw error;
  }
}

/** Takes the lock with one call that either makes the whole file or none; resolves to who holds it instead. */
function attempt(file: string): ProcessIdentity | undefined {
  const draft = `${file}.${process.pid}.new`;
  writeFileSync(draft, JSON.stringify(thisProcess()), { mode: 0o600 });
  try {
    for (let tries = 0; tries < 3; tries += 1) {
      try {
        linkSync(draft, file);
        return undefined;
      } catch (error) {
        if (codeOf(error) !== 'EEXIST') throw error;
      }
      const holder = holderIn(file);
      if (holder !== undefined && isAlive(holder)) return holder;
      clearAway(file);
    }
    return holderIn(file) ?? thisProcess();
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Takes the account of a ledger for this process, waiting at most `waitMs` for another run to leave it; undefined where it
 * did not. The lock of a process that is gone counts for nothing. Throws WRITE_FAILED where nothing can be written there.
 */
export async function lockAccount(
  ledger: string,
  waitMs: number,
  onWait: (holder: ProcessIdentity) => void = () => {},
): Promise<Release | undefined> {
  const file = lockFile(ledger);
  const deadline = performance.now() + waitMs;
  try {
    mkdirSync(dirname(file), { recursive: true });
    for (let waited = false; ; waited = true) {
      const holder = attempt(file);
      if (holder === undefined) return () => rmSync(file, { force: true });
      if (performance.now() >= deadline) return undefined;
      if (!waited) onWait(holder);
      await pause(LOOK_EVERY_MS);
    }
  } catch (cause) {
    const hint = 'Run where reports/ledger/ can be written: no invoice is made that is not in the ledger.';
    throw new SuiteError('WRITE_FAILED', `Nothing can be written to ${dirname(file)}`, { hint, cause });
  }
}
