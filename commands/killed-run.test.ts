import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Outcome, Passage, TargetRequest } from '../targets/lie.ts';
import { DEMO_MERCHANT } from '../targets/prism/merchants.ts';
import { type StartedPrism, startPrism } from '../targets/prism/prism.ts';
import { startCommand } from '../tests/command.ts';
import { createTestClient } from '../tests/prism-client.ts';

/** The states that nobody clears up, since nothing can. */
const ENDED = /^(CANCELLED|MARKED_AS_PAID|PARTIALLY_PAID|MARKED_AS_REFUNDED|PARTIALLY_REFUNDED)$/;

let service: StartedPrism;
let directory: string;
let created: string[];
/** Which create, counted from 1, is carried out and never answered. */
let lost: number;
/** What every create is kept waiting for. */
let held: Promise<unknown>;

const isCreate = ({ method, url }: TargetRequest): boolean => method === 'POST' && url === '/v2/invoicing/invoices';

async function pass(request: TargetRequest, passage: Passage): Promise<Outcome> {
  const outcome = await passage.on(request);
  if (!isCreate(request) || typeof outcome === 'string') return outcome;
  created.push(/INV2[-A-Z0-9]+/.exec(String(outcome.body))?.[0] ?? '');
  await held;
  return created.length === lost ? 'hang' : outcome;
}

beforeEach(async () => {
  [created, lost, held] = [[], 0, Promise.resolve()];
  directory = mkdtempSync(join(tmpdir(), 'killed-'));
  service = await startPrism({ lie: { pass } });
});
afterEach(() => service.close());

const command = (...args: string[]) =>
  startCommand(directory, args, {
    PAYPAL_BASE_URL: service.baseUrl,
    PAYPAL_CLIENT_ID: DEMO_MERCHANT.clientId,
    PAYPAL_CLIENT_SECRET: DEMO_MERCHANT.clientSecret,
  });

const FAST = ['--target', 'sandbox', '--rate', '0', '--workers', '4', '--baseline', 'none'];

const ledger = (): string => {
  const file = join(directory, 'reports/ledger/sandbox.ndjson');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};

/** Starts a run and kills it with SIGKILL as soon as that many creates have reached the service. */
async function killedAfter(creates: number): Promise<void> {
  const { child, ended } = command('run', ...FAST);
  while (created.length < creates) await wait(2);
  child.kill('SIGKILL');
  await ended;
  // Its processes end with the channel to it.
  await wait(500);
}

/** The invoices that still could be cleared up. */
async function standing(): Promise<readonly string[]> {
  const client = createTestClient(service.baseUrl);
  const states: string[] = [];
  for (const id of created) {
    const { status, body } = await client.call('GET', `/v2/invoicing/invoices/${id}`);
    if (status === 200 && !ENDED.test(String(body.status))) states.push(`${id} ${body.status}`);
  }
  await client.close();
  return states;
}

describe('a run that is killed', { timeout: 60_000 }, () => {
  it.each([2, 25])('after %i creates leaves nothing that cleanup does not find', async (creates) => {
    await killedAfter(creates);
    expect(created.length).toBeGreaterThanOrEqual(creates);
    const { code, stdout } = await command('cleanup', '--target', 'sandbox', '--rate', '0').ended;
    expect(stdout).toMatch(/^sandbox: /);
    expect(await standing()).toEqual([]);
    // An intent whose create never reached the service stays for an hour: a search may lag behind.
    if (code !== 0) expect(stdout).toMatch(/ stay:\n( {2}reference cc-.* a search does not show it yet\.\n)+$/);
  });

  it('before the answer to a create was read leaves one that is found by its reference', async () => {
    lost = 4;
    await killedAfter(4);
    expect(ledger()).not.toContain(created[3]);
    await command('cleanup', '--rate', '0').ended;
    expect(ledger()).toContain(created[3]);
    expect(await standing()).toEqual([]);
  });

  it('is cleared up after by the next run, before its first scenario', async () => {
    await killedAfter(12);
    const { stdout } = await command('run', ...FAST, '--grep', 'cancel.state.draft').ended;
    expect(stdout).toContain('1 scenario');
    expect(await standing()).toEqual([]);
  });
});

it('two runs on one account: the second says so, or waits', async () => {
  const FEW = ['--grep', 'cancel.state.(sent|draft) '];
  let goOn = (): void => {};
  held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const first = command('run', ...FAST, ...FEW);
  while (created.length === 0) await wait(2);
  const third = command('run', ...FAST, ...FEW, '--report-dir', 'third');
  const waits = once(third.child.stderr as Readable, 'data');
  const second = await command('run', ...FAST, ...FEW, '--report-dir', 'second', '--wait', '0').ended;
  expect(second).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^Another run still uses the account of sandbox/),
  });
  expect(String(await waits)).toMatch(/^Another run \(process \d+\) uses the account of sandbox; it is waited for/);
  goOn();
  expect((await first.ended).stdout).toContain('no departure');
  expect((await third.ended).stdout).toContain('no departure');
  expect(await standing()).toEqual([]);
});
