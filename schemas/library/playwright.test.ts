import { expect, test } from 'vitest';
import { REFUSAL } from '../../tests/recordings.ts';
import { matchers } from './playwright.ts';

/** An answer as Playwright has it. */
const apiResponse = (status: number, body: object | undefined) => ({
  url: () => 'http://127.0.0.1:1/v2/invoicing/invoices/INV2-A/cancel',
  status: () => status,
  headersArray: () => (body ? [{ name: 'Content-Type', value: 'application/json' }] : []),
  body: async () => Buffer.from(body ? JSON.stringify(body) : ''),
});

const matched = (received: unknown, options?: Parameters<typeof matchers.toConformTo>[2]) =>
  matchers.toConformTo(received, 'invoices.cancel', options);

test('an answer that conforms passes: of Playwright, of fetch, or an exchange', async () => {
  const headers = { 'content-type': 'application/json' };
  const fetched = new Response(JSON.stringify(REFUSAL), { status: 422, headers });
  const exchange = { response: { status: 422, headers, body: REFUSAL } };
  // A page's answer has its headers later.
  const ofPage = { ...apiResponse(422, REFUSAL), headersArray: async () => apiResponse(422, REFUSAL).headersArray() };
  for (const received of [apiResponse(204, undefined), apiResponse(422, REFUSAL), ofPage, fetched, exchange])
    expect(await matched(received)).toMatchObject({ pass: true });
  expect((await matched(fetched)).message()).toContain('conforms to invoices.cancel, and was expected not to');
});

test('one that departs fails, and each finding is named with its clause', async () => {
  const { pass, message } = await matched(apiResponse(422, { ...REFUSAL, name: 'NO', debug_id: '' }));
  expect(pass).toBe(false);
  expect(message()).toMatch(/departs from invoices\.cancel in [23] ways:/);
  expect(message()).toMatch(/wrong-name \(MUST, spec\)[\s\S]*clause +paypal\/invoices\.cancel\.openapi\.yaml:\d+/);
});

test('what counts, and what is expected besides, can be said', async () => {
  const nameless = apiResponse(422, { ...REFUSAL, debug_id: undefined });
  expect(await matched(nameless)).toMatchObject({ pass: false });
  expect(await matched(nameless, { failOn: 'MUST' })).toMatchObject({ pass: true });
  expect(await matched(apiResponse(422, REFUSAL), { status: 204 })).toMatchObject({ pass: false });
  expect(await matched(apiResponse(422, REFUSAL), { status: 422, issue: 'CANNOT_CANCEL_DRAFT_INVOICE' })).toMatchObject(
    { pass: true },
  );
});

test('what is no answer is refused by a sentence', async () => {
  await expect(matched('422')).rejects.toThrow(/neither an answer nor an exchange/);
});

test('expect takes the matcher', async () => {
  expect.extend(matchers);
  const asserted = (received: unknown) =>
    expect(received) as unknown as { toConformTo(operation: string): Promise<void> };
  await asserted(apiResponse(204, undefined)).toConformTo('invoices.cancel');
  await expect(asserted(apiResponse(404, REFUSAL)).toConformTo('invoices.cancel')).rejects.toThrow(
    /departs from invoices.cancel/,
  );
});
