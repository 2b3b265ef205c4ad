import { Client } from 'undici';
import type { RunRecord } from '../reports/run-record.ts';
import type { Exchange } from '../schemas/exchange.ts';
import { startPrism } from '../targets/prism/prism.ts';
import type { Target } from '../targets/target.ts';

/** The requests of a run, in the order they were sent. */
export const requestsOf = ({ scenarios }: RunRecord): readonly Exchange[] =>
  scenarios.flatMap(({ exchanges }) => exchanges).sort((a, b) => a.startedAt.localeCompare(b.startedAt));

const INVOICE_ID = /INV2-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/;

async function tokenOf(client: Client, { clientId, clientSecret }: Target['merchants']['merchant']): Promise<string> {
  const { body } = await client.request({
    method: 'POST',
    path: '/v1/oauth2/token',
    headers: {
      authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
  });
  return ((await body.json()) as { access_token: string }).access_token;
}

async function tokensOf(client: Client, { merchants }: Target): Promise<Readonly<Record<string, string>>> {
  const foreign = merchants.foreign ? await tokenOf(client, merchants.foreign) : '';
  return { merchant: await tokenOf(client, merchants.merchant), foreign, malformed: 'not-a-token' };
}

/** Sends the requests of a run again, one after the other over one connection: ids of invoices are those made now. */
async function replay(exchanges: readonly Exchange[], target: Target): Promise<number> {
  const client = new Client(target.baseUrl, { pipelining: 1 });
  const tokens = await tokensOf(client, target);
  const madeNow = new Map<string, string>();
  for (const { operation, request, response } of exchanges) {
    const recorded = INVOICE_ID.exec(request.path)?.[0] ?? '';
    const token = tokens[request.credential];
    const { body } = await client.request({
      method: request.method as 'GET',
      path: request.path.replace(recorded, madeNow.get(recorded) ?? recorded),
      headers: { ...Object.fromEntries(request.headers), ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: request.body,
    });
    const text = await body.text();
    const before =
      operation === 'invoices.create' && response.kind === 'answer' ? INVOICE_ID.exec(response.body)?.[0] : undefined;
    if (before) madeNow.set(before, INVOICE_ID.exec(text)?.[0] ?? before);
  }
  await client.close();
  return exchanges.length;
}

/** The floor of a run, as a process of its own: start Node and Prism, send the same requests in a bare loop. */
export async function replayRun(record: RunRecord): Promise<{ readonly requests: number; readonly loopMs: number }> {
  const prism = await startPrism();
  await prism.ready();
  const started = performance.now();
  const requests = await replay(requestsOf(record), prism.target);
  const loopMs = performance.now() - started;
  await prism.close();
  return { requests, loopMs };
}
