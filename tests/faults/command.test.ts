import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { packageFile } from '../../schemas/contract/package-file.ts';
import { readLedger } from '../../suites/ledger.ts';
import { rehearsalEnvironment } from '../../targets/rehearsal/environment.ts';
import { type StartedRehearsal, startRehearsal } from '../../targets/rehearsal/rehearsal.ts';

let service: StartedRehearsal;
let directory: string;

beforeAll(async () => {
  service = await startRehearsal({ latencyMs: 20 });
  await service.ready();
});
afterAll(() => service.close());
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'nightly-'));
});

const CLI = packageFile('dist/cli.js');
const RUN = ['run', '--target', 'sandbox', '--rate', '0', '--workers', '4'];

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts a nightly in the directory; under a shell's limit where one is named. */
function nightly(args: readonly string[] = [], limit?: string): { child: ChildProcess; ended: Promise<Ended> } {
  const env = { ...process.env, ...rehearsalEnvironment(service.baseUrl), NO_COLOR: '1' };
  const command = [process.execPath, CLI, ...RUN, ...args];
  const [program = '', ...rest] = limit ? ['sh', '-c', `${limit}; exec "$@"`, 'sh', ...command] : command;
  const child = spawn(program, rest, { cwd: directory, env });
  const text = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (more: string) => {
      text[stream] += more;
    });
  return { child, ended: new Promise((resolve) => child.once('close', (code) => resolve({ code, ...text }))) };
}

const inReport = (file: string): string => join(directory, 'reports/out/sandbox', file);
const record = () => JSON.parse(readFileSync(inReport('run.json'), 'utf8'));
const standing = (): number => readLedger(join(directory, 'reports/ledger/sandbox.ndjson')).size;

/** Waits until the journal holds a verdict: invoices stand by then. */
async function untilJudged(child: ChildProcess): Promise<void> {
  const isOurs = `"pid":${child.pid}`;
  const text = (): string => (existsSync(inReport('run.ndjson')) ? readFileSync(inReport('run.ndjson'), 'utf8') : '');
  while (!text().includes(isOurs) || !text().includes('{"kind":"result"')) await wait(20);
}

test('SIGTERM: the run ends in order, clears up, and says so', async () => {
  const { child, ended } = nightly();
  await untilJudged(child);
  child.kill('SIGTERM');
  const { code, stdout } = await ended;
  expect(code).toBe(143);
  expect(stdout).toMatch(/^Interrupted after \d+ of \d+ scenarios/m);
  expect(record()).toMatchObject({ interrupted: true, totals: { inconclusive: 0, defects: 0 } });
  expect(standing()).toBe(record().orphans.length + record().leftovers.length);
}, 60_000);

test('a second SIGTERM ends it at once: what still stands is told, and stays in the ledger', async () => {
  const { child, ended } = nightly();
  await untilJudged(child);
  child.kill('SIGTERM');
  await wait(50);
  child.kill('SIGTERM');
  const { code, stdout } = await ended;
  expect([code, standing() > 0]).toEqual([143, true]);
  expect(record().leftovers.length).toBe(standing());
  expect(stdout).toContain('The run was ended before it was cleared up');
}, 60_000);

const FINISHED = /was killed after \d+ of \d+ scenarios; its record is finished/;

test('a disk that is full, then SIGKILL: what was written stays, and the next run goes on and clears up', async () => {
  const full = await nightly([], 'ulimit -f 100').ended;
  expect(full.stderr).toMatch(/run\.ndjson cannot be written\.\nMake room, or name another directory/);
  expect(full.code).toBe(2);
  const { child, ended } = nightly();
  await untilJudged(child);
  child.kill('SIGKILL');
  const killed = await ended;
  expect(killed.stderr).toMatch(FINISHED);
  expect(killed.code).toBeNull();
  expect(standing()).toBeGreaterThan(0);
  const next = await nightly(['--grep', 'oversized note']).ended;
  expect(next.stderr).toMatch(FINISHED);
  expect(next.code).toBe(0);
  expect(standing()).toBe(0);
}, 90_000);

test('a baseline that is broken, or unknown to the suite, is refused before a call is made', async () => {
  const before = service.seen.length;
  const { code, stderr } = await nightly(['--baseline', 'nowhere.json']).ended;
  expect(stderr).toMatch(/^The baseline nowhere\.json cannot be read\.\n.*--baseline none/);
  expect(code).toBe(2);
  expect(service.seen.length).toBe(before);
}, 40_000);
