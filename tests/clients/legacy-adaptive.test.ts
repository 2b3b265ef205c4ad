import { request as plainRequest } from 'node:http';
import https from 'node:https';
import Paypal from 'paypal-adaptive';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_LEGACY_FOREIGN, DEMO_LEGACY_MERCHANT } from '../../targets/prism/merchants.ts';
import { type StartedPrism, startPrism } from '../../targets/prism/prism.ts';
import type { LegacyMerchant } from '../../targets/target.ts';
import { aboutInvoice } from '../legacy-caller.ts';
import { createTestClient, invoiceIn, type ReachableState, type TestClient } from '../prism-client.ts';

/** What the client hands over: an error where it found one, and the answer as it read it. */
interface Answered {
  readonly error: (Error & { readonly httpStatusCode?: number }) | null;
  readonly body: Readonly<Record<string, unknown>> | undefined;
}

let prism: StartedPrism;
let rest: TestClient;
const encrypted = https.request;

/** The client speaks TLS and no port can be named: its calls to the sandbox's host are made without, to the target. */
beforeAll(async () => {
  prism = await startPrism();
  rest = createTestClient(prism.baseUrl);
  await prism.ready();
  const { hostname, port } = new URL(prism.baseUrl);
  https.request = ((options: https.RequestOptions) =>
    options.hostname === hostname ? plainRequest({ ...options, port }) : encrypted(options)) as typeof https.request;
});
afterAll(async () => {
  https.request = encrypted;
  await rest.close();
  await prism.close();
});

function clientOf(merchant: LegacyMerchant) {
  const { userId, password, signature, applicationId: appId } = merchant;
  const sandboxHostname = new URL(prism.baseUrl).hostname;
  return new Paypal({ userId, password, signature, appId, sandbox: true, sandboxHostname });
}

const called = (operation: string, payload: unknown, merchant = DEMO_LEGACY_MERCHANT): Promise<Answered> =>
  new Promise((resolve) => {
    clientOf(merchant).callApi(`Invoice/${operation}`, payload, (error, body) => resolve({ error, body }));
  });
const cancelled = (id: string, merchant?: LegacyMerchant) => called('CancelInvoice', aboutInvoice(id), merchant);

const idIn = async (state: ReachableState): Promise<string> =>
  (await invoiceIn(state, rest)).path.split('/').at(-1) ?? '';

/** That the client reads a failure, and its code and message in the place where its users look for them. */
function expectFailure({ error, body }: Answered, errorId: string, message: string): void {
  expect(error?.message).toBe('Response ack is Failure. Check the response for more info');
  expect(body).toMatchObject({
    httpStatusCode: 200,
    responseEnvelope: { ack: 'Failure', correlationId: expect.stringMatching(/^[0-9a-f]{13}$/) },
    error: [{ errorId, message, severity: 'Error', domain: 'PLATFORM' }],
  });
}

describe('paypal-adaptive, as it is published,', () => {
  it('cancels an invoice of its own making', async () => {
    const item = { name: 'Work', quantity: 2, unitPrice: 10 };
    const created = await called('CreateInvoice', {
      ...aboutInvoice(''),
      invoice: {
        merchantEmail: 'merchant@mail.test',
        payerEmail: 'payer@mail.test',
        itemList: { item: [item] },
        currencyCode: 'USD',
        paymentTerms: 'DueOnReceipt',
      },
    });
    const id = String(created.body?.invoiceID);
    expect((await called('SendInvoice', aboutInvoice(id))).error).toBeNull();
    const { error, body } = await called('CancelInvoice', {
      requestEnvelope: { errorLanguage: 'en_US' },
      invoiceID: id,
      subject: 'Cancel it',
      noteForPayer: 'Cancel it now',
      sendCopyToMerchant: true,
      sendPayerNotification: false,
    });
    expect(error).toBeNull();
    expect(body).toMatchObject({ responseEnvelope: { ack: 'Success' }, invoiceID: id, httpStatusCode: 200 });
    const { body: shown } = await called('GetInvoiceDetails', aboutInvoice(id));
    expect(shown).toMatchObject({ invoiceDetails: { status: 'Canceled' } });
  });

  it.each<[ReachableState, string, string]>([
    ['DRAFT', '570063', 'A draft invoice cannot be canceled.'],
    ['MARKED_AS_PAID', '570061', 'Invoice cannot be canceled since it has already been paid.'],
    ['CANCELLED', '570062', 'The invoice has already been canceled.'],
    ['MARKED_AS_REFUNDED', '570099', 'Invoice cannot be canceled since it has already been refunded.'],
  ])('reads why an invoice that is %s cannot be cancelled', async (state, errorId, message) => {
    expectFailure(await cancelled(await idIn(state)), errorId, message);
  });

  it('reads that an invoice is unknown, deleted, or not its own', async () => {
    expectFailure(await cancelled('INV2-NONE'), '580047', 'Invoice does not exist.');
    const draft = await idIn('DRAFT');
    await rest.call('DELETE', `/v2/invoicing/invoices/${draft}`);
    const deleted = 'The specified invoice ID is invalid because the invoice has already been deleted.';
    expectFailure(await cancelled(draft), '571001', deleted);
    const foreign =
      'Merchant cannot access or modify an invoice they did not create; an invoice can only be accessed or modified by the party who created it.';
    expectFailure(await cancelled(await idIn('SENT'), DEMO_LEGACY_FOREIGN), '550027', foreign);
  });

  it.each([
    ['520002', 'Internal error.'],
    ['520009', 'Account is restricted.'],
    ['570058', 'Authentication failed. User account is not confirmed.'],
    [
      '550026',
      "Partner did not create the invoice but attempted to access or modify it; a merchant's invoice can be accessed or modified only by the partner who created it.",
    ],
  ])('reads the fault %s', async (code, message) => {
    const id = await idIn('SENT');
    await prism.target.setLegacyFault?.(id, code);
    expectFailure(await cancelled(id), code, message);
  });

  it('reads that its credentials are wrong, and its request', async () => {
    const wrong = { ...DEMO_LEGACY_MERCHANT, signature: 'wrong' };
    const unknown = 'Authentication failed. API credentials are incorrect.';
    expectFailure(await cancelled(await idIn('SENT'), wrong), '520003', unknown);
    const { requestEnvelope: _, ...rest } = aboutInvoice('INV2-NONE');
    const refused = await called('CancelInvoice', rest);
    expectFailure(refused, '580022', 'Invalid request parameter: requestEnvelope');
    expect(refused.body).toMatchObject({ error: [{ parameter: ['requestEnvelope'] }] });
  });
});
