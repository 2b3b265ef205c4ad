import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createTestClient,
  invoiceIn,
  REACHABLE_STATES,
  type ReachableState,
  type TestClient,
} from '../../tests/prism-client.ts';
import { DEMO_FOREIGN } from './merchants.ts';
import { type StartedPrism, startPrism } from './prism.ts';

let prism: StartedPrism;
let client: TestClient;
const defects: unknown[] = [];

beforeAll(async () => {
  prism = await startPrism({ onDefect: (error) => defects.push(error) });
  client = createTestClient(prism.baseUrl);
  await prism.ready();
});
afterAll(async () => {
  expect(defects).toEqual([]);
  await client.close();
  await prism.close();
});

const REFUSALS: Readonly<Partial<Record<ReachableState, string>>> = {
  DRAFT: 'CANNOT_CANCEL_DRAFT_INVOICE',
  SCHEDULED: 'CANNOT_CANCEL_SCHEDULED_INVOICE',
  MARKED_AS_PAID: 'CANNOT_CANCEL_PAID_INVOICE',
  PARTIALLY_PAID: 'CANNOT_CANCEL_PAID_INVOICE',
  MARKED_AS_REFUNDED: 'CANNOT_CANCEL_REFUNDED_INVOICE',
  PARTIALLY_REFUNDED: 'CANNOT_CANCEL_REFUNDED_INVOICE',
  CANCELLED: 'INVOICE_CANCELED_ALREADY',
};

const idOf = (path: string): string => path.split('/').at(-1) ?? '';

describe.each(REACHABLE_STATES)('an invoice that is %s', (state) => {
  it('is reached by the calls of a preamble', async () => {
    const { path, replies } = await invoiceIn(state, client);
    expect(replies.every(({ status }) => status < 300)).toBe(true);
    if (state === 'SCHEDULED') expect(replies.at(-1)?.status).toBe(202);
    expect((await client.call('GET', path)).body).toMatchObject({ status: state, id: idOf(path) });
  });

  it('is cancelled, or refused by name and left as it is', async () => {
    const { path } = await invoiceIn(state, client);
    const { status, headers, body, text } = await client.call('POST', `${path}/cancel`);
    const issue = REFUSALS[state];
    if (issue === undefined) {
      expect({ status, text, type: headers['content-type'] }).toEqual({ status: 204, text: '', type: undefined });
    } else {
      const details = [expect.objectContaining({ issue, field: '/invoice_id', value: idOf(path), location: 'path' })];
      expect({ status, ...body }).toMatchObject({ status: 422, name: 'UNPROCESSABLE_ENTITY', details });
      expect(body.debug_id).toBe(headers['paypal-debug-id']);
    }
    expect(headers['paypal-debug-id']).toMatch(/^[0-9a-f]{13}$/);
    expect((await client.call('GET', path)).body.status).toBe(issue === undefined ? 'CANCELLED' : state);
  });
});

describe('a cancel is refused', () => {
  const cancelled = async (call: Parameters<TestClient['call']>[2], state: ReachableState = 'SENT') => {
    const { path } = await invoiceIn(state, client);
    const reply = await client.call('POST', `${path}/cancel`, call);
    expect((await client.call('GET', path)).body.status).toBe(state);
    return reply;
  };

  it.each([null, 'A21AAunknown'])('with the token %j', async (token) => {
    expect(await cancelled({ token })).toMatchObject({ status: 401, body: { name: 'AUTHENTICATION_FAILURE' } });
  });

  it('with an expired token, and with one out of scope', async () => {
    const expired = await prism.target.specialToken('expired');
    const unscoped = await prism.target.specialToken('unscoped');
    expect(await cancelled({ token: expired })).toMatchObject({
      status: 401,
      body: { name: 'AUTHENTICATION_FAILURE' },
    });
    expect(await cancelled({ token: unscoped })).toMatchObject({ status: 403, body: { name: 'NOT_AUTHORIZED' } });
  });

  it("with another merchant's token", async () => {
    const reply = await cancelled({ token: await client.tokenOf(DEMO_FOREIGN) });
    expect(reply).toMatchObject({ status: 403, body: { details: [{ issue: 'PERMISSION_DENIED' }] } });
  });

  it.each([null, 'text/plain', 'application/x-www-form-urlencoded'])('with the media type %j', async (mediaType) => {
    expect(await cancelled({ mediaType })).toMatchObject({ status: 415, body: { name: 'UNSUPPORTED_MEDIA_TYPE' } });
  });

  const address = (length: number): string => `a@${'b'.repeat(length - 6)}.com`;
  it.each([
    ['a note', { note: 'x'.repeat(4001) }, 'INVALID_STRING_MAX_LENGTH', '/note', 'x'.repeat(4001)],
    [
      'an address',
      { additional_recipients: [address(20), address(255)] },
      'INVALID_STRING_MAX_LENGTH',
      '/additional_recipients/1',
      address(255),
    ],
    [
      'too many',
      { additional_recipients: Array(101).fill('a@b.co') },
      'INVALID_ARRAY_MAX_ITEMS',
      '/additional_recipients',
      JSON.stringify(Array(101).fill('a@b.co')),
    ],
    [
      'a note beside a wrong type',
      { send_to_invoicer: 1, note: 'x'.repeat(4001) },
      'INVALID_STRING_MAX_LENGTH',
      '/note',
      'x'.repeat(4001),
    ],
  ])('with %s beyond its limit, which is named', async (_, body, issue, field, value) => {
    const details = [expect.objectContaining({ issue, field, value, location: 'body' })];
    expect(await cancelled({ body: JSON.stringify(body) })).toMatchObject({ status: 400, body: { details } });
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"note":1}',
    '{"additional_recipients":["nobody"]}',
  ])('with the body %j', async (body) => {
    const reply = await cancelled({ body });
    expect(reply).toMatchObject({ status: 400, body: { name: 'INVALID_REQUEST' } });
    expect(reply.body).not.toHaveProperty('details');
  });

  it.each(['INV2-NONE', '', 'a%0Ab', 'a%2Fb', '%'])('for the path segment %j', async (segment) => {
    const reply = await client.call('POST', `/v2/invoicing/invoices/${segment}/cancel`);
    expect(reply).toMatchObject({ status: 404, body: { name: 'RESOURCE_NOT_FOUND' } });
  });

  it('for a deleted draft', async () => {
    const { path } = await invoiceIn('DRAFT', client);
    expect((await client.call('DELETE', path)).status).toBe(204);
    expect((await client.call('POST', `${path}/cancel`)).status).toBe(404);
    expect((await client.call('GET', path)).status).toBe(404);
  });

  it('counting astral characters as one', async () => {
    expect((await cancelled({ body: JSON.stringify({ note: '😀'.repeat(4001) }) })).status).toBe(400);
    const { path } = await invoiceIn('SENT', client);
    const body = JSON.stringify({ note: '😀'.repeat(4000) });
    expect((await client.call('POST', `${path}/cancel`, { body })).status).toBe(204);
  });
});

describe('a fault', () => {
  it.each([500, 503, 429, 409])('%i answers the next cancel, and only that', async (status) => {
    const { path } = await invoiceIn('SENT', client);
    await prism.target.setFault(idOf(path), status);
    const reply = await client.call('POST', `${path}/cancel`);
    expect(reply.status).toBe(status);
    expect(reply.headers['retry-after']).toBe(status === 429 ? '1' : undefined);
    expect((await client.call('GET', path)).body.status).toBe('SENT');
    expect((await client.call('POST', `${path}/cancel`)).status).toBe(204);
  });

  it('needs an example and an invoice', async () => {
    const { path } = await invoiceIn('SENT', client);
    await expect(prism.target.setFault(idOf(path), 418)).rejects.toMatchObject({ code: 'DEFECT' });
    await expect(prism.target.setFault('INV2-NONE', 500)).rejects.toMatchObject({ code: 'DEFECT' });
  });
});

it('an invoice is found under an escaped id', async () => {
  const { path } = await invoiceIn('SENT', client);
  expect((await client.call('POST', `${path.replaceAll('-', '%2D')}/cancel`)).status).toBe(204);
});

it('of several cancels at once exactly one is accepted', async () => {
  const { path } = await invoiceIn('SENT', client);
  const replies = await Promise.all(Array.from({ length: 5 }, () => client.call('POST', `${path}/cancel`)));
  expect(replies.map(({ status }) => status).sort()).toEqual([204, 422, 422, 422, 422]);
  const refused = replies.filter(({ status }) => status === 422);
  for (const { body } of refused) expect(body).toMatchObject({ details: [{ issue: 'INVOICE_CANCELED_ALREADY' }] });
  expect(new Set(replies.map(({ headers }) => headers['paypal-debug-id'])).size).toBe(5);
});
