import { expect, test } from 'vitest';
import { answered, DEBUG_ID } from '../../tests/judging.ts';
import type { RecordedRequest } from '../exchange.ts';
import { debugIdOf } from './finding-text.ts';
import { curlOf, quoted } from './reproduce.ts';

const base = answered(422, '{}');
const line = (request: Partial<RecordedRequest>): string =>
  curlOf({
    ...base,
    request: { ...base.request, url: 'http://x/a', path: '/a', headers: [], credential: 'none', ...request },
  });

const POST = "curl -i --globoff --path-as-is -X POST 'http://x/a'";

test.each<[title: string, request: Partial<RecordedRequest>, command: string]>([
  ['a body and its type', { headers: [['Content-Type', 'a/b']] }, `${POST} -H 'Content-Type: a/b' --data-raw '{}'`],
  [
    'a type in any case beside others',
    {
      headers: [
        ['A', 'b'],
        ['CONTENT-type', 'c'],
      ],
    },
    `${POST} -H 'A: b' -H 'CONTENT-type: c' --data-raw '{}'`,
  ],
  ['no type', { headers: [['A', '']] }, `${POST} -H 'A;' -H 'Content-Type:' --data-raw '{}'`],
  ['no body', { body: null }, `${POST} -H 'Content-Type:' --data-raw ''`],
  ['a GET', { method: 'GET', body: null }, POST.replace('POST', 'GET')],
  ['a GET with a body', { method: 'GET', body: 'x' }, `${POST.replace('POST', 'GET')} --data-raw 'x'`],
  ['a HEAD', { method: 'HEAD', body: null }, `${POST.replace('POST', 'HEAD')} -H 'Content-Type:'`],
  [
    'the merchant',
    { credential: 'merchant' },
    `${POST} -H "Authorization: Bearer $ACCESS_TOKEN" -H 'Content-Type:' --data-raw '{}'`,
  ],
  [
    'another one',
    { credential: 'for-eign.1' },
    `${POST} -H "Authorization: Bearer $FOR_EIGN_1_ACCESS_TOKEN" -H 'Content-Type:' --data-raw '{}'`,
  ],
  [
    'a token',
    { credential: 'merchant', path: '/v1/oauth2/token' },
    `${POST} -u "$CLIENT_ID:$CLIENT_SECRET" -H 'Content-Type:' --data-raw '{}'`,
  ],
  [
    'no token',
    { credential: 'merchant', path: '/oauth2/token/x' },
    `${POST} -H "Authorization: Bearer $ACCESS_TOKEN" -H 'Content-Type:' --data-raw '{}'`,
  ],
  [
    'a legacy call',
    { credential: 'merchant', path: '/Invoice/CancelInvoice' },
    `${POST} -H "X-PAYPAL-SECURITY-USERID: $PAYPAL_LEGACY_USERID" -H "X-PAYPAL-SECURITY-PASSWORD: $PAYPAL_LEGACY_PASSWORD" -H "X-PAYPAL-SECURITY-SIGNATURE: $PAYPAL_LEGACY_SIGNATURE" -H "X-PAYPAL-APPLICATION-ID: \${PAYPAL_LEGACY_APPLICATION_ID:-APP-80W284485P519543T}" -H 'Content-Type:' --data-raw '{}'`,
  ],
  [
    'a legacy call without credentials',
    { credential: 'none', path: '/Invoice/CancelInvoice' },
    `${POST} -H "X-PAYPAL-APPLICATION-ID: \${PAYPAL_LEGACY_APPLICATION_ID:-APP-80W284485P519543T}" -H 'Content-Type:' --data-raw '{}'`,
  ],
  ['quotes', { body: "it's" }, `${POST} -H 'Content-Type:' --data-raw 'it'\\''s'`],
  ['control characters', { body: "a\tb'\\" }, `${POST} -H 'Content-Type:' --data-raw $'a\\011b\\'\\\\'`],
  ['a NUL', { body: "a\0%'\\\u001b" }, `printf 'a\\000%%'\\''\\\\\\033' | ${POST} -H 'Content-Type:' --data-binary @-`],
])('the line for %s', (_, request, command) => {
  expect(line(request)).toBe(command);
});

test('the line of another legacy caller names its variables', () => {
  expect(line({ credential: 'foreign', path: '/Invoice/X' })).toContain(
    '"X-PAYPAL-SECURITY-USERID: $PAYPAL_LEGACY_FOREIGN_USERID"',
  );
  expect(line({ credential: 'foreign', path: '/x/Invoice/' })).toContain('Bearer $FOREIGN_ACCESS_TOKEN');
});

/** The variables that hold the credentials of a legacy call, as far as they differ from the merchant's. */
const legacy = (credential: string): readonly string[] =>
  [...line({ credential, path: '/Invoice/X' }).matchAll(/\$(?:\{(\w+):-APP-\w+\}|(\w+))/g)].map(
    ([, withDefault, name = withDefault]) => name?.replace('PAYPAL_LEGACY_', '') ?? '',
  );

test.each<[credential: string, variables: string]>([
  ['merchant', 'USERID PASSWORD SIGNATURE APPLICATION_ID'],
  ['foreign', 'FOREIGN_USERID FOREIGN_PASSWORD FOREIGN_SIGNATURE FOREIGN_APPLICATION_ID'],
  ['none', 'APPLICATION_ID'],
  ['missing-userId', 'PASSWORD SIGNATURE APPLICATION_ID'],
  ['malformed-userId', 'MALFORMED_USERID PASSWORD SIGNATURE APPLICATION_ID'],
  ['malformed-signature', 'USERID PASSWORD MALFORMED_SIGNATURE APPLICATION_ID'],
  ['for-eign', 'FOR_EIGN_USERID FOR_EIGN_PASSWORD FOR_EIGN_SIGNATURE APPLICATION_ID'],
])('a legacy call by %s takes %s', (credential, variables) => {
  expect(legacy(credential).join(' ')).toBe(variables);
});

test('a body goes into an argument up to 60,000 bytes', () => {
  expect(line({ body: 'é'.repeat(30_000) })).toMatch(/ --data-raw 'é+'$/);
  expect(line({ body: 'é'.repeat(30_001) })).toMatch(/^printf 'é+' \| curl .* --data-binary @-$/);
});

test('a word of the shell', () => {
  expect([quoted(''), quoted('\u007f'), quoted('\u0085x')]).toEqual(["''", "$'\\177'", "'\u0085x'"]);
});

test('the id that support needs is the header’s, else the body’s', () => {
  const id = (body: unknown, ...headers: readonly (readonly [string, string])[]) =>
    debugIdOf(answered(500, body, { headers }));
  expect(id({ debug_id: 'b' }, ['paypal-debug-id', 'h'])).toBe('h');
  expect(id({ debug_id: 'b' })).toBe('b');
  for (const body of [{ debug_id: 7 }, '<', '', []]) expect(id(body)).toBeUndefined();
  expect(debugIdOf({ ...base, response: { kind: 'failure', code: 'TIMEOUT', message: 'x' } })).toBeUndefined();
  expect(debugIdOf(base)).toBe(DEBUG_ID);
});
