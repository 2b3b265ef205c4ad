import { afterEach, describe, expect, test } from 'vitest';
import { keepEnvironmentSecrets } from './environment-secrets.ts';
import {
  forgetSecrets,
  holdsSecret,
  keepClient,
  keepSecret,
  LEAST_SECRET_LENGTH,
  onSecret,
  withoutSecrets,
} from './known-secrets.ts';
import { redacted, redactText } from './redact.ts';
import { holdsNamedSecret } from './sensitive-names.ts';

afterEach(forgetSecrets);

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const everyUnit = (text: string): string =>
  text.replaceAll(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The secrets that somebody who listens is told of. */
function told(keep: () => void): readonly string[] {
  const heard: string[] = [];
  onSecret((secret) => heard.push(secret));
  keep();
  return heard;
}

describe('secrets of the environment', () => {
  const SECRET = 'a-secret-value';
  test.each([
    'PAYPAL_CLIENT_SECRET',
    'PAYPAL_SECRET',
    'PAYPAL_LEGACY_PASSWORD',
    'PAYPAL_LEGACY_FOREIGN_SIGNATURE',
  ])('%s is one', (name) => {
    expect(told(() => keepEnvironmentSecrets({ [name]: SECRET }))).toEqual([SECRET]);
  });
  test.each(['PAYPAL_ACCESS_TOKEN', 'PAYPAL_LEGACY_USERID', 'PAYPAL_CLIENT_ID'])('%s is one', (name) => {
    expect(told(() => keepEnvironmentSecrets({ [name]: SECRET }))).toEqual([SECRET]);
  });
  test.each([
    'PAYPAL_BASE_URL',
    'MY_PAYPAL_SECRET',
    'PAYPAL_SECRETS',
    'PAYPAL_-_SECRET',
    'PAYPALSECRET',
    'PATH',
  ])('%s is none', (name) => {
    expect(told(() => keepEnvironmentSecrets({ [name]: SECRET, PAYPAL_SECRET: undefined }))).toEqual([]);
  });

  test('a client is kept with what the Basic scheme makes of it', () => {
    const environment = {
      PAYPAL_CLIENT_ID: 'the-client-id',
      PAYPAL_CLIENT_SECRET: 'the-client-secret',
      PAYPAL_ID_CLIENT_ID: 'another-id',
      PAYPAL_ID_CLIENT_SECRET: 'another-secret',
    };
    expect(told(() => keepEnvironmentSecrets(environment))).toEqual([
      'the-client-id',
      'the-client-secret',
      base64('the-client-id:the-client-secret'),
      'another-id',
      'another-secret',
      base64('another-id:another-secret'),
    ]);
  });
});

describe('a secret', () => {
  test('is kept from its least length on, and once', () => {
    const [short, least] = [7, 8].map((length) => 's'.repeat(length)) as [string, string];
    expect(LEAST_SECRET_LENGTH).toBe(8);
    expect(
      told(() => {
        for (const secret of [short, least, least]) keepSecret(secret);
      }),
    ).toEqual([least]);
    expect([holdsSecret(short), holdsSecret(`x${least}x`)]).toEqual([false, true]);
  });

  test('that is known already is told of to who listens later', () => {
    keepSecret('known before');
    expect(told(() => keepSecret('known after'))).toEqual(['known before', 'known after']);
  });

  test('is forgotten, and nobody is told any more', () => {
    const heard = told(() => keepClient({ clientId: 'the-client-id', clientSecret: 'the-client-secret' }));
    forgetSecrets();
    keepSecret('another secret');
    expect(heard).toHaveLength(3);
    expect([holdsSecret('the-client-id'), holdsSecret('another secret')]).toEqual([false, true]);
  });

  test('goes wherever it stands, the longest first', () => {
    keepSecret('abcdefgh');
    keepSecret('abcdefghijkl');
    expect(withoutSecrets('abcdefgh, abcdefghijkl and abcdefgh', '*')).toBe('*, * and *');
    expect(withoutSecrets('abcdefgh '.repeat(9), '*')).toBe('* '.repeat(9));
    expect(withoutSecrets('abcdefg', '*')).toBe('abcdefg');
  });

  test('is not what only looks like it with its signs left out', () => {
    keepSecret('abcd efgh');
    expect(['abcd efgh', 'abcd+efgh', 'abcd%20efgh'].map(holdsSecret)).toEqual([true, true, true]);
    expect(['abcd-efgh', 'abcd_efgh', 'abcdefgh'].map(holdsSecret)).toEqual([false, false, false]);
  });

  const PLAIN = 'EK/s3cr+t=canary "9\\x_y-z';
  test.each([
    ['raw', PLAIN],
    ['in JSON', JSON.stringify(PLAIN)],
    ['in JSON within JSON', JSON.stringify(JSON.stringify(PLAIN))],
    ['in JSON with every character escaped', everyUnit(PLAIN)],
    [
      'in JSON with capital digits',
      everyUnit(PLAIN)
        .replaceAll(/[a-f]/g, (digit) => digit.toUpperCase())
        .replaceAll('\\U', '\\u'),
    ],
    ['URL-encoded', encodeURIComponent(PLAIN)],
    ['URL-encoded thrice', encodeURIComponent(encodeURIComponent(encodeURIComponent(PLAIN)))],
    ['in a form', new URLSearchParams({ a: PLAIN }).toString()],
    ['in base64', base64(PLAIN)],
    ['in base64 after one byte', base64(`x${PLAIN}`)],
    ['in base64 after two bytes', base64(`xx${PLAIN}y`)],
    ['in base64url', Buffer.from(PLAIN).toString('base64url')],
  ])('of plain characters alone is found %s', (_, text) => {
    keepSecret(PLAIN);
    expect([holdsSecret(text), holdsSecret(text.slice(0, text.length / 3))]).toEqual([true, false]);
    expect(withoutSecrets(`before ${text} after`, '*')).toMatch(/^before .{0,4}\*.{0,8} after$/);
  });

  test.each([
    'abcdefgh',
    '?~?~?~?~?~?~',
    'x?~?~?~?~?~?~',
    'xx>>>???>>>???',
  ])('is found in base64 and base64url, whatever stands around it: %s', (secret) => {
    keepSecret(secret);
    for (const before of ['', 'x', 'xx'])
      for (const encoding of ['base64', 'base64url'] as const) {
        const text = Buffer.from(`${before}${secret}yy`).toString(encoding);
        expect([text, holdsSecret(text)]).toEqual([text, true]);
      }
  });

  test('goes with its escapes, and what stands before it stays: JSON is still JSON', () => {
    keepSecret('abcd\tefgh');
    for (const text of ['abcd\tefgh', 'abcd%09efgh', 'abcd%2509efgh', everyUnit('abcd\tefgh')])
      expect(withoutSecrets(`C:\\${text}`, '*')).toBe('C:\\*');
  });

  test('of characters beyond the first 65,536 is found', () => {
    const secret = '🧾 ᛒ pass 🧾';
    keepSecret(secret);
    for (const text of [secret, everyUnit(secret), encodeURIComponent(secret)])
      expect(withoutSecrets(`x${text}x`, '*')).toBe('x*x');
    expect(holdsSecret(secret.replace('ᛒ', '+'))).toBe(false);
  });

  test('of a hundred is found without a look for each of the others', () => {
    const tokens = Array.from({ length: 100 }, (_, at) => `${at}-token-${'abcdefghij'.repeat(9)}`);
    for (const token of tokens) keepSecret(token);
    const started = process.cpuUsage();
    expect(withoutSecrets(`${tokens[7]} and ${tokens[99]}`, '*')).toBe('* and *');
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(2000);
  });

  test('of other characters is found as well', () => {
    keepSecret('pässwörter');
    expect(['pässwörter', encodeURIComponent('pässwörter'), everyUnit('pässwörter')].map(holdsSecret)).toEqual([
      true,
      true,
      true,
    ]);
    expect(holdsSecret('passworter')).toBe(false);
  });
});

describe('a value', () => {
  test('is redacted by its name where it is text, and gone through where it is not', () => {
    expect(redacted({ password: 5, authorization: null, cookie: { password: 'x', a: 1 }, a: 'x' })).toEqual({
      password: 5,
      authorization: null,
      cookie: { password: '[redacted]', a: 1 },
      a: 'x',
    });
  });

  test('is a header pair where two texts stand together', () => {
    expect(redacted(['cookie', 'x'])).toEqual(['cookie', '[redacted]']);
    expect(redacted(['cookie', 5])).toEqual(['cookie', 5]);
    expect(redacted(['cookie', ['password', 'x']])).toEqual(['cookie', ['password', '[redacted]']]);
    expect(redacted(['cookie', 'x', 'y'])).toEqual(['cookie', 'x', 'y']);
    expect(redacted([5, 'x'])).toEqual([5, 'x']);
    expect(redacted(['accept', 'x'])).toEqual(['accept', 'x']);
  });

  test('has its members’ names redacted too', () => {
    keepSecret('a secret name');
    expect(redacted({ 'a secret name': 1 })).toEqual({ '[redacted]': 1 });
    expect(redacted(['a secret name', 'x'])).toEqual(['[redacted]', 'x']);
  });
});

test.each([
  ['root@server', 'root@server'],
  ['jane@mail.de, joe@mail.de', '[e-mail], [e-mail]'],
  ['cc@sub.example.com cc@localhost cc@x.invalid', 'cc@sub.example.com cc@localhost cc@x.invalid'],
  ['cc@notexample.com', '[e-mail]'],
])('an address: %s', (text, left) => {
  expect(redactText(text)).toBe(left);
});

test.each([
  ['"access_token":"abcdefghijklmnop"', true],
  ['\\"refresh_token\\" : \\"abcdefghijklmnop\\"', true],
  ['"access_token":"[redacted]"', false],
  ['"access_token":"short"', false],
  ['Authorization: Bearer abcdefghijklmnop', true],
  ['["authorization","Basic abcdefghijklmnop"]', true],
  ['Authorization: [redacted]', false],
  ['x-authorization: Bearer abcdefghijklmnop', false],
])('what only a secret looks like: %s', (text, isOne) => {
  expect(holdsNamedSecret(text)).toBe(isOne);
});
