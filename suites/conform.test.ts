import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpClient } from '../clients/undici-client.ts';
import type { ScenarioResult } from '../schemas/verdict.ts';
import { type StartedPrism, startPrism } from '../targets/prism/prism.ts';
import { expecting, OUTCOMES, operation, scenarioOf } from '../tests/scenario-of.ts';
import { conform } from './conform.ts';
import type { Given, GivenState, When } from './scenario.ts';
import { openSession, type Session } from './session.ts';

let prism: StartedPrism;
let session: Session;

beforeAll(async () => {
  prism = await startPrism();
  session = openSession({ target: prism.target, client: createHttpClient(prism.baseUrl), operation });
  await session.credentials.authorize('merchant', []);
});

afterAll(async () => {
  await session.client.close();
  await prism.close();
});

const callsOf = ({ exchanges }: ScenarioResult) =>
  exchanges.map(({ operation: name }) => name.replace('invoices.', '')).join(' ');

const judged = (given: Given, when: When = {}, over = {}) =>
  conform(scenarioOf(given, when, expecting(OUTCOMES[given.state], over)), session);

describe('every state is reached and judged, in as few calls as can be', () => {
  it.each<[GivenState, string]>([
    ['SENT', 'create send get cancel get'],
    ['UNPAID', 'create send get cancel get'],
    ['DRAFT', 'create get cancel get delete'],
    ['SCHEDULED', 'create send get cancel get delete'],
    ['MARKED_AS_PAID', 'create send payments get cancel get'],
    ['PARTIALLY_PAID', 'create send payments get cancel get'],
    ['MARKED_AS_REFUNDED', 'create send payments refunds get cancel get'],
    ['PARTIALLY_REFUNDED', 'create send payments refunds get cancel get'],
    ['CANCELLED', 'create send cancel get cancel get'],
    ['DELETED', 'create delete get cancel get'],
    ['UNKNOWN', 'cancel get'],
  ])('%s: %s', async (state, calls) => {
    const result = await judged({ state });
    expect(result).toMatchObject({ verdict: 'pass', findings: [], id: 'cancel.state.example', level: 'MUST' });
    expect(callsOf(result)).toBe(calls);
  });
});

describe('a refusal', () => {
  it('leaves an invoice that can still be cancelled', async () => {
    const result = await judged(
      { state: 'SENT' },
      { credential: 'foreign' },
      { status: [403], issue: 'PERMISSION_DENIED' },
    );
    expect(result).toMatchObject({ verdict: 'pass', findings: [] });
    expect(callsOf(result)).toBe('create send get oauth2.token cancel get cancel');
  });

  it.each<[string, When, number]>([
    ['no token', { credential: 'none' }, 401],
    ['a malformed token', { credential: 'malformed' }, 401],
    ['an expired token', { credential: 'expired' }, 401],
    ['a token without the scope', { credential: 'unscoped' }, 403],
    ['a wrong media type', { mediaType: 'text/plain' }, 415],
    ['no media type', { mediaType: null }, 415],
    ['malformed JSON', { text: '{"note":' }, 400],
    ['no body', { text: null }, 400],
    ['another path segment', { pathSegment: '%2F' }, 404],
  ])('of %s is judged on a shared invoice', async (_, when, status) => {
    const result = await judged({ state: 'SENT', shared: true }, when, { status: [status] });
    expect(result).toMatchObject({ verdict: 'pass', findings: [] });
    expect(callsOf(result)).toMatch(/^(create send get )?cancel get$/);
  });

  it('by a fault is judged, and passes', async () => {
    const result = await judged({ state: 'SENT', fault: 503 }, {}, { status: [503] });
    expect(result).toMatchObject({ verdict: 'pass', findings: [] });
    expect(callsOf(result)).toBe('create send get cancel get cancel');
  });
});

describe('two cancels at the same moment', () => {
  const one = () => expecting(OUTCOMES.SENT);
  const other = () => expecting(OUTCOMES.CANCELLED);

  it.each([
    ['first', () => [one(), other()]],
    ['last', () => [other(), one()]],
  ])('are judged in whatever order they are answered, the success expected %s', async (_, outcomes) => {
    const result = await conform(scenarioOf({ state: 'SENT' }, { atOnce: 2 }, ...outcomes()), session);
    expect(result).toMatchObject({ verdict: 'pass', findings: [] });
    expect(callsOf(result)).toBe('create send get cancel cancel get');
  });

  it('fail where another outcome was expected', async () => {
    const result = await conform(scenarioOf({ state: 'SENT' }, { atOnce: 2 }, one(), one()), session);
    expect(result.verdict).toBe('fail');
    expect(result.findings.map(({ kind }) => kind)).toContain('wrong-status');
  });
});

describe('a wrong expectation', () => {
  it('fails', async () => {
    expect((await judged({ state: 'DRAFT' }, {}, { status: [204] })).verdict).toBe('fail');
  });

  it('that nothing decides is reported and does not fail', async () => {
    const result = await judged({ state: 'DRAFT' }, {}, { status: [204], origin: 'undefined' });
    expect(result.findings.length).toBeGreaterThan(0);
    expect(result.findings.every(({ origin }) => origin === 'undefined')).toBe(true);
    expect(result.verdict).toBe('pass');
  });

  it('weaker than what fails the run is reported and does not fail', async () => {
    const strict = openSession({ ...session, failOn: 'MUST' });
    const scenario = scenarioOf(
      { state: 'DRAFT' },
      {},
      {
        ...expecting({ status: 204 }),
        level: 'SHOULD',
      },
    );
    const result = await conform(scenario, strict);
    expect(result.findings.map(({ level }) => level)).toContain('SHOULD');
    expect(result.findings.map(({ level }) => level)).not.toContain('MUST');
    expect(result.verdict).toBe('pass');
  });
});

describe('evidence', () => {
  it('holds the token call once a merchant, and never a token', async () => {
    const tokens: string[] = [];
    const fresh = openSession(session);
    for (const credential of ['merchant', 'foreign', 'expired', 'unscoped'] as const) {
      const authorization = await session.credentials.authorize(credential, []);
      if ('token' in authorization) tokens.push(authorization.token);
    }
    const results = [];
    for (let run = 0; run < 2; run += 1) {
      results.push(await conform(scenarioOf({ state: 'SENT' }, { credential: 'foreign' }), fresh));
    }
    const written = JSON.stringify(results);
    expect(tokens.length).toBe(4);
    expect(tokens.filter((token) => written.includes(token))).toEqual([]);
    expect(written.split('"operation":"oauth2.token"').length - 1).toBe(2);
    expect(written).not.toMatch(/demo-merchant-secret|Basic |Bearer A21/);
  });

  it('shows the run id on every invoice', async () => {
    const { exchanges } = await judged({ state: 'DRAFT' });
    expect(exchanges[0]?.request.body).toMatch(new RegExp(`"reference":"${session.runId}-\\w+-\\d+"`));
  });
});

describe('a shared invoice', () => {
  const refused = (fresh: Session, recipients?: readonly string[]) =>
    conform(
      scenarioOf(
        { state: 'SENT', shared: true, ...(recipients && { recipients }) },
        { credential: 'none' },
        expecting({ status: 401 }),
      ),
      fresh,
    );

  it('is made once for each list of recipients', async () => {
    const fresh = openSession(session);
    const [first, again] = [await refused(fresh), await refused(fresh)];
    expect(callsOf(first)).toBe('oauth2.token create send get cancel get');
    expect(callsOf(again)).toBe('cancel get');
    expect(callsOf(await refused(fresh, ['cc@example.com']))).toBe('create send get cancel get');
    expect(await fresh.close()).toEqual([]);
  });

  it('is never lent to two scenarios at once', async () => {
    const fresh = openSession(session);
    const results = await Promise.all([refused(fresh), refused(fresh)]);
    const paths = results.flatMap(({ exchanges }) => exchanges.filter(({ operation: name }) => name === operation.id));
    expect(new Set(paths.map(({ request }) => request.path)).size).toBe(2);
    await fresh.close();
  });

  it('is dropped once it was cancelled', async () => {
    const fresh = openSession(session);
    await refused(fresh);
    const used = await conform(scenarioOf({ state: 'SENT', shared: true }), fresh);
    expect(callsOf(used)).toBe('cancel get');
    expect(callsOf(await refused(fresh))).toBe('create send get cancel get');
    await fresh.close();
  });

  it('is dropped while a fault still waits on it', async () => {
    const fresh = openSession(session);
    const given = { state: 'SENT', shared: true, fault: 503 } as const;
    const elsewhere = scenarioOf(given, { pathSegment: '%2F' }, expecting({ status: 404 }));
    expect(await conform(elsewhere, fresh)).toMatchObject({ verdict: 'pass', findings: [] });
    expect(callsOf(await refused(fresh))).toBe('create send get cancel get');
    await fresh.close();
  });

  it('is cancelled in the end', async () => {
    const fresh = openSession(session);
    const { exchanges } = await refused(fresh);
    const id = /invoices\/([^/]+)\/cancel/.exec(exchanges.at(-2)?.request.path ?? '')?.[1] ?? '';
    expect(fresh.stock.left()).toEqual([id]);
    expect(await fresh.close()).toEqual([]);
    expect(fresh.stock.left()).toEqual([]);
    const gone = await conform(scenarioOf({ state: 'UNKNOWN' }, {}, expecting(OUTCOMES.CANCELLED)), {
      ...fresh,
      unknownId: id,
    });
    expect(gone.findings.map(({ kind }) => kind)).toEqual(['wrong-state']);
  });
});

describe('an invoice that was not made here', () => {
  it('is never cleared up', async () => {
    const maker = openSession(session);
    await conform(
      scenarioOf({ state: 'SENT', shared: true }, { credential: 'none' }, expecting({ status: 401 })),
      maker,
    );
    const [unknownId = ''] = maker.stock.left();
    const fresh = { ...openSession(session), unknownId };
    const result = await conform(
      scenarioOf({ state: 'UNKNOWN' }, { credential: 'none' }, expecting({ status: 401 })),
      fresh,
    );
    expect(result.findings).toMatchObject([{ kind: 'wrong-state', expected: 'NOT_FOUND', actual: 'SENT' }]);
    expect(fresh.stock.left()).toEqual([]);
    await maker.close();
  });
});

describe('what cannot be run', () => {
  it.each<[string, Given, When]>([
    ['fault', { state: 'SENT', fault: 503 }, {}],
    ['expired-token', { state: 'SENT' }, { credential: 'expired' }],
    ['unscoped-token', { state: 'SENT' }, { credential: 'unscoped' }],
    ['foreign-merchant', { state: 'SENT' }, { credential: 'foreign' }],
  ])('is inapplicable without the capability %s, and sends nothing', async (_, given, when) => {
    const target = { ...prism.target, capabilities: new Set<never>() };
    const result = await conform(scenarioOf(given, when), openSession({ ...session, target }));
    expect(result).toMatchObject({ verdict: 'inapplicable', exchanges: [], findings: [] });
    expect(result.reason).toMatch(/^The target prism (has no|cannot) .+\.$/);
  });

  it('is a defect: a fault on an invoice that does not exist', async () => {
    const scenario = scenarioOf({ state: 'UNKNOWN', fault: 503 });
    await expect(conform(scenario, session)).rejects.toMatchObject({ name: 'SuiteError', code: 'DEFECT' });
  });

  it.each([
    ['of another operation', { operation: 'invoices.send' }],
    ['with fewer outcomes than requests', { when: { atOnce: 2 } }],
    ['with a body and a text', { when: { body: {}, text: '' } }],
  ])('is a defect: a scenario %s', async (_, broken) => {
    const scenario = { ...scenarioOf({ state: 'SENT' }), ...broken };
    await expect(conform(scenario, session)).rejects.toMatchObject({ name: 'SuiteError', code: 'DEFECT' });
  });
});
