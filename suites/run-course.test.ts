import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAllowance, UNLIMITED } from '../clients/allowance.ts';
import { createPacedClient } from '../clients/paced-client.ts';
import { createHttpClient } from '../clients/undici-client.ts';
import type { EndedEarly, Orphan, ScenarioResult } from '../schemas/verdict.ts';
import type { Outcome, Passage, TargetRequest } from '../targets/lie.ts';
import { connectPrism } from '../targets/prism/connect-prism.ts';
import { type StartedPrism, startPrism } from '../targets/prism/prism.ts';
import type { Target } from '../targets/target.ts';
import { expecting, operation, scenarioOf } from '../tests/scenario-of.ts';
import { cancelScenarios } from './cancel/cancel-scenarios.ts';
import { accountOf, openLedger, readLedger } from './ledger.ts';
import { isJudged, openCourse } from './run-course.ts';
import { planOf } from './run-plan.ts';
import type { Scenario } from './scenario.ts';
import { openSession } from './session.ts';

let prism: StartedPrism;
let calls: string[];
/** What stands in the way of a call; honest by default. */
let pass: (request: TargetRequest, passage: Passage) => Promise<Outcome>;

beforeEach(async () => {
  calls = [];
  pass = (request, passage) => passage.on(request);
  prism = await startPrism({
    lie: {
      pass: (request, passage) => {
        if (!request.url.startsWith('/_director')) calls.push(`${request.method} ${request.url.split('/').at(-1)}`);
        return pass(request, passage);
      },
    },
  });
});
afterEach(() => prism.close());

const answering = (status: number): Outcome => ({ status, headers: [], body: '' });
const isCreate = ({ method, url }: TargetRequest): boolean => method === 'POST' && url.endsWith('/invoices');
const isGet = ({ method }: TargetRequest): boolean => method === 'GET';
const isToken = ({ url }: TargetRequest): boolean => url.endsWith('/token');
const PATIENCE = { retries: 2, firstPauseMs: 5, longestMs: 100 };

interface Ran {
  readonly results: readonly ScenarioResult[];
  readonly notRun: number;
  readonly ended: EndedEarly | undefined;
  readonly second: readonly ScenarioResult[];
  readonly stays: readonly Orphan[];
  readonly open: number;
}

/** Runs scenarios one after the other, as a run of the command does. */
async function ran(
  scenarios: readonly Scenario[],
  judges: Target['judges'] = 'service',
  maxCalls = UNLIMITED.maxCalls,
): Promise<Ran> {
  const target = { ...connectPrism(prism.baseUrl), judges };
  const allowance = openAllowance({ callsPerSecond: 0, maxCalls });
  const client = createPacedClient(createHttpClient(prism.baseUrl), prism.baseUrl, allowance);
  const file = join(mkdtempSync(join(tmpdir(), 'course-')), 'ledger.ndjson');
  const ledger = openLedger(file, { account: accountOf(target), run: 'cc-run', durable: false });
  const session = openSession({
    target,
    client,
    operation,
    runId: 'cc-run',
    ledger,
    patience: PATIENCE,
    limits: { readPausesMs: [] },
  });
  let ended: EndedEarly | undefined;
  const [second, stays]: [ScenarioResult[], Orphan[]] = [[], []];
  const course = openCourse(session, allowance, {
    endedEarly: (early) => {
      ended = early;
    },
    secondResult: (result) => void second.push(result),
    stays: (open) => void stays.push(open),
  });
  const outcomes = [];
  for (const scenario of scenarios) outcomes.push(await course.judge(scenario));
  await course.finish(scenarios.length);
  await client.close();
  const results = outcomes.filter(isJudged);
  return { results, notRun: outcomes.length - results.length, ended, second, stays, open: readLedger(file).size };
}

const SENT = scenarioOf({ state: 'SENT' });
const many = (count: number): readonly Scenario[] => Array.from({ length: count }, () => ({ ...SENT }));

describe('the plan', () => {
  it.each([
    'mock',
    'service',
  ] as const)('counts every call that a run of the whole suite makes on a %s', async (judges) => {
    const { results, open } = await ran(cancelScenarios, judges);
    expect(results.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
    expect(open).toBe(0);
    const plan = planOf(cancelScenarios, { ...prism.target, judges });
    // A refusal takes one call more than a cancel: proving that the invoice can still be cancelled.
    const either = cancelScenarios.filter(({ expected: [{ status }] }) => status.includes(204) && status.length > 1);
    expect(either.length).toBeLessThan(5);
    expect(plan.total - either.length).toBe(calls.length);
  });

  it('counts none for a scenario that is inapplicable', () => {
    const target = { ...prism.target, capabilities: new Set<never>() };
    const { scenarios } = planOf(cancelScenarios, target);
    expect(scenarios.find(({ id }) => id === 'cancel.fault.internal')?.calls).toBe(0);
    expect(scenarios.find(({ id }) => id === 'cancel.state.sent')?.calls).toBe(5);
  });
});

describe('a canary', () => {
  it('is a token, a create, a get and a delete, before the first scenario', async () => {
    await ran(many(1));
    expect(calls.slice(0, 4).map((call) => call.replace(/INV2.*/, 'id'))).toEqual([
      'POST token',
      'POST invoices',
      'GET id',
      'DELETE id',
    ]);
  });

  it.each([
    ['token', isToken],
    ['create', isCreate],
    ['get', isGet],
    ['delete', ({ method }: TargetRequest) => method === 'DELETE'],
  ])('that fails at %s ends the run before its first scenario, as an outage', async (_, is) => {
    pass = async (request, passage) => (is(request) ? answering(503) : passage.on(request));
    const { results, notRun, ended } = await ran(many(3));
    expect([results.length, notRun]).toEqual([0, 3]);
    expect(ended).toMatchObject({ cause: 'outage', reason: expect.stringMatching(/answered 503/) });
  });
});

describe('an outage in mid-run', () => {
  /** Every create fails from the given one on. */
  const failingFrom = (first: number, until = Number.POSITIVE_INFINITY): void => {
    let creates = 0;
    pass = async (request, passage) => {
      if (!isCreate(request)) return passage.on(request);
      creates += 1;
      return creates >= first && creates < until ? answering(500) : passage.on(request);
    };
  };

  it('ends the run once more than 30 % of the preambles have failed, and at least five', async () => {
    failingFrom(9);
    const { results, notRun, ended, second } = await ran(many(30));
    expect(ended).toMatchObject({ cause: 'outage', reason: expect.stringMatching(/^5 of 13 preambles failed/) });
    expect([results.length, notRun, second.length]).toEqual([12, 18, 0]);
    expect(results.filter(({ verdict }) => verdict === 'pass').length).toBe(7);
  });

  it('of four preambles is none', async () => {
    failingFrom(2, 6);
    const { ended, second } = await ran(many(6));
    expect(ended).toBeUndefined();
    expect(second.length).toBe(4);
  });
});

describe('an inconclusive scenario', () => {
  it('is tried once more at the end, on an invoice of its own, and marked', async () => {
    let cancels = 0;
    pass = async (request, passage) => {
      if (!request.url.endsWith('/cancel')) return passage.on(request);
      cancels += 1;
      return cancels === 1 ? answering(503) : passage.on(request);
    };
    const { results, second, open } = await ran(many(2));
    expect(results.map(({ verdict }) => verdict)).toEqual(['inconclusive', 'pass']);
    expect(second).toMatchObject([{ verdict: 'pass', flaky: expect.stringContaining('answered 503') }]);
    const paths = new Set([results[0], second[0]].map((result) => result?.exchanges.at(-1)?.request.path));
    expect(paths.size).toBe(2);
    expect(open).toBe(0);
  });

  it('that stays so is left as it was', async () => {
    pass = async (request, passage) => (request.url.endsWith('/cancel') ? answering(429) : passage.on(request));
    const { second, stays } = await ran(many(1));
    expect(second).toEqual([]);
    expect(calls.filter((call) => call === 'POST cancel').length).toBe(4);
    expect(stays).toMatchObject([{ run: 'cc-run' }, { run: 'cc-run' }]);
  });
});

describe('a busy service', () => {
  it('is not asked again for what it may have done already', async () => {
    let creates = 0;
    pass = async (request, passage) => {
      if (!isCreate(request)) return passage.on(request);
      creates += 1;
      return creates === 2 ? answering(503) : passage.on(request);
    };
    const { results, second } = await ran(many(1));
    expect(results).toMatchObject([
      { verdict: 'inconclusive', reason: expect.stringContaining('create answered 503') },
    ]);
    expect([second.length, creates]).toEqual([1, 3]);
  });

  it('is never sent a cancel twice, in a preamble or a postcondition either', async () => {
    pass = async (request, passage) => (request.url.endsWith('/cancel') ? answering(429) : passage.on(request));
    const { results } = await ran([scenarioOf({ state: 'CANCELLED' })]);
    expect(results[0]?.exchanges.map(({ operation: name }) => name)).toEqual([
      'invoices.create',
      'invoices.send',
      'invoices.cancel',
    ]);
  });

  it('is waited for where it refuses a read', async () => {
    let reads = 0;
    pass = async (request, passage) => {
      reads += Number(isGet(request));
      return isGet(request) && reads % 2 === 1 ? answering(429) : passage.on(request);
    };
    expect((await ran(many(1))).results).toMatchObject([{ verdict: 'pass' }]);
  });
});

it('a budget that is spent ends the run, and no further call is made', async () => {
  const { results, notRun, ended, stays } = await ran(many(10), 'service', 23);
  expect(calls.length).toBe(23);
  expect(ended).toEqual({ cause: 'budget', reason: 'The budget of 23 calls is spent.' });
  expect(results.at(-1)).toMatchObject({ verdict: 'inconclusive', reason: expect.stringContaining('budget of 23') });
  expect([results.length, notRun, stays.length]).toEqual([4, 6, 1]);
});

describe('a token', () => {
  /** A service whose tokens say that they live so long, in seconds. */
  const livingFor = (seconds: number) => async (request: TargetRequest, passage: Passage) => {
    await wait(1);
    const outcome = await passage.on(request);
    if (!isToken(request) || typeof outcome === 'string') return outcome;
    const body = JSON.stringify({ ...JSON.parse(String(outcome.body)), expires_in: seconds });
    return { ...outcome, body, headers: [['content-type', 'application/json'] as const] };
  };
  const tokens = () => calls.filter((call) => call === 'POST token').length;

  it('is fetched once, and renewed before it expires', async () => {
    pass = livingFor(3600);
    await ran(many(5));
    expect(tokens()).toBe(1);
    calls = [];
    pass = livingFor(0.01);
    await ran(many(2));
    expect(tokens()).toBeGreaterThan(1);
  });

  it('that is no longer taken is renewed once in a preamble', async () => {
    let refused = 0;
    pass = async (request, passage) => {
      if (!isCreate(request) || refused > 0) return passage.on(request);
      refused += 1;
      return answering(401);
    };
    const { results, ended } = await ran(many(1));
    expect([results[0]?.verdict, ended, tokens()]).toEqual(['pass', undefined, 2]);
  });

  it('that runs out under a request under test makes no departure', async () => {
    const shared = scenarioOf({ state: 'SENT', shared: true }, {}, expecting({ status: 204 }));
    let gone = false;
    pass = async (request, passage) => {
      if (request.url.endsWith('/cancel') && calls.filter((call) => call === 'POST cancel').length === 1) gone = true;
      if (isToken(request)) gone = false;
      return gone ? answering(401) : passage.on(request);
    };
    const { results, second } = await ran([shared]);
    expect(results).toMatchObject([
      { verdict: 'inconclusive', findings: [], reason: expect.stringContaining('token') },
    ]);
    expect(second).toMatchObject([{ verdict: 'pass' }]);
  });

  it('is never renewed behind a scenario that tests 401', async () => {
    const { results } = await ran([
      scenarioOf({ state: 'SENT' }, { credential: 'expired' }, expecting({ status: 401 })),
    ]);
    expect([results[0]?.verdict, tokens()]).toEqual(['pass', 1]);
  });
});
