import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { SuiteError } from '../schemas/contract/suite-error.ts';
import { readLedger } from '../suites/ledger.ts';
import type { Target } from '../targets/target.ts';
import { lockAccount, type Release } from './account-lock.ts';
import { complain } from './say.ts';

/** Where the invoices made on a target are written down: in the caller's directory. */
export const ledgerFile = (targetName: string): string => resolve('reports/ledger', `${targetName}.ndjson`);

/** Leaves in the file what stands open; of a mock nothing does, since its invoices end with its process. */
function compact(file: string, judges: Target['judges']): void {
  if (!existsSync(file)) return;
  const open = judges === 'mock' ? [] : [...readLedger(file).values()];
  if (open.length === 0) {
    rmSync(file);
    return;
  }
  const lines = open.flatMap(({ invoiceId, ...intent }) => [
    { kind: 'intent', ...intent },
    ...(invoiceId === null ? [] : [{ kind: 'made', at: intent.at, reference: intent.reference, invoiceId }]),
  ]);
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, lines.map((line) => `${JSON.stringify(line)}\n`).join(''), { mode: 0o600, flush: true });
  renameSync(draft, file);
}

/**
 * Takes a target's ledger for this process; the account of a service is used by one run at a time (RUN_IN_PROGRESS after
 * `waitMs`). Every run of a mock has one of its own.
 */
export async function takeLedger(file: string, { name, judges }: Target, waitMs: number): Promise<Release> {
  const seconds = waitMs / 1000;
  // Sandbox and simulator are one account.
  const release = await lockAccount(
    judges === 'mock' ? file : join(dirname(file), 'service'),
    judges === 'mock' ? 0 : waitMs,
    ({ pid }) =>
      complain(`Another run (process ${pid}) uses the account of ${name}; it is waited for, ${seconds} s at most.\n`),
  );
  if (release === undefined && judges === 'mock') return () => {};
  if (release !== undefined) {
    compact(file, judges);
    return release;
  }
  throw new SuiteError('RUN_IN_PROGRESS', `Another run still uses the account of ${name} after ${seconds} s`, {
    hint: 'Wait for it to end, or give it longer with --wait.',
  });
}
