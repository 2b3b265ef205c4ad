import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMO_MERCHANT } from '../../targets/prism/merchants.ts';
import { type StartedRehearsal, startRehearsal } from '../../targets/rehearsal/rehearsal.ts';
import { cancelScenario, rehearsed } from '../rehearsing.ts';
import { startGateway } from './gateway.ts';
import { RAW_FAULTS, type RawFault } from './raw-faults.ts';

const TIMEOUT_MS = 300;
const LIMITS = { timeoutMs: TIMEOUT_MS, maxBodyBytes: 1_048_576 };

/** Far below what a fault could use up if it were let, in bytes. */
const MOST_MEMORY = 200 * 2 ** 20;

let service: StartedRehearsal;
beforeAll(async () => {
  service = await startRehearsal({ departures: [] });
  await service.ready();
});
afterAll(() => service.close());

/** One run of the draft scenario, with a fault on some calls. */
async function run(calls: RegExp, from: number, { raw }: RawFault) {
  const gateway = await startGateway(service.baseUrl, { calls, from, raw });
  const memory = process.memoryUsage().rss;
  try {
    const target = { ...service.target, baseUrl: gateway.origin };
    const scenarios = [cancelScenario('cancel.state.draft')];
    const outcome = await rehearsed({
      target,
      scenarios,
      limits: LIMITS,
      patience: { retries: 1, firstPauseMs: 1, longestMs: 50 },
    });
    return { ...outcome, result: outcome.record.scenarios[0], grown: process.memoryUsage().rss - memory };
  } finally {
    await gateway.close();
  }
}

const written = (outcome: Awaited<ReturnType<typeof run>>): string => JSON.stringify(outcome);

function expectSurvived(outcome: Awaited<ReturnType<typeof run>>): void {
  expect(outcome.elapsedMs).toBeLessThan(20 * TIMEOUT_MS);
  expect(outcome.grown).toBeLessThan(MOST_MEMORY);
  expect(written(outcome)).not.toMatch(new RegExp(`${DEMO_MERCHANT.clientSecret}|A21AA`));
  expect(outcome.stays).toHaveLength(outcome.open);
}

describe('on the answer to the cancel', () => {
  test.each(RAW_FAULTS.map((fault) => [fault.name, fault] as const))('%s', async (_, fault) => {
    const outcome = await run(/\/cancel$/, 1, fault);
    expectSurvived(outcome);
    const { result, exitCode } = outcome;
    if (typeof fault.means === 'string') expect(result).toMatchObject({ verdict: fault.means, findings: [] });
    else
      expect([result?.verdict, ...new Set(result?.findings.map(({ kind }) => kind))]).toEqual(['fail', ...fault.means]);
    expect(exitCode).toBe(fault.means === 'inconclusive' ? 3 : fault.means === 'pass' ? 0 : 1);
    if (fault.says) expect(result?.reason).toMatch(fault.says);
    expect(outcome.open).toBe(0);
  });
});

/** Answers that arrive whole are none of a preamble's business: they are not judged. */
const DISTURBING = RAW_FAULTS.filter(({ means }) => means !== 'pass');

describe('on the way to the cancel nothing is known, and nothing is forgotten', () => {
  test.each(DISTURBING.map((fault) => [fault.name, fault] as const))('create: %s', async (_, fault) => {
    // The canary makes the first invoice.
    const outcome = await run(/^POST \/v2\/invoicing\/invoices$/, 2, fault);
    expectSurvived(outcome);
    expect(outcome.result).toMatchObject({
      verdict: 'inconclusive',
      findings: [],
      reason: expect.stringMatching(/^Preamble/),
    });
    expect(outcome.exitCode).toBe(3);
  });

  test.each(DISTURBING.map((fault) => [fault.name, fault] as const))('token: %s', async (_, fault) => {
    const outcome = await run(/^POST \/v1\/oauth2\/token$/, 1, fault);
    expectSurvived(outcome);
    expect(outcome).toMatchObject({ exitCode: 3, ended: { cause: 'outage' }, open: 0 });
    expect(outcome.record.totals).toMatchObject({ pass: 0, fail: 0 });
  });
});
