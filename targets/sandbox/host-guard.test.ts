import { expect, test } from 'vitest';
import { packageFile } from '../../schemas/contract/package-file.ts';
import { loadSpec } from '../../schemas/contract/spec.ts';
import { allowedOrigin, liveHostsOf } from './host-guard.ts';

const LIVE = liveHostsOf(loadSpec(packageFile('specs/paypal/invoices.cancel.openapi.yaml')).document);

const refusal = (baseUrl: string, live = LIVE): string => {
  try {
    return `allowed: ${allowedOrigin(baseUrl, live)}`;
  } catch (error) {
    expect(error).toMatchObject({ code: 'CONFIGURATION', hint: expect.stringContaining('sandbox.paypal.com') });
    return (error as Error).message;
  }
};

test('the contract itself names the live host', () => {
  expect(LIVE).toEqual(['api-m.paypal.com']);
  expect(liveHostsOf({})).toEqual([]);
  expect(liveHostsOf({ servers: [{ url: '/relative' }, {}, { url: 'https://live.example' }] })).toEqual([
    'live.example',
  ]);
});

test.each([
  'https://api-m.sandbox.paypal.com',
  'https://api.sandbox.paypal.com',
  'https://a.b-c.sandbox.paypal.com',
  'http://127.0.0.1:4010',
  'https://127.8.9.1',
  'http://[::1]:80801'.slice(0, -1),
  'http://localhost:4010',
])('%s is allowed', (baseUrl) => {
  expect(allowedOrigin(baseUrl, LIVE)).toBe(baseUrl);
});

test.each([
  'https://api-m.paypal.com',
  'https://API-M.PayPal.com',
  'https://api-m.paypal.com.',
  'https://api-m.paypal.com..',
  'https://api-m.paypal.com:443',
  'https://api-m.paypal.com:8443/',
  'http://api-m.paypal.com',
  'https://me:pw@api-m.paypal.com',
  'https://api-m.sandbox.paypal.com@api-m.paypal.com',
  'https://api-m.sandbox.paypal.com:x@api-m.paypal.com',
  'https://api-m%2Epaypal%2Ecom',
  'https://api-m。paypal。com',
  'https://ａｐｉ-ｍ.paypal.com',
  'https://api-m.pay\tpal.com',
  ' https://api-m.paypal.com',
  'https:api-m.paypal.com',
  'https:\\\\api-m.paypal.com',
])('the live service is recognised as %j', (baseUrl) => {
  expect(refusal(baseUrl)).toMatch(/^PAYPAL_BASE_URL names PayPal's live service, api-m\.paypal\.com/);
});

test.each([
  ['https://www.paypal.com', /neither PayPal's sandbox nor this machine$/],
  ['https://api.paypal.com', /neither/],
  ['https://sandbox.paypal.com', /neither/],
  ['https://api-m.sandbox.paypal.com.', /neither/],
  ['https://api-m.sandbox.paypal.com.evil.example', /neither/],
  ['https://evil.example/api-m.sandbox.paypal.com', /neither/],
  ['https://xsandbox.paypal.com', /neither/],
  ['https://.sandbox.paypal.com', /neither/],
  ['https://api-m.sandbox.pаypal.com', /neither/],
  ['https://api-m.sandbox.xn--pypal-4ve.com', /neither/],
  ['http://api-m.sandbox.paypal.com', /neither/],
  ['ftp://api-m.sandbox.paypal.com', /neither/],
  ['https://api-m.sandbox.paypal.com:8443', /neither/],
  ['http://10.0.0.1', /neither/],
  ['http://0.0.0.0:4010', /neither/],
  ['http://127.0.0.1.evil.example', /neither/],
  ['http://localhost.evil.example', /neither/],
  ['http://[::ffff:127.0.0.1]:1', /neither/],
  ['data:text/plain,x', /neither/],
  [
    'https://api-m.sandbox.paypal.com:443',
    /is not spelled as an origin: https:\/\/api-m\.sandbox\.paypal\.com would be$/,
  ],
  ['https://API-M.sandbox.paypal.com', /is not spelled/],
  ['HTTPS://api-m.sandbox.paypal.com', /is not spelled/],
  ['https://api-m.sandbox.paypal.com/', /is not spelled/],
  ['https://api-m.sandbox.paypal.com/v2', /is not spelled/],
  ['https://api-m.sandbox.paypal.com?x=1', /is not spelled/],
  ['https://api-m.sandbox.paypal.com#x', /is not spelled/],
  ['http://127.1:4010', /is not spelled/],
  ['http://2130706433', /is not spelled/],
  ['https://me@api-m.sandbox.paypal.com', /carries credentials$/],
  ['https://:pw@127.0.0.1', /carries credentials$/],
  ['api-m.sandbox.paypal.com', /is not a URL$/],
  ['https://', /is not a URL$/],
  ['', /is not a URL$/],
])('%j is refused', (baseUrl, why) => {
  expect(refusal(baseUrl)).toMatch(why);
});

test('a password is never repeated', () => {
  for (const host of ['api-m.paypal.com', 'api-m.sandbox.paypal.com', 'evil.example'])
    expect(refusal(`https://user:pass-word@${host}`)).not.toMatch(/pass-word|user/);
});

test('a host that the contract names as live stays refused, also this machine', () => {
  expect(refusal('http://127.0.0.1:1', ['127.0.0.1'])).toMatch(/live service/);
});
