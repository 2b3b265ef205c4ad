import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openAllowance } from '../../clients/allowance.ts';
import { createHttpClient } from '../../clients/undici-client.ts';
import type { ScenarioResult } from '../../schemas/verdict.ts';
import type { LegacyLie, Outcome, Passage, TargetRequest } from '../../targets/lie.ts';
import { type StartedPrism, startPrism } from '../../targets/prism/prism.ts';
import type { Target } from '../../targets/target.ts';
import { cancelOperation } from '../cancel/cancel-contract.ts';
import { cancelScenarios } from '../cancel/cancel-scenarios.ts';
import { conform } from '../conform.ts';
import { accountOf, NO_LEDGER, openLedger, readLedger } from '../ledger.ts';
import { isJudged, openCourse } from '../run-course.ts';
import { planOf } from '../run-plan.ts';
import type { Scenario } from '../scenario.ts';
import { openSession } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import { legacyOperation } from './legacy-contract.ts';
import { legacyScenarios } from './legacy-scenarios.ts';
import { legacySystem } from './legacy-system.ts';

let prism: StartedPrism;
let calls: string[];
/** What stands in the way of a call, and what is another about a cancel; honest by default. */
let pass: (request: TargetRequest, passage: Passage) => Promise<Outcome>;
let lie: LegacyLie;

beforeAll(async () => {
  prism = await startPrism({
    lie: {
      pass: (request, passage) => {
        if (!request.url.startsWith('/_director')) calls.push(request.url.split('/').at(-1) ?? '');
        return pass(request, passage);
      },
      legacy: { decide: (context) => lie.decide?.(context) ?? context.decision },
    },
  });
  await prism.ready();
});
afterAll(() => prism.close());
beforeEach(() => {
  calls = [];
  pass = (request, passage) => passage.on(request);
  lie = {};
});

/** Sessions of both systems that share a ledger, as a run opens them. */
function sessionsOn(target: Target, ledger = NO_LEDGER): Sessions {
  const client = createHttpClient(prism.baseUrl);
  const rest = openSession({ target, client, operation: cancelOperation, ledger, limits: { readPausesMs: [] } });
  return { rest, legacy: openSession({ ...rest, operation: legacyOperation, system: legacySystem }) };
}

const named = (id: string): Scenario => legacyScenarios.find((scenario) => scenario.id === id) as Scenario;

const judged = (scenario: Scenario, target: Target = prism.target): Promise<ScenarioResult> =>
  conform(scenario, openSession({ ...sessionsOn(target).rest, operation: legacyOperation, system: legacySystem }));

describe('every state is reached and judged in as few calls as can be', () => {
  it.each([
    ['legacy.state.sent', 'CreateInvoice SendInvoice GetInvoiceDetails CancelInvoice GetInvoiceDetails', null],
    ['legacy.state.draft', 'CreateInvoice GetInvoiceDetails CancelInvoice GetInvoiceDetails DeleteInvoice', '570063'],
    [
      'legacy.state.refunded',
      'CreateInvoice SendInvoice MarkInvoiceAsPaid MarkInvoiceAsRefunded GetInvoiceDetails CancelInvoice GetInvoiceDetails',
      '570099',
    ],
    ['legacy.state.deleted', 'CreateInvoice DeleteInvoice GetInvoiceDetails CancelInvoice GetInvoiceDetails', '571001'],
    ['legacy.state.unknown', 'CancelInvoice GetInvoiceDetails', '580047'],
    [
      'legacy.access.foreign',
      'CreateInvoice SendInvoice GetInvoiceDetails CancelInvoice GetInvoiceDetails CancelInvoice',
      '550027',
    ],
  ])('%s', async (id, order, code) => {
    const result = await judged(named(id));
    expect(result).toMatchObject({ verdict: 'pass', answer: { status: 200, code }, operation: 'CancelInvoice' });
    expect(result.exchanges.map(({ operation }) => operation).join(' ')).toBe(order);
  });
});

it('no credential is in the evidence, and whose it was is', async () => {
  const { exchanges } = await judged(named('legacy.access.foreign'));
  const { merchant, foreign } = prism.target.legacy?.merchants ?? {};
  const text = JSON.stringify(exchanges);
  for (const one of [merchant, foreign])
    for (const secret of [one?.userId, one?.password, one?.signature, one?.applicationId])
      expect(text).not.toContain(secret);
  expect(text).not.toMatch(/security-(userid|password|signature)/i);
  expect(new Set(exchanges.map(({ request }) => request.credential))).toEqual(new Set(['merchant', 'foreign']));
});

const answering = (status: number): Outcome => ({ status, headers: [], body: '' });
const isCancel = ({ url }: TargetRequest): boolean => url.endsWith('/CancelInvoice');

describe('an answer that says nothing of the contract', () => {
  it.each([429, 502, 503, 504])('%i is inconclusive', async (status) => {
    pass = (request, passage) => (isCancel(request) ? Promise.resolve(answering(status)) : passage.on(request));
    expect(await judged(named('legacy.state.paid'))).toMatchObject({ verdict: 'inconclusive', findings: [] });
  });
  it('none at all is inconclusive', async () => {
    pass = (request, passage) => (isCancel(request) ? Promise.resolve('close') : passage.on(request));
    expect(await judged(named('legacy.state.paid'))).toMatchObject({ verdict: 'inconclusive', findings: [] });
  });
  it('an internal error that nobody expected is a departure', async () => {
    lie = { decide: () => ({ example: '520002' }) };
    expect(await judged(named('legacy.state.paid'))).toMatchObject({ verdict: 'fail' });
  });
  it('credentials that are no longer taken at all decide nothing', async () => {
    let cancelled = false;
    pass = (request, passage) => {
      cancelled ||= isCancel(request);
      return passage.on(
        cancelled ? { ...request, headers: { ...request.headers, 'x-paypal-security-signature': '' } } : request,
      );
    };
    const { verdict, reason } = await judged(named('legacy.state.paid'));
    expect([verdict, reason]).toEqual(['inconclusive', expect.stringMatching(/GetInvoiceDetails with the same/)]);
  });
});

describe('what a target has not', () => {
  it.each<[string, (target: Target) => Target, string, RegExp]>([
    ['a legacy system', ({ legacy: _, ...target }) => target, 'legacy.state.sent', /set PAYPAL_LEGACY_USERID/],
    [
      'a foreign merchant',
      (target) =>
        ({
          ...target,
          legacy: { baseUrl: prism.baseUrl, merchants: { merchant: target.legacy?.merchants.merchant } },
        }) as Target,
      'legacy.access.foreign',
      /no second merchant/,
    ],
    ['faults', ({ setLegacyFault: _, ...target }) => target, 'legacy.fault.internal', /cannot be told/],
  ])('%s makes its scenarios inapplicable, and no call', async (_, without, id, reason) => {
    const result = await judged(named(id), without(prism.target));
    expect(result).toMatchObject({ verdict: 'inapplicable', reason: expect.stringMatching(reason), exchanges: [] });
    expect(calls).toEqual([]);
  });
});

/** A run of some scenarios on a service, with a ledger of its own. */
async function ran(scenarios: readonly Scenario[]) {
  const target: Target = { ...prism.target, judges: 'service' };
  const file = join(mkdtempSync(join(tmpdir(), 'legacy-')), 'ledger.ndjson');
  const ledger = openLedger(file, { account: accountOf(target), run: 'cc-run', durable: false });
  const stays: unknown[] = [];
  const sessions = sessionsOn(target, ledger);
  const course = openCourse(sessions, openAllowance(), {
    endedEarly: (early) => stays.push(early),
    secondResult: () => {},
    stays: (open) => stays.push(open),
  });
  const outcomes = [];
  for (const scenario of scenarios) outcomes.push(await course.judge(scenario));
  const underWay = new Set([...readLedger(file).values()].map(({ account }) => account));
  await course.finish(scenarios.length);
  return { results: outcomes.filter(isJudged), stays, accounts: underWay, open: readLedger(file).size, target };
}

describe('a run of both systems', () => {
  const both = [...cancelScenarios.filter(({ topic }) => topic === 'access'), ...legacyScenarios];

  it('makes the calls of its plan, on two accounts, and leaves nothing', async () => {
    const { results, stays, open, target } = await ran(both);
    expect(results.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
    expect([stays, open]).toEqual([[], 0]);
    expect(calls.length).toBe(planOf(both, target).total);
  });

  it('keeps the invoices of each under an account of its own', async () => {
    const shared = both.filter(({ id }) => /access\.(no-token|missing-user-id)$/.test(id));
    expect((await ran(shared)).accounts.size).toBe(2);
  });

  it('asks a system for nothing before its first scenario', async () => {
    await ran(cancelScenarios.filter(({ id }) => id === 'cancel.state.unknown'));
    expect(calls.filter((call) => call.includes('Invoice'))).toEqual([]);
  });
});
