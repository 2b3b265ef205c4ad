import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answered } from '../../tests/judging.ts';
import type { Exchange, RecordedRequest } from '../exchange.ts';
import { curlOf } from './reproduce.ts';

const run = promisify(execFile);
const received: { request: IncomingMessage; body: Buffer }[] = [];
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  received.push({ request, body: Buffer.concat(chunks) });
  response.end();
});
beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'));
afterAll(() => new Promise((done) => server.close(done)));

const PATH = '/v2/invoicing/invoices/a%2F..%2F[1-3]{x}/../cancel';

function exchangeOf(request: Partial<RecordedRequest>): Exchange {
  const { request: sample, ...rest } = answered(404, '{}');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${PATH}`;
  return { ...rest, request: { ...sample, path: PATH, url, ...request } };
}

/** What arrives when a person pastes the line into a shell. */
async function pasted(exchange: Exchange, more: Readonly<Record<string, string>> = {}) {
  const env = { PATH: process.env.PATH, ACCESS_TOKEN: 'to$ken "x"', CLIENT_ID: 'id', CLIENT_SECRET: 'pass', ...more };
  const shell = run('bash', ['-s'], { env });
  shell.child.stdin?.end(curlOf(exchange));
  await shell;
  const last = received.at(-1);
  if (!last) throw new Error('nothing arrived');
  return last;
}

describe('the curl of an exchange', () => {
  const bodies: readonly [what: string, body: string][] = [
    ['JSON', '{"note":"it\'s \\"quoted\\" $HOME `id` \\\\ !x %s 100%"}'],
    ['the empty text', ''],
    ['a leading @', '@/etc/hosts'],
    ['line ends and tabs', 'a\r\nb\tc\n'],
    ['a quote beside a control character', "it's \\ a\u00071\u001b[0m"],
    ['astral characters and C1 controls', '😀\u0085é\u009f'],
    ['4,001 of one character', JSON.stringify({ note: 'x'.repeat(4_001) })],
    ['a NUL', "a\u00001 %d \\n ' end"],
    ['more than an argument holds', `'%\\${'é'.repeat(200_000)}`],
  ];
  it.each(bodies)('sends %s byte for byte', async (_what, body) => {
    expect((await pasted(exchangeOf({ body }))).body.toString()).toBe(body);
  });

  it('sends method, path, headers and the token of the environment', async () => {
    const exchange = exchangeOf({
      headers: [
        ['Content-Type', 'text/plain'],
        ['X-Empty', ''],
        ['X-Quote', "it's"],
      ],
    });
    const { request } = await pasted(exchange);
    expect(request).toMatchObject({
      method: 'POST',
      url: PATH,
      headers: { 'content-type': 'text/plain', 'x-empty': '', 'x-quote': "it's", authorization: 'Bearer to$ken "x"' },
    });
    expect(curlOf(exchange)).toContain('-H "Authorization: Bearer $ACCESS_TOKEN"');
    expect(curlOf(exchangeOf({ credential: 'foreign' }))).toContain('$FOREIGN_ACCESS_TOKEN');
  });

  it('sends no body, no type and no credential where there was none', async () => {
    const { request, body } = await pasted(exchangeOf({ body: null, headers: [], credential: 'none' }));
    expect(body).toHaveLength(0);
    expect(request.headers['content-length']).toBe('0');
    expect(request.headers).not.toHaveProperty('content-type');
    expect(request.headers).not.toHaveProperty('authorization');
    expect((await pasted(exchangeOf({ method: 'GET', body: null, headers: [] }))).request.method).toBe('GET');
  });

  it('fetches a token with the client’s own credentials', async () => {
    const path = '/v1/oauth2/token';
    const { url } = exchangeOf({}).request;
    const { request } = await pasted(
      exchangeOf({ path, url: url.replace(PATH, path), body: 'grant_type=client_credentials' }),
    );
    expect(request.headers.authorization).toBe(`Basic ${Buffer.from('id:pass').toString('base64')}`);
  });

  const legacy = {
    path: '/Invoice/CancelInvoice',
    url: '',
    headers: [['X-PAYPAL-REQUEST-DATA-FORMAT', 'NV']] as const,
  };
  const environment = { USERID: 'us"er $x', PASSWORD: 'pass', SIGNATURE: 'sig.na-ture', APPLICATION_ID: 'APP-80W' };

  it('sends a legacy call with the credentials of the environment', async () => {
    const body = 'requestEnvelope.errorLanguage=en_US&subject=it%27s+off';
    const { url } = exchangeOf({}).request;
    const at = url.replace(PATH, legacy.path);
    const variables = Object.entries(environment).map(([part, value]) => [`PAYPAL_LEGACY_${part}`, value]);
    const sent = await pasted(exchangeOf({ ...legacy, url: at, body }), Object.fromEntries(variables));
    expect(sent.body.toString()).toBe(body);
    expect(sent.request.headers).toMatchObject({
      'x-paypal-request-data-format': 'NV',
      'x-paypal-security-userid': environment.USERID,
      'x-paypal-security-password': environment.PASSWORD,
      'x-paypal-security-signature': environment.SIGNATURE,
      'x-paypal-application-id': environment.APPLICATION_ID,
    });
    expect(sent.request.headers).not.toHaveProperty('authorization');
  });

  it('names whose legacy credentials they are, and none where none were sent', () => {
    expect(curlOf(exchangeOf({ ...legacy, credential: 'foreign' }))).toContain(
      '-H "X-PAYPAL-SECURITY-SIGNATURE: $PAYPAL_LEGACY_FOREIGN_SIGNATURE"',
    );
    expect(curlOf(exchangeOf({ ...legacy, credential: 'none' }))).not.toContain('SECURITY');
  });

  it('takes the sandbox’s own application id where none is set', async () => {
    const at = exchangeOf({}).request.url.replace(PATH, legacy.path);
    const { request } = await pasted(exchangeOf({ ...legacy, url: at, credential: 'none' }), {});
    expect(request.headers).toMatchObject({ 'x-paypal-application-id': 'APP-80W284485P519543T' });
  });

  it('leaves out the one legacy credential that is missing, and spoils the one that is malformed', () => {
    const without = curlOf(exchangeOf({ ...legacy, credential: 'missing-userId' }));
    expect(without).not.toContain('USERID');
    expect(without).toContain('-H "X-PAYPAL-SECURITY-PASSWORD: $PAYPAL_LEGACY_PASSWORD"');
    const spoilt = curlOf(exchangeOf({ ...legacy, credential: 'malformed-password' }));
    expect(spoilt).toContain('-H "X-PAYPAL-SECURITY-PASSWORD: $PAYPAL_LEGACY_MALFORMED_PASSWORD"');
    expect(spoilt).toContain('-H "X-PAYPAL-SECURITY-USERID: $PAYPAL_LEGACY_USERID"');
  });
});
