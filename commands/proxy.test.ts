import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { Client, request } from 'undici';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { HarEntry } from '../clients/proxy/har.ts';
import { openHarFile } from '../clients/proxy/har-file.ts';
import { startProxy } from '../clients/proxy/proxy-server.ts';
import type { RunRecord } from '../reports/run-record.ts';
import { httpLiars } from '../targets/liars/http.ts';
import { startPrism } from '../targets/prism/prism.ts';
import { type AnsweringServer, answering, type TestAnswer } from '../tests/answering.ts';
import { CANARY, CANARY_ADDRESS, CANARY_TOKEN, tracesIn } from '../tests/canaries.ts';
import { type RunningCommand, startCommand } from '../tests/command.ts';
import { SELF_SIGNED } from '../tests/faults/self-signed.ts';
import { HAR_SCHEMA } from '../tests/har-schema.ts';
import { createTestClient } from '../tests/prism-client.ts';
import { REFUSAL } from '../tests/recordings.ts';
import { LiveJudge } from './live-judge.ts';
import { main } from './main.ts';

const directory = mkdtempSync(join(tmpdir(), 'proxy-'));
const at = (name: string): string => join(directory, name);
const cwd = process.cwd();
beforeAll(() => {
  process.chdir(directory);
  writeFileSync(at('ca.pem'), SELF_SIGNED.cert);
  process.stdout.setMaxListeners(100);
  process.setMaxListeners(100);
});
afterAll(() => {
  process.chdir(cwd);
  rmSync(directory, { recursive: true });
});
afterEach(() => vi.restoreAllMocks());

/** A command in this process: its exit code and what it prints. */
async function ran(...args: string[]) {
  const printed: string[] = [];
  for (const stream of ['stdout', 'stderr'] as const)
    vi.spyOn(process[stream], 'write').mockImplementation((text) => Boolean(printed.push(String(text))));
  const code = await main(args);
  vi.restoreAllMocks();
  return { code, text: printed.join('') };
}

const harIn = (name: string): { readonly log: { readonly entries: readonly HarEntry[] } } =>
  JSON.parse(readFileSync(at(name), 'utf8'));
const isHar = addFormats.default(new Ajv({ strict: false })).compile(HAR_SCHEMA);

const CANCEL = '/v2/invoicing/invoices/INV2-ABCD-1234-EFGH-5678/cancel';
const DEBUG_ID = { 'PayPal-Debug-Id': REFUSAL.debug_id };

/** Answers by the path's query, and what must be said of each. */
const ANSWERS: Readonly<Record<string, TestAnswer & { readonly said: string; readonly raw?: Buffer }>> = {
  conforming: { status: 422, headers: DEBUG_ID, body: REFUSAL, said: 'pass' },
  misnamed: { status: 422, headers: DEBUG_ID, body: { ...REFUSAL, name: 'INVALID_REQUEST' }, said: 'fail; findings=1' },
  packed: {
    status: 422,
    headers: { ...DEBUG_ID, 'Content-Encoding': 'gzip' },
    raw: gzipSync(JSON.stringify({ ...REFUSAL, name: 'INVALID_REQUEST' })),
    said: 'fail; findings=1',
  },
  'said-to-be-packed': {
    status: 422,
    headers: { ...DEBUG_ID, 'Content-Encoding': 'gzip' },
    body: REFUSAL,
    said: 'inconclusive; reason=BODY_NOT_RECORDED',
  },
  'not-utf8': {
    status: 422,
    headers: DEBUG_ID,
    raw: Buffer.from('{"name":"\u00e9"}', 'latin1'),
    said: 'fail; findings=',
  },
  'no-content': { status: 204, headers: DEBUG_ID, said: '' },
  'sent-on': { status: 302, headers: { Location: `/login?${CANCEL}` }, body: '', said: 'fail; findings=' },
  away: { status: 502, body: '<html>', said: 'inconclusive' },
  echo: {
    status: 422,
    headers: { ...DEBUG_ID, 'Set-Cookie': [`sid=${CANARY_TOKEN}`, 'b=2'] },
    body: { ...REFUSAL, name: CANARY_TOKEN, message: `Write to ${CANARY_ADDRESS}`, access_token: CANARY_TOKEN },
    said: 'fail; findings=',
  },
  huge: {
    status: 422,
    headers: DEBUG_ID,
    body: JSON.stringify({ ...REFUSAL, x: 'x'.repeat(1_100_000) }),
    said: 'inconclusive; reason=BODY_TOO_LARGE',
  },
};

let upstream: AnsweringServer;
beforeAll(async () => {
  upstream = await answering(({ url }, response) => {
    const answer = ANSWERS[new URL(url, 'http://a').searchParams.get('as') ?? ''];
    if (answer?.raw === undefined) return answer ?? { status: 404, body: { access_token: CANARY_TOKEN } };
    response.writeHead(answer.status, { 'Content-Type': 'application/json', ...answer.headers } as Record<
      string,
      string
    >);
    return void response.end(answer.raw);
  });
});
afterAll(() => upstream.close());

const SECRETS = {
  authorization: `Bearer ${CANARY_TOKEN}`,
  cookie: `sid=${CANARY_TOKEN}`,
  'x-paypal-security-password': CANARY.clientSecret,
};
const BASIC = `Basic ${Buffer.from(`${CANARY.clientId}:${CANARY.clientSecret}`).toString('base64')}`;
const NV = 'responseEnvelope.timestamp=2026-11-22T05%3A00%3A00.000%2B00%3A00&responseEnvelope.ack=Nonsense';

/** Everything once through a proxy that records in `har`: what it said of each in its header, and on standard error. */
async function proxied(har: string, isHeld: boolean) {
  const told: string[] = [];
  const observer = new LiveJudge({
    failOn: 'SHOULD',
    isHeld,
    har: openHarFile(har),
    complain: (text) => told.push(text),
  });
  const proxy = await startProxy({ upstream: upstream.origin, port: 0, timeoutMs: 5000, observer });
  const client = new Client(proxy.origin);
  const said: Record<string, unknown> = {};
  const bodies: Record<string, Buffer> = {};
  const ask = async (path: string, headers: Record<string, string>, body: string) => {
    const answer = await client.request({
      method: 'POST',
      path,
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    return { header: answer.headers['cancel-conformance'], bytes: Buffer.from(await answer.body.arrayBuffer()) };
  };
  await ask(
    '/v1/oauth2/token?secret=1',
    { authorization: BASIC, 'content-type': 'application/x-www-form-urlencoded' },
    `grant_type=client_credentials&client_id=${CANARY.clientId}&client_secret=${encodeURIComponent(CANARY.clientSecret)}`,
  );
  for (const name of Object.keys(ANSWERS)) {
    const { header, bytes } = await ask(`${CANCEL}?as=${name}`, SECRETS, `{"note":"${CANARY_ADDRESS}"}`);
    [said[name], bodies[name]] = [header, bytes];
  }
  await client.close();
  await proxy.close(1000);
  await observer.close();
  return { told: told.join(''), said, bodies, observer };
}

/** `entry kind` of all findings that a judge of the recording draws. */
const kindsIn = ({ scenarios }: RunRecord): readonly string[] =>
  scenarios.flatMap(({ id, findings }) => findings.map(({ kind }) => `${id.split('.').at(-1)} ${kind}`));

describe('a proxy that judges and records', () => {
  test('says of each answer what judge says of its recording, and changes none', async () => {
    const { told, said, bodies, observer } = await proxied(at('all.har'), true);
    for (const [name, { said: wanted }] of Object.entries(ANSWERS)) expect(said[name], name).toContain(wanted);
    expect(bodies.packed).toEqual(ANSWERS.packed?.raw);
    expect(bodies['not-utf8']).toEqual(ANSWERS['not-utf8']?.raw);
    expect(told).toMatch(
      /^proxied\.3: wrong-name \(MUST, spec\)\n {2}.*\n {2}clause {3}paypal\/invoices\.cancel\.openapi\.yaml:\d+/m,
    );
    expect(await ran('judge', 'all.har', '--report-dir', 'all')).toMatchObject({ code: 1 });
    const record: RunRecord = JSON.parse(readFileSync(at('all/run.json'), 'utf8'));
    const live = [...told.matchAll(/^proxied\.(\d+): (\S+) \(/gm)].map(([, entry, kind]) => `${entry} ${kind}`);
    expect(live.length).toBeGreaterThan(6);
    expect(kindsIn(record).toSorted()).toEqual(live.toSorted());
    const { judged, inconclusive, other } = observer.totals;
    expect({ judged, inconclusive, other }).toEqual({ judged: 7, inconclusive: 3, other: 1 });
    expect(record.totals).toMatchObject({ pass: 2, fail: 5, inconclusive: 3 });
  });

  test('records HAR 1.2, for its owner alone, without a secret', async () => {
    await proxied(at('streamed.har'), false);
    const text = readFileSync(at('streamed.har'), 'utf8');
    const har = harIn('streamed.har');
    expect(isHar(har), JSON.stringify(isHar.errors)).toBe(true);
    expect(har.log.entries).toHaveLength(Object.keys(ANSWERS).length + 1);
    expect(statSync(at('streamed.har')).mode & 0o777).toBe(0o600);
    expect(tracesIn(text)).toEqual([]);
    expect(tracesIn(readFileSync(at('all.har'), 'utf8'))).toEqual([]);
    expect(text).toContain('{"name":"authorization","value":"[redacted]"}');
    // An entry is recorded when its body is unpacked: what goes by at once may come in any order.
    const contentOf = (name: string) =>
      har.log.entries.find(({ request }) => request.url.endsWith(`?as=${name}`))?.response.content;
    expect(contentOf('packed')).toMatchObject({
      compression: expect.any(Number),
      text: expect.stringContaining('INVALID_REQUEST'),
    });
    expect(contentOf('huge')).toEqual({
      size: expect.any(Number),
      mimeType: 'application/json',
      comment: expect.stringContaining('not copied'),
    });
  });

  test('tells the same finding ten times at most, and counts it on', async () => {
    const told: string[] = [];
    const observer = new LiveJudge({
      failOn: 'MUST',
      isHeld: false,
      har: undefined,
      complain: (text) => told.push(text),
    });
    const headers = [['Content-Type', 'text/plain']] as const;
    const request = {
      method: 'POST',
      url: `http://a${CANCEL}`,
      httpVersion: 'HTTP/1.1',
      headers,
      body: { bytes: Buffer.alloc(0), size: 0 },
    };
    const answer = {
      kind: 'answer',
      status: 422,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      headers,
      body: { bytes: Buffer.from(JSON.stringify(REFUSAL)), size: 1 },
    } as const;
    const timings = { send: 0, wait: 0, receive: 0 };
    for (let count = 0; count < 30; count++)
      await observer.seen({ request, answer, startedAt: '2026-11-22T05:00:00.000Z', timings });
    expect(told.filter((text) => text.includes(': wrong-media-type ('))).toHaveLength(10);
    expect(told.filter((text) => text.includes('wrong-media-type again'))).toHaveLength(1);
    expect(observer.totals.kinds.get('wrong-media-type')).toBe(30);
  });
});

test('a legacy call is judged by its own contract', async () => {
  const legacy = await answering(() => ({ status: 200, headers: { 'Content-Type': 'text/plain' }, body: NV }));
  const told: string[] = [];
  const observer = new LiveJudge({
    failOn: 'SHOULD',
    isHeld: true,
    har: undefined,
    complain: (text) => told.push(text),
  });
  const proxy = await startProxy({ upstream: legacy.origin, port: 0, timeoutMs: 5000, observer });
  const client = new Client(proxy.origin);
  const headers = { 'X-PAYPAL-RESPONSE-DATA-FORMAT': 'NV', 'X-PAYPAL-REQUEST-DATA-FORMAT': 'NV' };
  const answer = await client.request({
    method: 'POST',
    path: '/Invoice/CancelInvoice',
    headers,
    body: 'invoiceID=INV2-RVY9-UWTW-64HZ-BR9W',
  });
  expect(await answer.body.text()).toBe(NV);
  expect(answer.headers['cancel-conformance']).toMatch(/^fail/);
  expect(told.join('')).toMatch(/proxied\.1: unknown-ack \(/);
  await client.close();
  await proxy.close(0);
  await legacy.close();
});

/** Whole processes and Prism start slowly on a machine that is busy, in milliseconds. */
const PATIENT_MS = 60_000;

/** The compiled command as a proxy, once it listens; what it printed first. */
async function servedBy(origin: string, ...options: string[]): Promise<RunningCommand & { readonly origin: string }> {
  const trusting = { NODE_EXTRA_CA_CERTS: at('ca.pem') };
  const running = startCommand(directory, ['serve', '--port', '0', '--upstream', origin, ...options], trusting);
  const text = await new Promise<string>((resolve, reject) => {
    running.child.stdout?.once('data', (chunk) => resolve(String(chunk)));
    void running.ended.then(({ stderr }) => reject(new Error(stderr)));
  });
  return { ...running, origin: text.split('\n')[0] ?? '' };
}

/** The conforming refusal over TLS, by a certificate that has to be named. */
async function secureUpstream(): Promise<{ readonly origin: string; readonly close: () => void }> {
  const server = createServer(SELF_SIGNED, (request, response) => {
    request.resume();
    response.writeHead(422, { 'Content-Type': 'application/json', ...DEBUG_ID }).end(JSON.stringify(REFUSAL));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { origin: `https://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

test('an upstream whose certificate nobody vouches for is not spoken to', async () => {
  const secure = await secureUpstream();
  const observer = new LiveJudge({ failOn: 'SHOULD', isHeld: false, har: undefined, complain: () => {} });
  const proxy = await startProxy({ upstream: secure.origin, port: 0, timeoutMs: 5000, observer });
  const answer = await request(`${proxy.origin}${CANCEL}`, { method: 'POST', headers: { connection: 'close' } });
  expect(answer.statusCode).toBe(502);
  expect(answer.headers['cancel-conformance']).toBe('own-answer; code=DEPTH_ZERO_SELF_SIGNED_CERT');
  await answer.body.dump();
  await proxy.close(0);
  expect(observer.totals).toMatchObject({ judged: 0, inconclusive: 1, failing: 0 });
  secure.close();
});

test(
  'the command judges a liar live, and its findings are its exit code',
  async () => {
    const liar = httpLiars.find(({ name }) => name === 'html-page');
    const prism = await startPrism({ ...(liar && { lie: liar.tell }) });
    const secure = await secureUpstream();
    const [lying, honest] = await Promise.all([
      servedBy(prism.baseUrl, '--header', '--record', 'liar.har'),
      servedBy(secure.origin),
    ]);
    for (const { origin } of [lying, honest]) {
      const client = createTestClient(origin);
      await client.call('POST', CANCEL, { body: '{}' });
      await client.close();
    }
    lying.child.kill('SIGINT');
    honest.child.kill('SIGTERM');
    const [caught, clean] = await Promise.all([lying.ended, honest.ended]);
    await prism.close();
    secure.close();
    expect(caught.stderr).toMatch(/^proxied\.2: wrong-media-type \(MUST, spec\)\n/);
    expect(caught.stdout).toMatch(
      /\n1 cancel judged, 2 findings \(wrong-media-type 1, malformed-json 1\), 1 other request\nA report of it: cancel-conformance judge liar\.har\n$/,
    );
    expect(caught.code).toBe(1);
    expect(harIn('liar.har').log.entries).toHaveLength(2);
    expect(clean).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringContaining('1 cancel judged, 0 findings'),
    });
  },
  PATIENT_MS,
);

test(
  'a proxy that is killed leaves a HAR with all but its last entry; one that judged nothing knows nothing',
  async () => {
    const server = await answering(() => ({
      status: 422,
      headers: DEBUG_ID,
      body: { ...REFUSAL, x: 'x'.repeat(20_000) },
    }));
    const [killed, idle] = await Promise.all([
      servedBy(server.origin, '--record', 'killed.har'),
      servedBy(server.origin),
    ]);
    idle.child.kill('SIGINT');
    const client = new Client(killed.origin);
    for (let count = 0; count < 30; count++)
      await (await client.request({ method: 'POST', path: CANCEL, body: '{}' })).body.dump();
    killed.child.kill('SIGKILL');
    await Promise.all([killed.ended, client.destroy()]);
    expect(isHar(harIn('killed.har'))).toBe(true);
    expect(harIn('killed.har').log.entries.length).toBeGreaterThanOrEqual(29);
    expect(await idle.ended).toMatchObject({
      code: 3,
      stdout: expect.stringContaining('0 cancels judged, 0 findings, 0 other requests'),
    });
    await server.close();
  },
  PATIENT_MS,
);

describe('serve refuses in a sentence', () => {
  test.each([
    [['--upstream', 'https://api-m.paypal.com'], /--upstream names PayPal's live service/],
    [['--upstream', 'https://example.com'], /neither PayPal's sandbox nor this machine/],
    [['--upstream', 'http://127.0.0.1:4010/x'], /is not spelled as an origin/],
    [['--upstream', 'http://127.0.0.1:4010'], /is where the proxy itself would listen/],
    [['--upstream', 'http://127.0.0.1:1', '--liar', 'list'], /cannot be used with/],
    [
      ['--upstream', 'http://127.0.0.1:1', '--port', '0', '--record', 'nowhere/a.har'],
      /nowhere\/a\.har cannot be written/,
    ],
    [['--record', 'a.har'], /--record is for a proxy/],
    [['--header'], /--header is for a proxy/],
  ])('%s', async (options, sentence) => {
    const { code, text } = await ran('serve', ...options);
    expect(text).toMatch(sentence);
    expect(code).toBe(2);
  });

  test('a pipe, in which nothing can be written over', async () => {
    symlinkSync('/dev/null', at('null.har'));
    const { code, text } = await ran(
      'serve',
      '--upstream',
      'http://127.0.0.1:1',
      '--port',
      '0',
      '--record',
      'null.har',
    );
    expect(text).toContain('cannot be written');
    expect(code).toBe(2);
  });
});

test('what stood in the file is replaced, and nobody else can read it any more', () => {
  writeFileSync(at('old.har'), 'x'.repeat(10_000), { mode: 0o644 });
  openHarFile(at('old.har')).close();
  expect(harIn('old.har').log.entries).toEqual([]);
  expect(statSync(at('old.har')).mode & 0o777).toBe(0o600);
});
