import { Client } from 'undici';
import type { RunRecord } from '../reports/run-record.ts';
import type { Exchange } from '../schemas/exchange.ts';
import { startPrism } from '../targets/prism/prism.ts';
import type { LegacyMerchant, Target } from '../targets/target.ts';

/** The requests of a run, in the order they were sent. */
export const requestsOf = ({ scenarios }: RunRecord): readonly Exchange[] =>
  scenarios.flatMap(({ exchanges }) => exchanges).sort((a, b) => a.startedAt.localeCompare(b.startedAt));

const INVOICE_ID = /INV2-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/g;

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

const signatureOf = ({ userId, password, signature, applicationId }: LegacyMerchant) => ({
  'x-paypal-security-userid': userId,
  'x-paypal-security-password': password,
  'x-paypal-security-signature': signature,
  'x-paypal-application-id': applicationId,
});

type Credentials = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The headers of each credential, on either system. */
async function credentialsOf(client: Client, target: Target): Promise<{ rest: Credentials; legacy: Credentials }> {
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const rest = Object.entries(await tokensOf(client, target)).map(([name, token]) => [name, bearer(token)] as const);
  const legacy = Object.entries(target.legacy?.merchants ?? {}).map(([name, one]) => [name, signatureOf(one)] as const);
  return { rest: Object.fromEntries(rest), legacy: Object.fromEntries(legacy) };
}

const CREATES: readonly string[] = ['invoices.create', 'CreateInvoice'];

/** Sends the requests of a run again, one after the other over one connection: ids of invoices are those made now. */
async function replay(exchanges: readonly Exchange[], target: Target): Promise<number> {
  const client = new Client(target.baseUrl, { pipelining: 1 });
  const credentials = await credentialsOf(client, target);
  const madeNow = new Map<string, string>();
  const now = (text: string): string => text.replaceAll(INVOICE_ID, (recorded) => madeNow.get(recorded) ?? recorded);
  const firstId = (text: string): string | undefined => text.match(INVOICE_ID)?.[0];
  for (const { operation, request, response } of exchanges) {
    const system = request.path.startsWith('/Invoice/') ? credentials.legacy : credentials.rest;
    const { body } = await client.request({
      method: request.method as 'GET',
      path: now(request.path),
      headers: { ...Object.fromEntries(request.headers), ...system[request.credential] },
      body: request.body === null ? null : now(request.body),
    });
    const text = await body.text();
    const before = CREATES.includes(operation) && response.kind === 'answer' ? firstId(response.body) : undefined;
    if (before) madeNow.set(before, firstId(text) ?? before);
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
