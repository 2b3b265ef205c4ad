import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Exchange } from '../schemas/exchange.ts';
import { openAllowance } from './allowance.ts';
import type { Call } from './http-client.ts';
import { createPacedClient } from './paced-client.ts';
import { type Patience, retryAfterMs, sendPatiently } from './patience.ts';
import { createHttpClient } from './undici-client.ts';

const CALL: Call = {
  operation: 'invoices.get',
  method: 'GET',
  path: '/',
  headers: [],
  body: null,
  authorization: { scheme: 'none' },
  credential: 'none',
};

const PATIENCE: Patience = { retries: 3, firstPauseMs: 20, longestMs: 3_000 };

type Scripted = readonly [status: number, headers?: Readonly<Record<string, string>>];

let server: Server | undefined;
afterEach(() => server?.close().closeAllConnections());

/** A service that answers by a script, the last line of it for good; and when it was called. */
async function answering(...script: readonly Scripted[]) {
  const at: number[] = [];
  server = createServer((_, response) => {
    const [status = 500, headers = {}] = script[at.length] ?? script.at(-1) ?? [];
    at.push(performance.now());
    response.writeHead(status, headers).end();
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, at };
}

async function sent(patience: Patience, ...script: readonly Scripted[]) {
  const { origin, at } = await answering(...script);
  const client = createHttpClient(origin);
  const evidence: Exchange[] = [];
  const result = await sendPatiently(client, CALL, patience, evidence);
  await client.close();
  const { response } = result.exchange;
  return { ...result, status: response.kind === 'answer' ? response.status : 0, evidence, at };
}

describe('a busy service', () => {
  it.each([429, 503])('that answers %i is asked again after a pause that grows', async (status) => {
    const { status: last, evidence, at } = await sent(PATIENCE, [status], [status], [200]);
    expect([last, evidence.length]).toEqual([200, 2]);
    const pauses = at.slice(1).map((time, index) => time - (at[index] ?? 0));
    expect(pauses[0]).toBeGreaterThanOrEqual(9);
    expect(pauses[1]).toBeGreaterThanOrEqual(19);
  });

  it('is asked no sooner than it says, in seconds', async () => {
    const { status, at } = await sent(PATIENCE, [429, { 'retry-after': '1' }], [200]);
    expect(status).toBe(200);
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(990);
  });

  it('is asked only so often', async () => {
    const { status, at } = await sent(PATIENCE, [429]);
    expect([status, at.length]).toEqual([429, 4]);
  });

  it.each(['31536000', 'Tue, 01 Jan 2999 00:00:00 GMT'])('that says %s is not waited for at all', async (text) => {
    const { tooLong, at } = await sent(PATIENCE, [503, { 'retry-after': text }]);
    expect(tooLong).toMatch(/^asks to wait \d+ s, and 3 s is the longest$/);
    expect(at.length).toBe(1);
  });

  it('is not asked again for any other answer', async () => {
    for (const status of [200, 404, 500, 502]) expect((await sent(PATIENCE, [status])).at.length).toBe(1);
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');
  it.each<[string, string | undefined, number | undefined]>([
    ['7', undefined, 7000],
    ['Thu, 01 Jan 2026 00:00:05 GMT', undefined, 5000],
    ['Thu, 01 Jan 2026 00:10:05 GMT', 'Thu, 01 Jan 2026 00:10:00 GMT', 5000],
    ['Thu, 01 Jan 2015 00:00:00 GMT', undefined, 0],
    ['soon', undefined, undefined],
    ['foo 5', undefined, undefined],
    ['-1', undefined, undefined],
    ['1.5', undefined, undefined],
    ['', undefined, undefined],
  ])('%j, by a service whose clock shows %j, is %j ms', (text, date, wanted) => {
    const headers = [['Retry-After', text] as const, ...(date ? [['Date', date] as const] : [])];
    expect(retryAfterMs(headers, now)).toBe(wanted);
  });
});

describe('an allowance', () => {
  it('spreads calls evenly, however many ask at once', async () => {
    const { origin, at } = await answering([200]);
    const client = createPacedClient(
      createHttpClient(origin),
      origin,
      openAllowance({ callsPerSecond: 50, maxCalls: 99 }),
    );
    await Promise.all(Array.from({ length: 6 }, () => client.send(CALL)));
    expect((at.at(-1) ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(90);
    await client.close();
  });

  it('sends no call beyond its number, and says so', async () => {
    const { origin, at } = await answering([200]);
    const allowance = openAllowance({ callsPerSecond: 0, maxCalls: 2 });
    const client = createPacedClient(createHttpClient(origin), origin, allowance);
    const authorization = { scheme: 'bearer', token: 'a-secret-token' } as const;
    const exchanges = await Promise.all(
      [1, 2, 3].map(() =>
        client.send({ ...CALL, authorization, headers: [['Authorization', 'Bearer another-secret']] }),
      ),
    );
    expect(at.length).toBe(2);
    expect(exchanges[2]?.response).toMatchObject({ kind: 'failure', code: 'NOT_SENT' });
    expect(JSON.stringify(exchanges)).not.toMatch(/a-secret-token|another-secret/);
    expect([allowance.used(), allowance.refused()]).toEqual([2, 'The budget of 2 calls is spent']);
    await client.close();
  });
});
