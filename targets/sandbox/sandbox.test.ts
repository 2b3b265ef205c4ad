import { afterEach, expect, test } from 'vitest';
import { forgetSecrets, holdsSecret } from '../../schemas/secrets/known-secrets.ts';
import { connectSandbox, sandboxBaseUrl } from './sandbox.ts';

afterEach(forgetSecrets);

const ONE = { PAYPAL_CLIENT_ID: 'client-of-one', PAYPAL_CLIENT_SECRET: 'secret-of-one' };
const TWO = { PAYPAL_FOREIGN_CLIENT_ID: 'client-of-two', PAYPAL_FOREIGN_CLIENT_SECRET: 'secret-of-two' };
const BASE_URL = 'https://api-m.sandbox.paypal.com';
const connect = (environment: NodeJS.ProcessEnv, baseUrl = BASE_URL) => connectSandbox(baseUrl, 'sandbox', environment);

test('it is PayPal’s service, which takes no orders', async () => {
  const target = await connect(ONE);
  expect(target).toMatchObject({ name: 'sandbox', judges: 'service', baseUrl: BASE_URL });
  expect([...target.capabilities]).toEqual([]);
  expect(target.merchants).toEqual({ merchant: { clientId: 'client-of-one', clientSecret: 'secret-of-one' } });
  await expect(target.specialToken('expired')).rejects.toMatchObject({ code: 'DEFECT' });
  await expect(target.setFault('INV2-A', 503)).rejects.toMatchObject({ code: 'DEFECT' });
});

test('a second client is a foreign merchant', async () => {
  const target = await connect({ ...ONE, ...TWO });
  expect([...target.capabilities]).toEqual(['foreign-merchant']);
  expect(target.merchants.foreign).toEqual({ clientId: 'client-of-two', clientSecret: 'secret-of-two' });
});

test.each<[NodeJS.ProcessEnv, string]>([
  [{}, 'PAYPAL_CLIENT_ID is not set'],
  [{ PAYPAL_CLIENT_ID: 'client-of-one' }, 'PAYPAL_CLIENT_SECRET is not set'],
  [
    { ...ONE, PAYPAL_CLIENT_SECRET: 'two words' },
    'PAYPAL_CLIENT_SECRET holds a space, a line break or a letter outside ASCII',
  ],
  [{ ...ONE, PAYPAL_CLIENT_SECRET: 'short' }, "PAYPAL_CLIENT_SECRET is too short to be one of PayPal's"],
  [{ ...ONE, PAYPAL_FOREIGN_CLIENT_ID: 'client-of-two' }, 'PAYPAL_FOREIGN_CLIENT_SECRET is not set'],
  [{ ...ONE, PAYPAL_FOREIGN_CLIENT_SECRET: 'secret-of-two' }, 'PAYPAL_FOREIGN_CLIENT_ID is not set'],
  [
    { ...ONE, ...TWO, PAYPAL_FOREIGN_CLIENT_ID: 'client-of-one' },
    'PAYPAL_FOREIGN_CLIENT_ID names the merchant himself',
  ],
])('%j: %s', async (environment, message) => {
  await expect(connect(environment)).rejects.toMatchObject({ code: 'CONFIGURATION', message });
});

const LEGACY = {
  PAYPAL_LEGACY_USERID: 'one_api1.example.com',
  PAYPAL_LEGACY_PASSWORD: 'password-of-one',
  PAYPAL_LEGACY_SIGNATURE: 'signature-of-one',
};
const LEGACY_TWO = {
  PAYPAL_LEGACY_FOREIGN_USERID: 'two_api1.example.com',
  PAYPAL_LEGACY_FOREIGN_PASSWORD: 'password-of-two',
  PAYPAL_LEGACY_FOREIGN_SIGNATURE: 'signature-of-two',
  PAYPAL_LEGACY_FOREIGN_APPLICATION_ID: 'APP-OF-TWO',
};

test('it has the legacy system that credentials are there for, with a foreign merchant of its own', async () => {
  expect(await connect(ONE)).not.toHaveProperty('legacy');
  const merchant = {
    userId: 'one_api1.example.com',
    password: 'password-of-one',
    signature: 'signature-of-one',
    applicationId: 'APP-80W284485P519543T',
  };
  const { legacy } = await connect({ ...ONE, ...LEGACY });
  expect(legacy).toEqual({ baseUrl: 'https://svcs.sandbox.paypal.com', merchants: { merchant } });
  const both = await connect({ ...ONE, ...LEGACY, ...LEGACY_TWO, PAYPAL_LEGACY_BASE_URL: 'http://127.0.0.1:4011' });
  expect(both.legacy).toMatchObject({
    baseUrl: 'http://127.0.0.1:4011',
    merchants: { merchant, foreign: { userId: 'two_api1.example.com', applicationId: 'APP-OF-TWO' } },
  });
  for (const secret of Object.values({ ...LEGACY, ...LEGACY_TWO }).slice(0, 6)) expect(holdsSecret(secret)).toBe(true);
});

test.each<[NodeJS.ProcessEnv, RegExp]>([
  [{ ...LEGACY, PAYPAL_LEGACY_SIGNATURE: '' }, /^PAYPAL_LEGACY_SIGNATURE is not set$/],
  [{ ...LEGACY, PAYPAL_LEGACY_PASSWORD: 'two words' }, /^PAYPAL_LEGACY_PASSWORD holds a space/],
  [{ ...LEGACY, PAYPAL_LEGACY_FOREIGN_PASSWORD: 'password-of-two' }, /^PAYPAL_LEGACY_FOREIGN_USERID is not set$/],
  [
    { ...LEGACY, ...LEGACY_TWO, PAYPAL_LEGACY_FOREIGN_USERID: 'one_api1.example.com' },
    /^PAYPAL_LEGACY_FOREIGN_USERID names the merchant himself$/,
  ],
  [
    { ...LEGACY, PAYPAL_LEGACY_BASE_URL: 'https://svcs.paypal.com' },
    /^PAYPAL_LEGACY_BASE_URL names https:\/\/svcs\.paypal\.com, which is neither/,
  ],
  [{ ...LEGACY, PAYPAL_LEGACY_BASE_URL: 'https://api-m.paypal.com' }, /^PAYPAL_LEGACY_BASE_URL names PayPal's live/],
])('of the legacy system, %j: %s', async (environment, message) => {
  await expect(connect({ ...ONE, ...environment })).rejects.toMatchObject({
    code: 'CONFIGURATION',
    message: expect.stringMatching(message),
  });
});

test('the live service is refused before anything else, whatever the contract calls it', async () => {
  await expect(connect({}, 'https://api-m.paypal.com')).rejects.toThrow(/live service/);
});

test('a certificate that nobody checks is refused', async () => {
  const careless = { ...ONE, NODE_TLS_REJECT_UNAUTHORIZED: '0' };
  await expect(connect(careless)).rejects.toThrow(/^NODE_TLS_REJECT_UNAUTHORIZED=0/);
  await expect(connect(careless, 'https://127.0.0.1:1')).resolves.toMatchObject({ name: 'sandbox' });
});

test('what it is given are secrets from then on, in the process that connects', async () => {
  await connect({ ...ONE, ...TWO });
  expect(['client-of-one', 'secret-of-one', 'secret-of-two'].map(holdsSecret)).toEqual([true, true, true]);
});

test('where it answers is a setting', () => {
  expect(sandboxBaseUrl({})).toBe(BASE_URL);
  expect(sandboxBaseUrl({ PAYPAL_BASE_URL: 'http://127.0.0.1:4010' })).toBe('http://127.0.0.1:4010');
});
