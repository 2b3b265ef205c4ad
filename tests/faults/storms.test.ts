import { describe, expect, test } from 'vitest';
import type { Patience } from '../../clients/patience.ts';
import { cancelScenarios } from '../../suites/cancel/cancel-scenarios.ts';
import { TOKEN_CALLS } from '../../targets/rehearsal/faults.ts';
import { type RehearsalOptions, startRehearsal } from '../../targets/rehearsal/rehearsal.ts';
import { rehearsed } from '../rehearsing.ts';

/** Every state, everybody who may ask, and some of what can be asked. */
const SCENARIOS = cancelScenarios.filter(({ topic, id }) => topic !== 'request' || id.includes('.note.'));

const PATIENCE: Patience = { retries: 4, firstPauseMs: 20, longestMs: 1_500 };

/** Calls a second of a run: below the limit of the service that has one. */
const RATE = { callsPerSecond: 140, maxCalls: 2_000 };

async function night(options: RehearsalOptions) {
  const service = await startRehearsal({ departures: [], ...options });
  await service.ready();
  try {
    const run = await rehearsed({
      target: service.target,
      scenarios: SCENARIOS,
      concurrency: 8,
      patience: PATIENCE,
      ...(options.rate && { allowance: RATE }),
    });
    const falsely = run.record.scenarios.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id);
    return { ...run, falsely, seen: service.seen.length };
  } finally {
    await service.close();
  }
}

/** Most of a night is as long as an honest one; nobody is waited for longer than there is patience, in milliseconds. */
const LONGEST_MS = 8_000;

/** A disturbance that passes: whatever it met is judged in the end. */
const PASSING: readonly (readonly [string, RehearsalOptions])[] = [
  ['a 503 storm', { faults: [{ from: 90, to: 95, does: 503 }] }],
  ['a 503 storm that says when it is over', { faults: [{ from: 90, to: 95, does: 503, retryAfter: 'seconds' }] }],
  ['a 429 storm without Retry-After', { faults: [{ from: 30, to: 45, does: 429 }] }],
  ['a 429 storm with Retry-After as a date', { faults: [{ from: 30, to: 40, does: 429, retryAfter: 'date' }] }],
  ['a rate limit above the rate of the run', { rate: { perSecond: 150, burst: 20, retryAfter: 'nothing' } }],
  ['connections that are dropped for a while', { faults: [{ from: 40, to: 45, does: 'close' }] }],
  ['a token endpoint that is away for a moment', { faults: [{ calls: TOKEN_CALLS, from: 1, to: 2, does: 503 }] }],
];

describe('what passes is survived', () => {
  test.each(PASSING)('%s', async (_, options) => {
    const run = await night(options);
    expect(run.falsely).toEqual([]);
    expect(run.ended).toBeUndefined();
    expect(run.record.totals.inconclusive).toBe(0);
    expect(run.exitCode).toBe(0);
    expect(run.stays).toHaveLength(run.open);
    expect(run.elapsedMs).toBeLessThan(LONGEST_MS);
  });
});

/** A disturbance that stays: the run ends, says that it is an outage, and forgets nothing. */
const LASTING: readonly (readonly [string, RehearsalOptions])[] = [
  ['a service that goes away', { faults: [{ from: 60, does: 'close' }] }],
  ['a 503 storm without end', { faults: [{ from: 60, does: 503 }] }],
  ['a 429 storm without end', { faults: [{ from: 60, does: 429 }] }],
  ['a Retry-After of a year', { faults: [{ from: 60, does: 429, retryAfter: 'a year' }] }],
  [
    'a token endpoint that is away when the token stops working',
    { tokensExpireAfterCalls: 60, faults: [{ calls: TOKEN_CALLS, from: 3, does: 503 }] },
  ],
];

describe('what stays is an outage, not a regression', () => {
  test.each(LASTING)('%s', async (_, options) => {
    const run = await night(options);
    expect(run.falsely).toEqual([]);
    expect(run.ended).toMatchObject({
      cause: 'outage',
      reason: expect.stringMatching(/preambles failed, the last one so/),
    });
    expect(run.exitCode).toBe(3);
    expect(run.open).toBeGreaterThan(0);
    expect(run.stays).toHaveLength(run.open);
    expect(run.elapsedMs).toBeLessThan(LONGEST_MS);
  });
});

/** Nobody there at all. */
const NOWHERE: readonly (readonly [string, string, RegExp])[] = [
  ['a connection that is refused', 'http://127.0.0.1:9', /ECONNREFUSED/],
  ['a host without a name', 'http://nonesuch.invalid', /ENOTFOUND|EAI_AGAIN/],
];

describe('where nobody answers, nothing is judged', () => {
  test.each(NOWHERE)('%s', async (_, baseUrl, reason) => {
    const service = await startRehearsal();
    const run = await rehearsed({ target: { ...service.target, baseUrl }, scenarios: SCENARIOS });
    await service.close();
    expect(run.ended).toMatchObject({ cause: 'outage', reason: expect.stringMatching(reason) });
    expect(run).toMatchObject({ exitCode: 3, open: 0, record: { totals: { pass: 0, fail: 0 } } });
  });
});
