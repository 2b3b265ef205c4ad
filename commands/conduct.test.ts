import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { assertRecord } from '../reports/record-schema.ts';
import type { Outcome, TargetRequest } from '../targets/lie.ts';
import { DEMO_MERCHANT } from '../targets/prism/merchants.ts';
import { type StartedPrism, startPrism } from '../targets/prism/prism.ts';
import { startCommand } from '../tests/command.ts';

let service: StartedPrism;
let directory: string;
let calls: string[];
/** What a call is answered with instead of honestly. */
let instead: (request: TargetRequest) => Outcome | undefined;

beforeEach(async () => {
  [calls, directory] = [[], mkdtempSync(join(tmpdir(), 'conduct-'))];
  instead = () => undefined;
  service = await startPrism({
    lie: {
      pass: (request, passage) => {
        calls.push(`${request.method} ${request.url}`);
        const outcome = instead(request);
        return outcome === undefined ? passage.on(request) : Promise.resolve(outcome);
      },
    },
  });
});
afterEach(() => service.close());

const judge = (...args: string[]) =>
  startCommand(directory, ['run', '--target', 'sandbox', '--baseline', 'none', '--rate', '0', ...args], {
    PAYPAL_BASE_URL: service.baseUrl,
    PAYPAL_CLIENT_ID: DEMO_MERCHANT.clientId,
    PAYPAL_CLIENT_SECRET: DEMO_MERCHANT.clientSecret,
  }).ended;

const record = () => {
  const found = JSON.parse(readFileSync(join(directory, 'reports/out/sandbox/run.json'), 'utf8'));
  assertRecord(found);
  return found;
};

test('a plan is printed, and one above the limit refused, without a call', async () => {
  const { code, stdout } = await judge('--plan');
  expect([code, calls]).toEqual([0, []]);
  expect(stdout).toMatch(/^ *5 {2}cancel\.state\.sent$/m);
  const [, total, most] = /^(\d+) {2}calls in all; at most (\d+) are made$/m.exec(stdout) ?? [];
  expect(Number(total)).toBeGreaterThan(300);
  expect(Number(most)).toBe(2 * Number(total));
  expect(await judge('--max-calls', '300')).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(new RegExp(`^The plan takes ${total} calls, and --max-calls allows 300\\.\n`)),
  });
  expect(calls).toEqual([]);
});

test('a limit that is reached in mid-run ends it as inconclusive', async () => {
  // Every read is a lag behind, so that the run takes more than it was planned to.
  let reads = 0;
  instead = ({ method }) => {
    reads += Number(method === 'GET');
    return method === 'GET' && reads % 2 === 1 ? { status: 429, headers: [['retry-after', '0']], body: '' } : undefined;
  };
  const ended = await judge('--grep', 'cancel.state.(sent|unpaid|draft) ', '--workers', '1', '--max-calls', '20');
  expect(calls.length).toBe(20);
  expect(ended).toMatchObject({ code: 3, stdout: expect.stringContaining('The budget of 20 calls is spent') });
  expect(record()).toMatchObject({ endedEarly: { cause: 'budget' } });
  expect(record().leftovers.length + record().notRun.length).toBeGreaterThan(0);
});

test('an outage is not a regression: exit 3, and the word in the first sentence', async () => {
  instead = ({ url }) => (url.endsWith('/invoices') ? { status: 503, headers: [], body: '' } : undefined);
  const { code, stdout } = await judge('--grep', '@state');
  expect(code).toBe(3);
  expect(stdout).toMatch(/^Outage: ended after 0 of 1\d scenarios/m);
  expect(record()).toMatchObject({ endedEarly: { cause: 'outage' }, totals: { pass: 0, fail: 0 } });
  expect(record().orphans).toEqual([]);
});

test('where no ledger can be written, nothing is called', async () => {
  writeFileSync(join(directory, 'reports'), '');
  const { code, stderr } = await judge('--report-dir', 'elsewhere', '--grep', 'cancel.state.draft');
  expect([code, calls]).toEqual([2, []]);
  expect(stderr).toMatch(/^Nothing can be written to .*reports\/ledger\.\n/);
});
