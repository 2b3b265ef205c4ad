import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { IMPATIENT } from '../clients/patience.ts';
import { createHttpClient } from '../clients/undici-client.ts';
import { connectPrism } from '../targets/prism/connect-prism.ts';
import type { Target } from '../targets/target.ts';
import { operation, scenarioOf } from '../tests/scenario-of.ts';
import { conform } from './conform.ts';
import { openSession, type Session } from './session.ts';

const LIMITS = { timeoutMs: 200, maxBodyBytes: 10_000 };

let servers: Server[] = [];

afterEach(() => {
  for (const server of servers) server.close().closeAllConnections();
  servers = [];
});

async function listening(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const unused = async (): Promise<string> => {
  const origin = await listening(() => undefined);
  await new Promise((resolve) => servers.pop()?.close(resolve));
  return origin;
};

const sessionAt = (baseUrl: string, readPausesMs: readonly number[] = []): Session => {
  const target: Target = {
    name: 'strange',
    baseUrl,
    judges: 'service',
    capabilities: new Set(),
    merchants: { merchant: { clientId: 'id', clientSecret: 'a-secret' } },
    specialToken: () => Promise.reject(new Error('not asked for')),
    setFault: () => Promise.reject(new Error('not asked for')),
  };
  return openSession({
    target,
    client: createHttpClient(baseUrl, LIMITS),
    operation,
    limits: { readPausesMs },
    patience: IMPATIENT,
  });
};

type Scripted = readonly [status: number, body?: unknown];

/** What each call, named by method and last segment, is answered with, one time after the other; the last one stays. */
type Script = Readonly<Record<string, readonly Scripted[]>>;

/** A service that keeps to a script; a call without a line hangs. */
function scripted(script: Script): RequestListener {
  const asked = new Map<string, number>();
  return (request, response) => {
    const last = request.url?.split('/').at(-1) ?? '';
    const call = `${request.method} ${/^INV2/.test(last) ? 'invoice' : last}`;
    const time = asked.get(call) ?? 0;
    asked.set(call, time + 1);
    const [status, body] = script[call]?.[time] ?? script[call]?.at(-1) ?? [];
    if (status === undefined) return;
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  };
}

const HONEST: Script = {
  'POST token': [[200, { access_token: 'a-token' }]],
  'POST invoices': [[201, { rel: 'self', href: 'https://x.example/v2/invoicing/invoices/INV2-AAAA', method: 'GET' }]],
  'POST send': [[200, {}]],
  'GET invoice': [
    [200, { status: 'SENT' }],
    [200, { status: 'CANCELLED' }],
  ],
  'POST cancel': [[204]],
};

const without = (call: string): Script => Object.fromEntries(Object.entries(HONEST).filter(([key]) => key !== call));

const runOn = async (script: Script, readPausesMs: readonly number[] = []) => {
  const session = sessionAt(await listening(scripted(script)), readPausesMs);
  return { session, result: await conform(sent(), session) };
};

const sent = () => scenarioOf({ state: 'SENT' });

describe('a target that does not answer is inconclusive, never pass and never fail', () => {
  it('dead from the beginning', async () => {
    const session = sessionAt(await unused());
    const result = await conform(sent(), session);
    expect(result).toMatchObject({ verdict: 'inconclusive', findings: [] });
    expect(result.reason).toMatch(/^No token for the merchant: oauth2\.token was not answered \(ECONNREFUSED/);
    expect(await session.close()).toEqual([]);
  });

  it.each([
    ['POST token', /^No token for the merchant: oauth2\.token was not answered \(.*TIMEOUT/],
    ['POST invoices', /^Preamble to SENT: invoices\.create was not answered \(.*TIMEOUT/],
    ['POST send', /^Preamble to SENT: invoices\.send was not answered \(.*TIMEOUT/],
    ['GET invoice', /^Preamble to SENT: invoices\.get was not answered \(.*TIMEOUT/],
    ['POST cancel', /^invoices\.cancel was not answered \(.*TIMEOUT.*: network\.$/],
  ])('hanging at %s', async (call, reason) => {
    const { result } = await runOn(without(call));
    expect(result).toMatchObject({ verdict: 'inconclusive', findings: [] });
    expect(result.reason).toMatch(reason);
    expect(JSON.stringify(result)).not.toMatch(/a-token|a-secret/);
  });

  it('dead when it is asked for a token out of the ordinary', async () => {
    const baseUrl = await unused();
    const session = openSession({ target: connectPrism(baseUrl), client: createHttpClient(baseUrl), operation });
    const result = await conform(scenarioOf({ state: 'UNKNOWN' }, { credential: 'expired' }), session);
    expect(result).toMatchObject({ verdict: 'inconclusive', reason: `Nothing answers at ${baseUrl}`, exchanges: [] });
  });

  it('for a moment: the next scenario asks again for a token', async () => {
    const { session, result } = await runOn({ ...HONEST, 'POST token': [[503], ...(HONEST['POST token'] ?? [])] });
    expect(result.reason).toBe('No token for the merchant: oauth2.token answered 503.');
    expect((await conform(sent(), session)).verdict).toBe('pass');
  });
});

describe('a target that is busy or away is inconclusive', () => {
  it.each([
    [429, 'rate limit'],
    [502, 'outage'],
    [503, 'outage'],
    [504, 'outage'],
  ])('%i to the cancel: %s', async (status, word) => {
    const { result } = await runOn({ ...HONEST, 'POST cancel': [[status, { name: 'BUSY' }]] });
    expect(result).toMatchObject({ verdict: 'inconclusive', findings: [] });
    expect(result.reason).toBe(`invoices.cancel answered ${status} BUSY: ${word}.`);
  });

  it.each([401, 500, 503])('401 to the cancel, where a GET that looks into it is answered %i', async (status) => {
    const { result } = await runOn({
      ...HONEST,
      'POST cancel': [[401, { error: 'invalid_token' }]],
      'GET invoice': [[200, { status: 'SENT' }], [status]],
    });
    expect(result).toMatchObject({ verdict: 'inconclusive', findings: [], reason: expect.stringMatching(/token/i) });
  });

  it('500 is no outage: the contract promises it a body', async () => {
    const { result } = await runOn({
      ...HONEST,
      'POST cancel': [[500, {}]],
      'GET invoice': [[200, { status: 'SENT' }]],
    });
    expect(result.verdict).toBe('fail');
  });
});

describe('a preamble that does not reach its state is inconclusive', () => {
  it.each<[string, Script, string]>([
    [
      'refused credentials',
      { 'POST token': [[401, { error: 'invalid_client' }]] },
      'No token for the merchant: oauth2.token answered 401 invalid_client.',
    ],
    [
      'a refused step',
      { 'POST send': [[422, { name: 'UNPROCESSABLE_ENTITY', details: [{ issue: 'NO_BUSINESS_NAME' }] }]] },
      'Preamble to SENT: invoices.send answered 422 UNPROCESSABLE_ENTITY NO_BUSINESS_NAME.',
    ],
    [
      'a create without an id',
      { 'POST invoices': [[201, {}]] },
      'Preamble to SENT: invoices.create answered 201 and names no invoice.',
    ],
    [
      'a create with an id that no path can carry',
      { 'POST invoices': [[201, { id: '\ud800' }]] },
      'Preamble to SENT: invoices.create answered 201 and names no invoice.',
    ],
    [
      'another state',
      { 'GET invoice': [[200, { status: 'SCHEDULED' }]] },
      'Preamble to SENT: invoices.get answered and shows SCHEDULED, not SENT.',
    ],
    [
      'a refusal that rambles',
      { 'POST send': [[400, { name: 'x'.repeat(81), error: '\u001b[31m' }]] },
      'Preamble to SENT: invoices.send answered 400.',
    ],
    [
      'a state that is none',
      { 'GET invoice': [[200, { status: 'x'.repeat(41) }]] },
      'Preamble to SENT: invoices.get answered 200 and shows no state.',
    ],
    [
      'an invoice without a state',
      { 'GET invoice': [[200, { id: 'INV2-AAAA' }]] },
      'Preamble to SENT: invoices.get answered 200 and shows no state.',
    ],
  ])('%s', async (_, broken, reason) => {
    const { result } = await runOn({ ...HONEST, ...broken });
    expect(result).toMatchObject({ verdict: 'inconclusive', findings: [], reason });
    expect(result.exchanges.some(({ operation: name }) => name === operation.id)).toBe(false);
  });
});

describe('afterwards', () => {
  it.each([
    ['is inconclusive', 204, { verdict: 'inconclusive', reason: 'Postcondition: invoices.get answered 503.' }],
    ['takes nothing back of a departure already seen', 500, { verdict: 'fail' }],
  ])('a GET that fails %s', async (_, status, wanted) => {
    const { result } = await runOn({
      ...HONEST,
      'POST cancel': [[status, {}]],
      'GET invoice': [[200, { status: 'SENT' }], [503]],
    });
    expect(result).toMatchObject(wanted);
    expect(result.findings.some(({ kind }) => kind === 'wrong-status')).toBe(status === 500);
  });

  it('reads that lag behind are waited for, before and after', async () => {
    const { result } = await runOn(
      {
        ...HONEST,
        'GET invoice': [
          [404],
          [200, { status: 'DRAFT' }],
          [200, { status: 'SENT' }],
          [200, { status: 'SENT' }],
          [200, { status: 'CANCELLED' }],
        ],
      },
      [1, 1],
    );
    expect(result).toMatchObject({ verdict: 'pass', findings: [] });
  });

  it('reads are not waited for without end', async () => {
    const { result } = await runOn({ ...HONEST, 'GET invoice': [[404]] }, [1, 1]);
    expect(result.verdict).toBe('inconclusive');
    expect(result.exchanges.filter(({ operation: name }) => name === 'invoices.get').length).toBe(3);
  });
});

describe('what a session cannot clear up is told, not thrown', () => {
  it('an invoice whose cancel was never answered', async () => {
    const { session } = await runOn({ ...without('POST cancel'), 'GET invoice': [[200, { status: 'SENT' }]] });
    const [leftover, ...others] = await session.close();
    expect(others).toEqual([]);
    expect(leftover).toMatchObject({ invoiceId: 'INV2-AAAA', state: 'SENT' });
    expect(leftover?.reason).toMatch(/^invoices\.cancel was not answered \(.*TIMEOUT/);
  });

  it('but not an invoice that turns out to be cancelled', async () => {
    const { session } = await runOn(without('POST cancel'));
    expect(await session.close()).toEqual([]);
  });

  it('every invoice, once the target has stopped answering', async () => {
    const { session } = await runOn(without('POST cancel'));
    session.stock.made('INV2-BBBB');
    session.stock.made('INV2-CCCC');
    await new Promise((resolve) => {
      const server = servers.pop();
      server?.close(resolve);
      server?.closeAllConnections();
    });
    expect((await session.close()).map(({ invoiceId, reason }) => [invoiceId, reason])).toEqual([
      ['INV2-AAAA', expect.stringMatching(/^invoices\.get was not answered \(/)],
      ['INV2-BBBB', 'The target had stopped answering.'],
      ['INV2-CCCC', 'The target had stopped answering.'],
    ]);
  });
});
