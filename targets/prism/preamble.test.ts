import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClient, draftOf, invoiceIn, type TestClient } from '../../tests/prism-client.ts';
import { DEMO_FOREIGN, DEMO_MERCHANT } from './merchants.ts';
import { type StartedPrism, startPrism } from './prism.ts';

const INVOICES = '/v2/invoicing/invoices';
let prism: StartedPrism;
let client: TestClient;

beforeAll(async () => {
  prism = await startPrism();
  client = createTestClient(prism.baseUrl);
});
afterAll(async () => {
  await client.close();
  await prism.close();
});

describe('a token', () => {
  const asked = (clientSecret: string, form = 'grant_type=client_credentials') =>
    fetch(`${prism.baseUrl}/v1/oauth2/token`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${DEMO_MERCHANT.clientId}:${clientSecret}`).toString('base64')}`,
      },
      body: new URLSearchParams(form),
    });

  it('is the same one until it expires', async () => {
    const [one, two] = await Promise.all([asked(DEMO_MERCHANT.clientSecret), asked(DEMO_MERCHANT.clientSecret)]);
    const token = (await one.json()) as Record<string, unknown>;
    expect(token).toMatchObject({
      token_type: 'Bearer',
      expires_in: expect.closeTo(32_400, -1),
      app_id: expect.any(String),
    });
    expect(await two.json()).toHaveProperty('access_token', token.access_token);
  });

  it('is refused to an unknown client and for another grant', async () => {
    const refused = await asked('wrong');
    expect(refused.status).toBe(401);
    expect(await refused.json()).toEqual({
      error: 'invalid_client',
      error_description: 'Client Authentication failed',
    });
    expect((await asked(DEMO_MERCHANT.clientSecret, 'grant_type=password')).status).toBe(400);
  });
});

describe('creating', () => {
  it('answers a link, or the invoice where that is preferred', async () => {
    const minimal = await client.call('POST', INVOICES, { body: draftOf() });
    const href = expect.stringMatching(new RegExp(`^${prism.baseUrl}${INVOICES}/INV2(-[A-Z0-9]{4}){4}$`));
    expect(minimal).toMatchObject({ status: 201, body: { rel: 'self', href, method: 'GET' } });
    const whole = await client.call('POST', INVOICES, { body: draftOf(), prefer: 'return=representation' });
    expect(whole).toMatchObject({
      status: 201,
      body: { status: 'DRAFT', amount: { value: '20.00' }, links: [{ href }] },
    });
  });

  it('needs what the contract of the call requires', async () => {
    for (const body of ['{}', '', '{', '[]']) {
      expect(await client.call('POST', INVOICES, { body })).toMatchObject({
        status: 400,
        body: { name: 'INVALID_REQUEST' },
      });
    }
  });
});

describe('any call about an invoice', () => {
  it('needs a token, a media type, an invoice, and one of the own', async () => {
    const { path } = await invoiceIn('DRAFT', client);
    const foreign = await client.tokenOf(DEMO_FOREIGN);
    const send = async (call: Parameters<TestClient['call']>[2], to = path) =>
      (await client.call('POST', `${to}/send`, call)).status;
    expect(await send({ token: null })).toBe(401);
    expect(await send({ token: await prism.target.specialToken('unscoped') })).toBe(403);
    expect(await send({ mediaType: null })).toBe(415);
    expect(await send({}, `${INVOICES}/INV2-NONE`)).toBe(404);
    expect(await send({ token: foreign })).toBe(403);
    expect((await client.call('GET', path, { token: foreign })).status).toBe(403);
    expect((await client.call('DELETE', path, { token: foreign })).status).toBe(403);
    expect((await client.call('GET', path)).body.status).toBe('DRAFT');
  });

  it('is refused where the state does not allow it', async () => {
    const { path } = await invoiceIn('SENT', client);
    expect(await client.call('POST', `${path}/send`)).toMatchObject({
      status: 422,
      body: { name: 'UNPROCESSABLE_ENTITY' },
    });
    expect((await client.call('DELETE', path)).status).toBe(422);
  });
});

it('a path or method that is not known is answered 404', async () => {
  expect((await client.call('GET', '/v2/other')).status).toBe(404);
  expect((await client.call('DELETE', INVOICES)).status).toBe(404);
});
