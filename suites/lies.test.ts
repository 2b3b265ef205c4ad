import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpClient } from '../clients/undici-client.ts';
import type { Lie } from '../targets/lie.ts';
import { type StartedPrism, startPrism } from '../targets/prism/prism.ts';
import { expecting, OUTCOMES, operation, scenarioOf } from '../tests/scenario-of.ts';
import { conform } from './conform.ts';
import type { Given, When } from './scenario.ts';
import { openSession, type Session } from './session.ts';

const REFUSED = { status: 422, example: 'CANNOT_CANCEL_PAID_INVOICE' };
const ACCEPTED = { status: 204, example: null };

let told: Lie = {};
let prism: StartedPrism;
let session: Session;

beforeAll(async () => {
  const lie: Lie = {
    decide: (context) => told.decide?.(context) ?? context.decision,
    answer: (answer, context) => told.answer?.(answer, context) ?? answer,
    stateAfter: (honest, context) => told.stateAfter?.(honest, context) ?? honest,
    get: (answer, request) => told.get?.(answer, request) ?? answer,
  };
  prism = await startPrism({ lie });
  const client = createHttpClient(prism.baseUrl, { timeoutMs: 5_000, maxBodyBytes: 100_000 });
  session = openSession({ target: prism.target, client, operation });
  await prism.ready();
});

afterAll(async () => {
  await session.client.close();
  await prism.close();
});

const judgedBy = async (lie: Lie, given: Given, when: When = {}, over = {}) => {
  told = lie;
  const result = await conform(scenarioOf(given, when, expecting(OUTCOMES[given.state], over)), session);
  told = {};
  return { ...result, kinds: result.findings.map(({ kind }) => kind) };
};

const foreign: When = { credential: 'foreign' };
const forbidden = { status: [403], issue: 'PERMISSION_DENIED' };

describe('a target that lies about the state afterwards fails', () => {
  it('a 204 that cancels nothing', async () => {
    const result = await judgedBy({ stateAfter: () => 'SENT' }, { state: 'SENT' });
    expect(result).toMatchObject({ verdict: 'fail', kinds: ['wrong-state'] });
    expect(result.findings[0]).toMatchObject({
      check: 'state-after',
      level: 'SHOULD',
      origin: 'prose',
      clause: operation.clause,
      expected: 'CANCELLED',
      actual: 'SENT',
    });
  });

  it('a refusal that cancels all the same', async () => {
    const result = await judgedBy({ stateAfter: () => 'CANCELLED' }, { state: 'SENT' }, foreign, forbidden);
    expect(result).toMatchObject({ verdict: 'fail', kinds: ['wrong-state'] });
  });

  it('a refusal that changes a shared invoice, which nobody is lent afterwards', async () => {
    const given: Given = { state: 'SENT', shared: true, recipients: ['cc@example.com'] };
    const result = await judgedBy({ stateAfter: () => 'UNPAID' }, given, foreign, forbidden);
    expect(result).toMatchObject({ verdict: 'fail', kinds: ['wrong-state'] });
    expect(session.stock.borrow(given)).toBeUndefined();
  });

  it('a refusal after which a sent invoice cannot be cancelled', async () => {
    let asked = 0;
    const lie: Lie = { decide: ({ decision }) => (asked++ === 0 ? decision : REFUSED) };
    const result = await judgedBy(lie, { state: 'SENT' }, foreign, forbidden);
    expect(result.verdict).toBe('fail');
    expect(result.findings[0]).toMatchObject({ kind: 'not-cancellable', expected: '204', actual: '422' });
  });

  it('a draft that disappears', async () => {
    let reads = 0;
    const lie: Lie = { get: (answer) => (reads++ === 0 ? answer : { ...answer, status: 404 }) };
    const result = await judgedBy(lie, { state: 'DRAFT' });
    expect(result).toMatchObject({ verdict: 'fail', kinds: ['wrong-state'] });
    expect(result.findings[0]?.actual).toBe('NOT_FOUND');
  });
});

describe('a target that lies about the cancel fails', () => {
  it('a draft that is cancelled', async () => {
    const result = await judgedBy({ decide: () => ACCEPTED }, { state: 'DRAFT' });
    expect(result.verdict).toBe('fail');
    expect(result.kinds).toContain('wrong-status');
  });

  it('two cancels at once that are both accepted', async () => {
    told = { decide: () => ACCEPTED };
    const both = [expecting(OUTCOMES.SENT), expecting(OUTCOMES.CANCELLED)];
    const result = await conform(scenarioOf({ state: 'SENT' }, { atOnce: 2 }, ...both), session);
    told = {};
    expect(result.verdict).toBe('fail');
    expect(result.findings.filter(({ kind }) => kind === 'wrong-status').length).toBe(1);
  });

  it('the cancel after a refusal, judged like any other', async () => {
    let asked = 0;
    const broken = { status: 422, headers: [['Content-Type', 'application/json']], body: '{' } as const;
    const lie: Lie = { answer: (answer) => (asked++ === 0 ? answer : broken) };
    const result = await judgedBy(lie, { state: 'SENT' }, foreign, forbidden);
    expect(result.kinds).toContain('not-cancellable');
    expect(result.kinds).toContain('malformed-json');
  });
});

describe('with Prism stopped in the middle of a run', () => {
  it('cancels are inconclusive, and nothing answers in its place', async () => {
    const given: Given = { state: 'SENT', shared: true };
    expect((await judgedBy({}, given, foreign, forbidden)).verdict).toBe('pass');
    await prism.stopPrism();
    const results = [
      await judgedBy({}, given, foreign, forbidden),
      await judgedBy({}, { state: 'DRAFT' }),
      await judgedBy({}, { state: 'SENT', fault: 503 }, {}, { status: [503] }),
      await conform(
        scenarioOf({ state: 'SENT' }, { atOnce: 2 }, expecting(OUTCOMES.SENT), expecting(OUTCOMES.CANCELLED)),
        session,
      ),
    ];
    expect(results.map(({ verdict, findings }) => [verdict, findings])).toEqual(
      results.map(() => ['inconclusive', []]),
    );
    for (const { reason } of results) expect(reason).toMatch(/^invoices\.cancel was not answered \(.+\): network\.$/);
  });
});
