import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { thisProcess } from '../reports/process-identity.ts';
import { lockAccount } from './account-lock.ts';

let ledger: string;
beforeEach(() => {
  ledger = join(mkdtempSync(join(tmpdir(), 'lock-')), 'sandbox.ndjson');
});

async function goneProcess() {
  const child = spawn(process.execPath, ['-e', '']);
  const identity = { ...thisProcess(), pid: child.pid ?? 0, startTicks: null };
  await new Promise((resolve) => child.once('exit', resolve));
  return identity;
}

test('a second run waits until the first is done', async () => {
  const first = await lockAccount(ledger, 0);
  const waited: number[] = [];
  const second = lockAccount(ledger, 5000, ({ pid }) => waited.push(pid));
  await new Promise((resolve) => setTimeout(resolve, 50));
  first?.();
  const release = await second;
  expect(release).toBeTypeOf('function');
  expect(waited).toEqual([process.pid]);
  release?.();
  expect(existsSync(`${ledger}.lock`)).toBe(false);
});

test('it waits no longer than it may', async () => {
  await lockAccount(ledger, 0);
  expect(await lockAccount(ledger, 300)).toBeUndefined();
});

test('the lock of a run that was killed counts for nothing, nor does a torn one', async () => {
  writeFileSync(`${ledger}.lock`, JSON.stringify(await goneProcess()));
  expect(await lockAccount(ledger, 0)).toBeTypeOf('function');
  writeFileSync(`${ledger}.lock`, '{"pid":1');
  expect(await lockAccount(ledger, 0)).toBeTypeOf('function');
});

test('of many at once exactly one has it', async () => {
  writeFileSync(`${ledger}.lock`, JSON.stringify(await goneProcess()));
  const taken = await Promise.all(Array.from({ length: 20 }, () => lockAccount(ledger, 0)));
  expect(taken.filter((release) => release !== undefined).length).toBe(1);
});
