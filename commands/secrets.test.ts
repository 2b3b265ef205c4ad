import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Header } from '../schemas/exchange.ts';
import type { Lie, TargetAnswer, TargetRequest } from '../targets/lie.ts';
import { DEMO_LEGACY_FOREIGN, DEMO_LEGACY_MERCHANT, DEMO_MERCHANTS } from '../targets/prism/merchants.ts';
import { type StartedPrism, startPrism } from '../targets/prism/prism.ts';
import { answering } from '../tests/answering.ts';
import * as canaries from '../tests/canaries.ts';
import { type CommandEnd, command, startCommand } from '../tests/command.ts';

const { CANARY, CANARY_ADDRESS, CANARY_FOREIGN, CANARY_TOKEN } = canaries;

let directory: string;
let prism: StartedPrism | undefined;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'secrets-'));
});
afterEach(async () => {
  await prism?.close();
  prism = undefined;
});

/** The credentials that came with a request, as its Authorization header has them and as it means them. */
function sentWith({ headers }: TargetRequest): readonly string[] {
  const [, value = ''] = (headers.authorization ?? '').split(' ');
  return [value, Buffer.from(value, 'base64').toString('latin1')].filter((text) => /^[ -~]+$/.test(text));
}

/** What a request brought, thrown back in every form: in a header, a cookie and a redirect. */
const echoOf = (request: TargetRequest): readonly Header[] =>
  sentWith(request)
    .flatMap(canaries.formsOf)
    .flatMap((form, at): Header[] => [
      [`X-Echo-${at}`, form],
      ['Set-Cookie', `session=${form}`],
      ['Location', `https://elsewhere.example/?token=${encodeURIComponent(form)}`],
    ]);

/** An answer with that echo, and with what only its name gives away. */
function echoing(answer: TargetAnswer, request: TargetRequest): TargetAnswer {
  const forms = sentWith(request).flatMap(canaries.formsOf);
  const text = String(answer.body);
  const body = text.startsWith('{')
    ? `${text.slice(0, -1)},"echo":${JSON.stringify(forms)},"access_token":"never-seen-before","details_of":"${CANARY_ADDRESS}"}`
    : text;
  const own = answer.headers.filter(([name]) => name.toLowerCase() !== 'content-length');
  return { ...answer, headers: [...own, ...echoOf(request)], body };
}

type Pass = NonNullable<Lie['pass']>;

const isToken = ({ url }: TargetRequest): boolean => url === '/v1/oauth2/token';

/** Everybody is issued one token, which is known beforehand; `also` is added to every body. */
function issuing(token: string, also: object = {}): Pass {
  let real = '';
  return async (request, passage) => {
    const { authorization } = request.headers;
    const headers = { ...request.headers, authorization: authorization?.replace(token, real) };
    const answer = await passage.on({ ...request, headers });
    if (typeof answer === 'string' || !String(answer.body).startsWith('{')) return answer;
    const body = JSON.parse(String(answer.body));
    if (isToken(request)) real = body.access_token;
    const own = answer.headers.filter(([name]) => name.toLowerCase() !== 'content-length');
    const told = isToken(request) ? { ...body, access_token: token } : { ...body, ...also };
    return { ...answer, headers: own, body: JSON.stringify(told) };
  };
}

/** Cancels are answered with an echo, sent elsewhere, cut off, or not at all, in turns; all else with an echo. */
function hostile(elsewhere: string): Pass {
  const issue = issuing(CANARY_TOKEN);
  const turns = ['hang', 'close', 'elsewhere', 'echo', 'echo'] as const;
  let cancels = 0;
  return async (request, passage) => {
    const turn = request.url.endsWith('/cancel') ? (turns[cancels++ % turns.length] ?? 'echo') : 'echo';
    if (turn === 'hang' || turn === 'close') return turn;
    const [token = ''] = sentWith(request);
    if (turn === 'elsewhere')
      return { status: 307, headers: [['Location', `${elsewhere}/?t=${encodeURIComponent(token)}`]], body: '' };
    const answer = await issue(request, passage);
    if (typeof answer === 'string') return answer;
    if (isToken(request)) return { ...answer, headers: [...answer.headers, ...echoOf(request)] };
    return echoing(answer, request);
  };
}

const hostilePrism = async (pass: Pass): Promise<StartedPrism> => {
  prism = await startPrism({ merchants: [...DEMO_MERCHANTS, CANARY, CANARY_FOREIGN], lie: { pass } });
  await prism.ready();
  return prism;
};

const sandboxRun = (...more: string[]) => ['run', '--target', 'sandbox', '--rate', '0', '--report-dir', 'out', ...more];

function expectNoCanary({ stdout, stderr }: CommandEnd): void {
  expect(canaries.tracesIn(stdout)).toEqual([]);
  expect(canaries.tracesIn(stderr)).toEqual([]);
  expect(canaries.leaksBelow(directory)).toEqual([]);
}

test('a canary is found in every form that is planted: the tests below can see one', () => {
  for (const secret of [CANARY.clientSecret, CANARY_TOKEN, `${CANARY.clientId}:${CANARY.clientSecret}`])
    for (const form of canaries.formsOf(secret)) {
      writeFileSync(join(directory, 'planted'), `xxxx${form}xxxx`);
      expect(canaries.leaksBelow(directory), form).toHaveLength(1);
    }
});

test('a server that throws back all that it is sent, hangs, cuts off and redirects gets no secret written', async () => {
  const elsewhere = await answering(() => ({ status: 200 }));
  const { baseUrl } = await hostilePrism(hostile(elsewhere.origin));
  const args = sandboxRun('--grep', 'cancel.(state|access)', '--timeout', '500');
  const { ended } = startCommand(directory, args, canaries.canaryEnvironment(baseUrl));
  let seen = '';
  const done = ended.then(() => true);
  while (!(await Promise.race([done, wait(100, false)]))) if (existsSync('/proc')) seen += canaries.commandLines();
  const end = await ended;
  expectNoCanary(end);
  expect(canaries.tracesIn(seen)).toEqual([]);
  if (existsSync('/proc')) expect(seen).toContain('--report-dir');
  const record = readFileSync(join(directory, 'out', 'run.json'), 'utf8');
  expect(record).toContain('X-Echo-0');
  expect(record).toContain('[redacted]');
  expect(record).toContain('[e-mail]');
  expect(record).toMatch(/"status":307/);
  expect(elsewhere.arrived).toEqual([]);
  expect([1, 3]).toContain(end.code);
  const evidence = canaries.filesBelow(directory).filter((file) => !file.includes('/playwright/'));
  expect(evidence.length).toBeGreaterThan(2);
  for (const file of evidence) expect([file, statSync(file).mode & 0o777]).toEqual([file, 0o600]);
  await elsewhere.close();
}, 60_000);

const LEGACY_HEADERS = ['userid', 'password', 'signature'].map((part) => `x-paypal-security-${part}`);

/** The mock's own credentials in the place of the canaries, which it does not know. */
function knownHeaders({ headers }: TargetRequest): TargetRequest['headers'] {
  const isForeign = headers['x-paypal-security-userid'] === canaries.CANARY_LEGACY_FOREIGN.userId;
  const { userId, password, signature } = isForeign ? DEMO_LEGACY_FOREIGN : DEMO_LEGACY_MERCHANT;
  const own = [userId, password, signature];
  const told = LEGACY_HEADERS.flatMap((name, at) => (headers[name]?.includes('anary') ? [[name, own[at] ?? '']] : []));
  return { ...headers, ...Object.fromEntries(told) };
}

/** The legacy system with all that it is sent thrown back, in headers and in the message of every error. */
const echoingLegacy: Pass = async (request, passage) => {
  if (!request.url.startsWith('/Invoice/')) return issuing(CANARY_TOKEN)(request, passage);
  const answer = await passage.on({ ...request, headers: knownHeaders(request) });
  if (typeof answer === 'string') return answer;
  const forms = LEGACY_HEADERS.flatMap((name) => canaries.formsOf(request.headers[name] ?? 'none'));
  const own = answer.headers.filter(([name]) => name.toLowerCase() !== 'content-length');
  const body = String(answer.body).replace(
    /(?<=<message>|message=|"message":")/,
    forms.map(encodeURIComponent).join(' '),
  );
  return { ...answer, body, headers: [...own, ...forms.map((form, at): Header => [`X-Echo-${at}`, form])] };
};

test('neither does a legacy system that does so: in the run, its reports, another judgement and a clearing up', async () => {
  const { baseUrl } = await hostilePrism(echoingLegacy);
  const environment = { ...canaries.canaryEnvironment(baseUrl), ...canaries.canaryLegacyEnvironment(baseUrl) };
  const run = await command(directory, sandboxRun('--grep', 'legacy.(state.(sent|draft)|access)|soap'), environment);
  expectNoCanary(run);
  const record = readFileSync(join(directory, 'out', 'run.json'), 'utf8');
  expect(record).toContain('X-Echo-0');
  expect(record).toContain('[redacted]');
  expect(record).toContain('570063');
  for (const args of [
    ['report', 'out', '--scenario', 'legacy.state.draft'],
    [
      'report',
      'out',
      ...['html', 'junit', 'markdown', 'sarif', 'parity'].flatMap((name) => ['--format', `${name}=run.${name}`]),
    ],
    ['judge', 'out'],
    ['cleanup', '--target', 'sandbox', '--rate', '0'],
  ]) {
    const end = await command(directory, args, environment);
    expect([args[0], end.stderr]).toEqual([args[0], expect.not.stringMatching(/Usage|unknown option/)]);
    expectNoCanary(end);
  }
}, 90_000);

test('a run that is killed leaves no secret behind', async () => {
  const { baseUrl } = await hostilePrism(hostile('http://127.0.0.1:9'));
  const { child, ended } = startCommand(directory, sandboxRun('--timeout', '500'), canaries.canaryEnvironment(baseUrl));
  const journal = join(directory, 'out', 'run.ndjson');
  while (!existsSync(journal) || !readFileSync(journal, 'utf8').includes('"kind":"result"')) await wait(10);
  child.kill('SIGKILL');
  expectNoCanary(await ended);
}, 60_000);

const simulatorRun = (directoryName: string, ...more: string[]) => [
  ...['run', '--target', 'simulator', '--rate', '0', '--report-dir', directoryName],
  ...more,
];

test('a secret in any file of the run fails it, by the file’s name', async () => {
  const planted = {
    'worker.log': Buffer.from(`xx${CANARY_TOKEN}`).toString('base64'),
    'client.log': encodeURIComponent(CANARY.clientSecret),
    'named.log': '{"access_token":"of-somebody-else-0123456789"}',
    'nothing.log': 'nothing',
  };
  const { baseUrl } = await hostilePrism(issuing(CANARY_TOKEN));
  mkdirSync(join(directory, 'out', 'deep'), { recursive: true });
  for (const [file, secret] of Object.entries(planted))
    writeFileSync(join(directory, 'out', 'deep', file), `${'.'.repeat(3_000_000)}${secret} more`);
  const end = await command(directory, simulatorRun('out'), canaries.canaryEnvironment(baseUrl));
  expect(end.code).toBe(4);
  const named = /^A secret stands in (.+)\.$/m.exec(end.stderr)?.[1]?.split(', ');
  expect(named?.sort()).toEqual(['out/deep/client.log', 'out/deep/named.log', 'out/deep/worker.log']);
  expect(canaries.tracesIn(end.stdout + end.stderr)).toEqual([]);
}, 60_000);

test('by credentials of .env, which is no artefact, the simulator is judged; a token is redacted wherever it comes back', async () => {
  const { baseUrl } = await hostilePrism(issuing(CANARY_TOKEN, { message: `No ${CANARY_TOKEN}` }));
  const lines = Object.entries(canaries.canaryEnvironment(baseUrl)).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(join(directory, '.env'), lines.join(''));
  const end = await command(directory, simulatorRun('.'));
  rmSync(join(directory, '.env'));
  expectNoCanary(end);
  const record = JSON.parse(readFileSync(join(directory, 'run.json'), 'utf8'));
  expect(record).toMatchObject({
    target: { name: 'simulator', judges: 'service' },
    totals: { planned: 6 },
    coverage: [],
  });
  expect(record.totals.findings).toMatchObject({ MUST: 0, SHOULD: 0 });
}, 60_000);

test('an answer that is not HTTP, and repeats what it was sent, is repeated nowhere', async () => {
  const server = await answering(({ url, headers }, response) => {
    if (url === '/v1/oauth2/token') return { status: 200, body: { access_token: CANARY_TOKEN, expires_in: 300 } };
    response.socket?.end(
      `HTTP/1.1 ${headers.authorization}\r\n${headers.authorization}: ${headers.authorization}\r\n\r\n`,
    );
    return undefined;
  });
  const end = await command(directory, sandboxRun(), canaries.canaryEnvironment(server.origin));
  expect(end.code).toBe(3);
  expectNoCanary(end);
  await server.close();
}, 60_000);

test.each([
  ['the live service', 'https://api-m.paypal.com', /^PAYPAL_BASE_URL names PayPal's live service/],
  ['a password', 'https://EcanaryMERCHANTsecret+/=42@evil.example', /^PAYPAL_BASE_URL /],
])('%s as the base URL ends the command before a byte is sent', async (_, baseUrl, message) => {
  const end = await command(directory, sandboxRun(), { ...canaries.canaryEnvironment(baseUrl) });
  expect(end).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(message) });
  expectNoCanary(end);
});
