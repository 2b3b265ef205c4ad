import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import { journalFile } from '../reports/journal.ts';
import { assertRecord } from '../reports/record-schema.ts';
import { recordFile } from '../reports/write-record.ts';
import { packageFile } from '../schemas/contract/package-file.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'run-'));
});

interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>;
}

/** Starts the compiled command on the mock, recording into `directory`. */
function start(...args: string[]): Running {
  const all = [packageFile('dist/cli.js'), 'run', '--target', 'prism', '--report-dir', directory, ...args];
  const child = spawn(process.execPath, all, { cwd: directory, env: { ...process.env, NO_COLOR: '1' } });
  const text = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (more: string) => {
      text[stream] += more;
    });
  return { child, ended: new Promise((resolve) => child.once('close', (code) => resolve({ code, ...text }))) };
}

/** Waits until the journal holds a line of that kind. */
async function until(kind: string): Promise<void> {
  const marker = `{"kind":"${kind}"`;
  while (!existsSync(journalFile(directory)) || !readFileSync(journalFile(directory), 'utf8').includes(marker))
    await wait(5);
}

const record = () => JSON.parse(readFileSync(recordFile(directory), 'utf8'));

test('a run writes a valid record, says that it judged the mock, and exits with 0', async () => {
  const { code, stdout } = await start('--grep', 'oversized note').ended;
  expect(stdout).toContain('this judged the mock, not PayPal');
  assertRecord(record());
  expect(record()).toMatchObject({
    interrupted: false,
    totals: { planned: 1, pass: 1, fail: 0 },
    contract: { file: 'paypal/invoices.cancel.openapi.yaml', version: '2.7' },
    legacyContract: { file: 'legacy.cancel-invoice.openapi.yaml', version: '1.0' },
  });
  expect(record().coverage.length).toBeGreaterThan(50);
  expect(code).toBe(0);
});

test('a grep that matches nothing is wrong usage', async () => {
  expect(await start('--grep', 'nonesuch').ended).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^No scenario matches --grep "nonesuch"\.\n/),
  });
});

test('a second run in the same directory is refused; the first goes on until it is told to end, and ends in order', async () => {
  const { child, ended } = start();
  await until('plan');
  expect(await start().ended).toMatchObject({ code: 2, stderr: expect.stringContaining('--report-dir') });
  await until('result');
  child.kill('SIGINT');
  const { code, stdout } = await ended;
  expect(code).toBe(130);
  expect(stdout).toContain('Interrupted after');
  expect(record().interrupted).toBe(true);
  expect(record().totals.notRun).toBeGreaterThan(0);
  assertRecord(record());
});
