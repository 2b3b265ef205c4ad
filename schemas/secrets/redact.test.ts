import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { forgetSecrets, holdsSecret, keepClient, keepSecret } from './known-secrets.ts';
import { redacted, redactText } from './redact.ts';

const SECRET = 'EK/s3cr+t=canary "9\\x';
const ODD = 'pässwörd%41-€uro';
const TOKEN = 'A21AAcanary_token-1234567890';
const ID = 'AcanaryClientId-00';

beforeEach(() => {
  keepClient({ clientId: ID, clientSecret: SECRET });
  keepSecret(TOKEN);
  keepSecret(ODD);
});
afterEach(forgetSecrets);

const base64 = (text: string) => Buffer.from(text).toString('base64');
const json = (text: string) => JSON.stringify(text).slice(1, -1);
const everyUnit = (text: string) =>
  text.replaceAll(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
const everyByte = (text: string) =>
  Array.from(Buffer.from(text), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
const rest = (text: string) => redactText(`before ${text} after`);

const FORMS: Readonly<Record<string, (secret: string) => string>> = {
  raw: (secret) => secret,
  'base64, alone': base64,
  'base64 after one byte': (secret) => base64(`x${secret}`),
  'base64 after two bytes, with more behind': (secret) => base64(`xx${secret}yyy`),
  base64url: (secret) => Buffer.from(secret).toString('base64url'),
  'URL-encoded': encodeURIComponent,
  'URL-encoded in small letters': (secret) =>
    encodeURIComponent(secret).replaceAll(/%../g, (code) => code.toLowerCase()),
  'URL-encoded twice': (secret) => encodeURIComponent(encodeURIComponent(secret)),
  'every byte URL-encoded': everyByte,
  'as a form writes it': (secret) => new URLSearchParams({ a: secret }).toString().slice(2),
  'JSON-escaped': json,
  'JSON-escaped twice': (secret) => json(json(secret)),
  'JSON with every character escaped': everyUnit,
  'JSON with its slashes escaped': (secret) => json(secret).replaceAll('/', '\\/'),
  'base64, then URL-encoded': (secret) => encodeURIComponent(base64(secret)),
};

describe.each([SECRET, TOKEN, ID, ODD])('the secret %j is found', (secret) => {
  test.each(Object.entries(FORMS))('%s', (_, form) => {
    expect(holdsSecret(form(secret))).toBe(true);
    expect(rest(form(secret))).toMatch(/^before .{0,4}\[redacted\](?:%3D|.){0,8} after$/);
  });
});

test('the Basic header’s value goes as a whole', () => {
  expect(rest(base64(`${ID}:${SECRET}`))).toBe('before [redacted] after');
});

test('a million backslashes cost no more than their length', () => {
  const started = process.cpuUsage();
  redactText('\\'.repeat(1_000_000));
  redactText('%25'.repeat(300_000));
  redactText(`${'a'.repeat(1_000_000)}@`);
  redactText(`"password":"${'\\"'.repeat(300_000)}`);
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(5000);
});

test.each([
  ['{"access_token":"never-kept","x":1}', '{"access_token":"[redacted]","x":1}'],
  ['{"password" : 12345}', '{"password" : "[redacted]"}'],
  ['{"client_secret":"broken off \\" here', '{"client_secret":"[redacted]"'],
  ['"{\\"signature\\":\\"never-kept\\"}"', '"{\\"signature\\":\\"[redacted]\\"}"'],
  ['a=1&client_secret=never-kept&b=2', 'a=1&client_secret=[redacted]&b=2'],
  ['Set-Cookie: session=never-kept; Path=/', 'Set-Cookie: [redacted]'],
  ['X-PAYPAL-SECURITY-PASSWORD: never-kept', 'X-PAYPAL-SECURITY-PASSWORD: [redacted]'],
  ['got Bearer abcdefghijklmnop.q', 'got Bearer [redacted]'],
  ['-H "Authorization: Bearer $ACCESS_TOKEN"', '-H "Authorization: Bearer $ACCESS_TOKEN"'],
  ['the token was refused; Basic authentication', 'the token was refused; Basic authentication'],
])('by name: %s', (text, left) => {
  expect(redactText(text)).toBe(left);
  expect(redactText(left)).toBe(left);
});

test.each([
  ['jane.doe+x@company.co.uk', '[e-mail]'],
  ['{"value":"jane@mail.de"}', '{"value":"[e-mail]"}'],
  ['to=jane%40mail.de&', 'to=[e-mail]&'],
  ['jane@münchen.de', '[e-mail]'],
  ['payer@example.com, a@b.example.org, x@mail.test', 'payer@example.com, a@b.example.org, x@mail.test'],
  ['node_modules/@stoplight/prism.js vitest@4.1.12', 'node_modules/@stoplight/prism.js vitest@4.1.12'],
])('addresses: %s', (text, left) => {
  expect(redactText(text)).toBe(left);
});

test('values: header pairs and members by name, every text by value', () => {
  const value = {
    headers: [
      ['Set-Cookie', 'a=b'],
      ['Location', `https://x/?t=${TOKEN}`],
    ],
    body: JSON.stringify({ note: SECRET }),
    nested: [{ Authorization: 'Basic x', count: 3, none: null }],
  };
  expect(redacted(value)).toEqual({
    headers: [
      ['Set-Cookie', '[redacted]'],
      ['Location', 'https://x/?t=[redacted]'],
    ],
    body: '{"note":"[redacted]"}',
    nested: [{ Authorization: '[redacted]', count: 3, none: null }],
  });
});

test('what is too short to be a secret is not kept', () => {
  forgetSecrets();
  keepSecret('SENT');
  expect(holdsSecret('SENT')).toBe(false);
  expect(redactText('SENT')).toBe('SENT');
});
