import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type AnsweringServer, answering, type TestAnswer } from '../tests/answering.ts';
import {
  CANARY,
  CANARY_LEGACY,
  CANARY_LEGACY_FOREIGN,
  CANARY_TOKEN,
  canaryEnvironment,
  canaryLegacyEnvironment,
  tracesIn,
} from '../tests/canaries.ts';
import { type CommandEnd, command } from '../tests/command.ts';

let server: AnsweringServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const empty = mkdtempSync(join(tmpdir(), 'doctor-'));
const GRANTED: TestAnswer = { status: 200, body: { access_token: CANARY_TOKEN, expires_in: 300 } };
const REFUSED: TestAnswer = { status: 401, body: { error: 'invalid_client', error_description: CANARY.clientSecret } };

async function doctorOn(
  answer: (call: number) => TestAnswer | undefined,
  more: NodeJS.ProcessEnv = {},
): Promise<CommandEnd> {
  let calls = 0;
  server = await answering(() => {
    calls += 1;
    return answer(calls);
  });
  const end = await command(empty, ['doctor', '--timeout', '500'], { ...canaryEnvironment(server.origin), ...more });
  expect(tracesIn(end.stdout + end.stderr)).toEqual([]);
  return end;
}

const NO_SECOND: NodeJS.ProcessEnv = {
  PAYPAL_LEGACY_FOREIGN_USERID: '',
  PAYPAL_LEGACY_FOREIGN_PASSWORD: '',
  PAYPAL_LEGACY_FOREIGN_SIGNATURE: '',
};

const sentences = ({ stdout }: CommandEnd): readonly string[] => stdout.trimEnd().split('\n');

test('where all is well, each check is a sentence, and the exit code 0', async () => {
  const end = await doctorOn(() => GRANTED);
  expect(sentences(end)).toEqual([
    `ok       The configuration is complete, for ${server?.origin}.`,
    expect.stringMatching(/^ok {7}http:\/\/127\.0\.0\.1:\d+ answers, in \d+ ms\.$/),
    'ok       The merchant is given a token.',
    'ok       The foreign merchant is given a token.',
    "ok       The clock agrees with the service's within 60 s.",
    'ok       The legacy system is not asked (PAYPAL_LEGACY_USERID, _PASSWORD and _SIGNATURE): its scenarios are inapplicable.',
  ]);
  expect(end).toMatchObject({ code: 0, stderr: '' });
});

test('a client that is refused is wrong: 2', async () => {
  const end = await doctorOn((call) => (call === 1 ? GRANTED : REFUSED));
  expect(end.stdout).toMatch(/^wrong .* answered 401 invalid_client\. Check PAYPAL_FOREIGN_CLIENT_ID and its secret/m);
  expect(end.code).toBe(2);
});

test('a clock that is ten minutes off is wrong: 2', async () => {
  const date = () => new Date(Date.now() - 600_000).toUTCString();
  const end = await doctorOn(() => ({ ...GRANTED, headers: { Date: date() } }));
  expect(end.stdout).toMatch(/^wrong {4}The clock is (599|600|601) s ahead of the service's: set it, or/m);
  expect(end.code).toBe(2);
});

test.each<[string, (call: number) => TestAnswer | undefined, RegExp]>([
  ['is away', () => ({ status: 503 }), /^unknown {2}No token for the merchant: oauth2\.token answered 503\.$/m],
  ['is busy', () => ({ status: 429 }), /^unknown {2}No token for the merchant: oauth2\.token answered 429/m],
  ['hangs', () => undefined, /^unknown {2}No whole answer came from http:\/\/127\.0\.0\.1:\d+ within 500 ms\.$/m],
  [
    'answers a token that no header can carry',
    () => ({ status: 200, body: { access_token: 'a\nb-0123456789' } }),
    /^unknown {2}No token/m,
  ],
  ['answers no token', () => ({ status: 200, body: {} }), /^unknown {2}No token for the merchant/m],
])('of a service that %s nothing is known: 3', async (_, answer, sentence) => {
  const end = await doctorOn(answer);
  expect(end.stdout).toMatch(sentence);
  expect(end.code).toBe(3);
});

test('nothing listens: 3, and no second merchant is no fault', async () => {
  const more = {
    PAYPAL_BASE_URL: 'http://127.0.0.1:9',
    PAYPAL_FOREIGN_CLIENT_ID: '',
    PAYPAL_FOREIGN_CLIENT_SECRET: '',
  };
  const end = await doctorOn(() => GRANTED, more);
  expect(end.stdout).toMatch(/^unknown {2}Nothing listens at http:\/\/127\.0\.0\.1:9\.$/m);
  expect(end.stdout).toMatch(/^ok {7}There is no second merchant/m);
  expect(end.code).toBe(3);
});

/** A service that grants tokens, and whose legacy system answers a look by one error. */
const lookedAt = async (errorId: string, more: NodeJS.ProcessEnv = {}): Promise<CommandEnd> => {
  const message = `${CANARY_LEGACY.password} of ${CANARY_LEGACY.signature}`;
  const fault = { responseEnvelope: { ack: 'Failure' }, error: [{ errorId, message }] };
  server = await answering(({ url }) => (url.startsWith('/Invoice/') ? { status: 200, body: fault } : GRANTED));
  const environment = { ...canaryEnvironment(server.origin), ...canaryLegacyEnvironment(server.origin), ...more };
  const end = await command(empty, ['doctor', '--timeout', '500'], environment);
  expect(tracesIn(end.stdout + end.stderr)).toEqual([]);
  return end;
};

test('legacy credentials that are set are tried, each by a look at an invoice', async () => {
  const end = await lookedAt('580047');
  expect(end.stdout).toContain("ok       The legacy system takes the merchant's API signature.\n");
  expect(end.stdout).toContain("ok       The legacy system takes the foreign merchant's API signature.\n");
  expect(end.code).toBe(0);
  const looks = server?.arrived.filter(({ url }) => url === '/Invoice/GetInvoiceDetails') ?? [];
  expect(looks.map(({ headers }) => headers['x-paypal-security-userid'])).toEqual([
    CANARY_LEGACY.userId,
    CANARY_LEGACY_FOREIGN.userId,
  ]);
});

test.each<[string, NodeJS.ProcessEnv, RegExp, number]>([
  ['520003', {}, /^wrong .* 520003\. Check PAYPAL_LEGACY_USERID, .*\nwrong .*Check PAYPAL_LEGACY_FOREIGN_USERID, /m, 2],
  ['560022', {}, /^wrong .*answered 200 Failure 560022\. Check PAYPAL_LEGACY_APPLICATION_ID\.$/m, 2],
  ['520002', {}, /^unknown .*merchant's API signature GetInvoiceDetails answered 200 Failure 520002\.$/m, 3],
  ['580047', { PAYPAL_LEGACY_BASE_URL: 'http://127.0.0.1:9' }, /^unknown .*was not answered \(ECONNREFUSED/m, 3],
  ['580047', NO_SECOND, /^ok {7}There is no second legacy merchant/m, 0],
])('a legacy system that answers %s, with %j', async (errorId, more, sentence, code) => {
  const end = await lookedAt(errorId, more);
  expect(end.stdout).toMatch(sentence);
  expect(end.code).toBe(code);
});

test('legacy credentials of which one is missing are one sentence: 2', async () => {
  const end = await lookedAt('580047', { PAYPAL_LEGACY_SIGNATURE: '' });
  expect(end).toMatchObject({ code: 2, stderr: expect.stringMatching(/^PAYPAL_LEGACY_SIGNATURE is not set\.\n/) });
});

test('what is missing in the configuration is one sentence and a hint: 2', async () => {
  const end = await doctorOn(() => GRANTED, { PAYPAL_CLIENT_SECRET: '' });
  expect(end).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/^PAYPAL_CLIENT_SECRET is not set\.\nPut it into \.env/),
  });
});
