import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WireFormat } from '../../../schemas/wire/codec.ts';
import { aboutInvoice, formatHeaders, type LegacyStyle, legacyCall } from '../../../tests/legacy-caller.ts';
import { createTestClient, invoiceIn, type ReachableState, type TestClient } from '../../../tests/prism-client.ts';
import { DEMO_LEGACY_FOREIGN, DEMO_LEGACY_MERCHANT } from '../merchants.ts';
import { type StartedPrism, startPrism } from '../prism.ts';
import { loadLegacyContract } from './legacy-contract.ts';

const { preamble } = await loadLegacyContract();

let prism: StartedPrism;
let rest: TestClient;
const defects: unknown[] = [];

beforeAll(async () => {
  prism = await startPrism({ onDefect: (error) => defects.push(error) });
  rest = createTestClient(prism.baseUrl);
  await prism.ready();
});
afterAll(async () => {
  expect(defects).toEqual([]);
  await rest.close();
  await prism.close();
});

type Said = Parameters<typeof legacyCall>[2];
const called = (operation: string, said: Said, style: Partial<LegacyStyle> = {}) =>
  legacyCall(prism.baseUrl, operation, said, { merchant: DEMO_LEGACY_MERCHANT, ...style });
const cancelled = (id: string, style?: Partial<LegacyStyle>) => called('CancelInvoice', aboutInvoice(id), style);

const restInvoice = async (state: ReachableState): Promise<{ path: string; id: string }> => {
  const { path } = await invoiceIn(state, rest);
  return { path, id: path.split('/').at(-1) ?? '' };
};

const INVOICE = {
  merchantEmail: 'merchant@mail.test',
  payerEmail: 'payer@mail.test',
  number: 'A & B <1>',
  itemList: { item: [{ name: 'Work', quantity: '2', unitPrice: '10.00' }] },
  currencyCode: 'USD',
  paymentTerms: 'DueOnReceipt',
};
const requestEnvelope = { errorLanguage: 'en_US' };
const created = async (formats?: LegacyStyle['formats']): Promise<string> => {
  const invoice = formats?.[0] === 'XML' || formats?.[0] === 'SOAP' ? inXml(INVOICE) : INVOICE;
  const reply = await called('CreateInvoice', { requestEnvelope, invoice } as Said, formats && { formats });
  return String(reply.message.invoiceID);
};
const inXml = (invoice: typeof INVOICE) => ({ ...invoice, itemList: { item: invoice.itemList.item[0] ?? {} } });

const FORMATS = ['NV', 'JSON', 'XML'] as const;
const PAIRS: readonly (readonly [WireFormat, WireFormat])[] = [
  ...FORMATS.flatMap((asked) => FORMATS.map((answered) => [asked, answered] as const)),
  ['SOAP', 'SOAP'],
];
const MEDIA_TYPES = { NV: /^text\/plain/, JSON: /^application\/json/, XML: /^text\/xml/, SOAP: /^text\/xml/ };

describe.each(PAIRS)('asked in %s and answering in %s', (asked, answered) => {
  const formats = [asked, answered] as const;

  it('an invoice is made, sent, cancelled once, and refused afterwards', async () => {
    const id = await created(formats);
    expect((await called('SendInvoice', aboutInvoice(id), { formats })).message).toMatchObject({ invoiceID: id });
    const done = await cancelled(id, { formats });
    expect(done.message).toEqual({
      responseEnvelope: expect.objectContaining({ ack: 'Success' }),
      invoiceID: id,
      invoiceNumber: INVOICE.number,
      invoiceURL: expect.stringMatching(`^https://.*&id=${id}$`),
    });
    const again = await cancelled(id, { formats });
    const error = expect.objectContaining({ errorId: '570062', message: 'The invoice has already been canceled.' });
    expect(again.message).toEqual({
      responseEnvelope: expect.objectContaining({ ack: 'Failure' }),
      error: [error],
    });
    expect([done.status, again.status]).toEqual([200, asked === 'SOAP' ? 500 : 200]);
    expect(again.mediaType).toMatch(MEDIA_TYPES[answered]);
    if (answered === 'XML' || answered === 'SOAP')
      expect([done.root, again.root]).toEqual(['CancelInvoiceResponse', 'FaultMessage']);
  });
});

it('every answer has an envelope of its own', async () => {
  const id = await created();
  const envelopes = await Promise.all(
    [1, 2].map(async () => (await cancelled(id)).message.responseEnvelope as Readonly<Record<string, string>>),
  );
  expect(new Set(envelopes.map(({ correlationId }) => correlationId)).size).toBe(2);
  for (const { correlationId, timestamp = '' } of envelopes) {
    expect(correlationId).toMatch(/^[0-9a-f]{13}$/);
    expect(timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}-07:00$/);
    expect(Math.abs(Date.parse(timestamp) - Date.now())).toBeLessThan(60_000);
  }
});

describe('a fault has the members of the recorded ones, in their order,', () => {
  const ENVELOPE = ['timestamp', 'ack', 'correlationId', 'build'];
  const ERROR = ['errorId', 'domain', 'subdomain', 'severity', 'category', 'message', 'parameter'];
  const faultIn = async (format: WireFormat): Promise<string> =>
    (await called('CancelInvoice', { requestEnvelope }, { formats: ['JSON', format] })).text;

  it('in NV, with indices from 0', async () => {
    const names = (await faultIn('NV')).split('&').map((pair) => pair.split('=')[0]);
    const ofError = ERROR.map((name) => `error(0).${name}${name === 'parameter' ? '(0)' : ''}`);
    expect(names).toEqual([...ENVELOPE.map((name) => `responseEnvelope.${name}`), ...ofError]);
  });
  it('in JSON, with ids as texts', async () => {
    const fault = JSON.parse(await faultIn('JSON'));
    expect(Object.keys(fault)).toEqual(['responseEnvelope', 'error']);
    expect([Object.keys(fault.responseEnvelope), Object.keys(fault.error[0])]).toEqual([ENVELOPE, ERROR]);
    expect([fault.error[0].errorId, fault.error[0].parameter]).toEqual(['580022', ['invoiceID']]);
  });
  it('in XML, in no namespace but the root', async () => {
    const text = await faultIn('XML');
    const [root, ...names] = [...text.matchAll(/<([a-z][\w:]*)/gi)].map(([, name]) => name);
    expect(root).toBe('ns2:FaultMessage');
    expect(text).toContain('<ns2:FaultMessage xmlns:ns2="http://svcs.paypal.com/types/common">');
    expect(names).toEqual(['responseEnvelope', ...ENVELOPE, 'error', ...ERROR]);
  });
});

describe('an invoice of REST', () => {
  it.each<[ReachableState, string | undefined, string]>([
    ['DRAFT', '570063', 'Draft'],
    ['SCHEDULED', '570063', 'Draft'],
    ['SENT', undefined, 'Canceled'],
    ['UNPAID', undefined, 'Canceled'],
    ['MARKED_AS_PAID', '570061', 'MarkedAsPaid'],
    ['PARTIALLY_PAID', '570061', 'Paid'],
    ['MARKED_AS_REFUNDED', '570099', 'MarkedAsRefunded'],
    ['PARTIALLY_REFUNDED', '570099', 'PartiallyRefunded'],
    ['CANCELLED', '570062', 'Canceled'],
  ])('that is %s gets %s, and is %s afterwards', async (state, errorId, spelt) => {
    const { path, id } = await restInvoice(state);
    const { message } = await cancelled(id);
    expect(message).toMatchObject(errorId === undefined ? { invoiceID: id } : { error: [{ errorId }] });
    expect((await rest.call('GET', path)).body.status).toBe(errorId === undefined ? 'CANCELLED' : state);
    const { message: details } = await called('GetInvoiceDetails', aboutInvoice(id));
    expect(details).toMatchObject({ invoiceDetails: { status: spelt } });
  });

  it('that is deleted is remembered, by the legacy system alone', async () => {
    const { path, id } = await restInvoice('DRAFT');
    await rest.call('DELETE', path);
    expect((await cancelled(id)).message).toMatchObject({ error: [{ errorId: '571001' }] });
    expect((await rest.call('POST', `${path}/cancel`)).status).toBe(404);
    expect((await cancelled('INV2-NONE-SUCH')).message).toMatchObject({ error: [{ errorId: '580047' }] });
  });

  it('is cancelled once, whichever two systems cancel it at the same moment', async () => {
    const { path, id } = await restInvoice('SENT');
    const [legacy, modern] = await Promise.all([cancelled(id), rest.call('POST', `${path}/cancel`)]);
    expect([legacy.message.invoiceID === id, modern.status === 204].filter(Boolean)).toHaveLength(1);
  });
});

describe('an invoice of the legacy system', () => {
  it('is found, cancelled and refused by REST', async () => {
    const id = await created();
    const path = `/v2/invoicing/invoices/${id}`;
    expect((await rest.call('GET', path)).body).toMatchObject({
      status: 'DRAFT',
      detail: { invoice_number: INVOICE.number },
    });
    await called('SendInvoice', aboutInvoice(id));
    expect((await rest.call('POST', `${path}/cancel`)).status).toBe(204);
    expect((await cancelled(id)).message).toMatchObject({ error: [{ errorId: '570062' }] });
  });

  it('is paid, refunded and deleted by its own calls, and every answer keeps its document', async () => {
    const id = await created();
    const step = async (operation: string, more = {}) => {
      const { message } = await called(operation, aboutInvoice(id, more));
      const validate = preamble.get(operation)?.statusContract(200)?.validate;
      expect([validate?.(message), validate?.errors]).toEqual([true, null]);
      return message;
    };
    await step('SendInvoice');
    await step('MarkInvoiceAsPaid', { payment: { method: 'BankTransfer' } });
    expect((await cancelled(id)).message).toMatchObject({ error: [{ errorId: '570061' }] });
    await step('MarkInvoiceAsRefunded', { refundDetail: { note: 'Back' } });
    expect((await cancelled(id)).message).toMatchObject({ error: [{ errorId: '570099' }] });
    expect(await step('DeleteInvoice')).toMatchObject({ error: [{ errorId: '580022' }] });
    expect(await step('GetInvoiceDetails')).toMatchObject({
      invoice: { number: INVOICE.number, merchantEmail: INVOICE.merchantEmail },
      invoiceDetails: { status: 'MarkedAsRefunded', totalAmount: '20.00' },
    });
    const draft = await created();
    await called('DeleteInvoice', aboutInvoice(draft));
    expect((await cancelled(draft)).message).toMatchObject({ error: [{ errorId: '571001' }] });
    expect((await called('GetInvoiceDetails', aboutInvoice(draft))).message).toMatchObject({
      error: [{ errorId: '571001' }],
    });
  });
});

describe('a caller', () => {
  it.each([
    'userId',
    'password',
    'signature',
    'applicationId',
  ] as const)('with a wrong %s is not known', async (part) => {
    const { id } = await restInvoice('SENT');
    const merchant = { ...DEMO_LEGACY_MERCHANT, [part]: 'wrong' };
    for (const operation of ['CancelInvoice', 'GetInvoiceDetails'])
      expect((await called(operation, aboutInvoice(id), { merchant })).message).toMatchObject({
        error: [{ errorId: '520003' }],
      });
  });

  it('who is another merchant has nothing to do with the invoice', async () => {
    const { path, id } = await restInvoice('SENT');
    for (const operation of ['CancelInvoice', 'SendInvoice'])
      expect((await called(operation, aboutInvoice(id), { merchant: DEMO_LEGACY_FOREIGN })).message).toMatchObject({
        error: [{ errorId: '550027' }],
      });
    expect((await rest.call('GET', path)).body.status).toBe('SENT');
  });

  it.each(['520002', '520009', '570058', '550026'])('is answered %s once it is asked for, once', async (code) => {
    const { path, id } = await restInvoice('SENT');
    await prism.target.setLegacyFault?.(id, code);
    expect((await cancelled(id)).message).toMatchObject({ error: [{ errorId: code }] });
    expect((await rest.call('GET', path)).body.status).toBe('SENT');
    expect((await cancelled(id)).message).toMatchObject({ invoiceID: id });
  });

  it('is told where there is no such fault', async () => {
    const { id } = await restInvoice('SENT');
    const refused = { code: 'DEFECT' };
    await expect(prism.target.setLegacyFault?.(id, '999999')).rejects.toMatchObject(refused);
    await expect(prism.target.setLegacyFault?.(id, 'Success')).rejects.toMatchObject(refused);
    await expect(prism.target.setLegacyFault?.('INV2-NONE', '520002')).rejects.toMatchObject(refused);
  });
});

describe('a request that is at fault is refused by 580022, which names the fault', () => {
  const refused = async (said: Said, parameter: string, style?: Partial<LegacyStyle>) => {
    const { message, status } = await called('CancelInvoice', said, style);
    expect(message.error).toEqual([expect.objectContaining({ errorId: '580022', parameter: [parameter] })]);
    return status;
  };

  it.each<[string, string, string]>([
    ['NV', 'invoiceID=INV2-1', 'requestEnvelope'],
    ['NV', 'requestEnvelope.errorLanguage=en_US', 'invoiceID'],
    ['NV', 'requestEnvelope.errorLanguage=fr_FR&invoiceID=INV2-1', 'requestEnvelope.errorLanguage'],
    ['NV', 'requestEnvelope.errorLanguage=en_US&invoiceID=1&sendCopyToMerchant=maybe', 'sendCopyToMerchant'],
    ['NV', 'requestEnvelope.errorLanguage=en_US&invoiceID=%', 'CancelInvoiceRequest'],
    ['NV', '\u0000\ufffd'.repeat(1000), 'CancelInvoiceRequest'],
    ['JSON', '{"requestEnvelope":{"errorLanguage":"en_US"},"invoiceID":["a","b"]}', 'invoiceID'],
    ['JSON', '{"requestEnvelope":{"errorLanguage":"en_US"', 'CancelInvoiceRequest'],
    ['JSON', '['.repeat(100_000), 'CancelInvoiceRequest'],
    ['XML', '<CancelInvoiceRequest><requestEnvelope>', 'CancelInvoiceRequest'],
    ['XML', '<SendInvoiceRequest/>', 'CancelInvoiceRequest'],
    [
      'XML',
      '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]><CancelInvoiceRequest>&x;</CancelInvoiceRequest>',
      'CancelInvoiceRequest',
    ],
    ['SOAP', '<CancelInvoiceRequest/>', 'CancelInvoiceRequest'],
  ])('in %s: %s', async (format, text, parameter) => {
    const formats = [format, format === 'SOAP' ? 'SOAP' : 'JSON'] as LegacyStyle['formats'] & {};
    expect(await refused(text, parameter, { formats })).toBe(format === 'SOAP' ? 500 : 200);
  });

  it.each<[Readonly<Record<string, string>>, string, WireFormat]>([
    [formatHeaders(['YAML' as WireFormat, 'XML']), 'X-PAYPAL-REQUEST-DATA-FORMAT', 'XML'],
    [formatHeaders(['JSON', 'YAML' as WireFormat]), 'X-PAYPAL-RESPONSE-DATA-FORMAT', 'JSON'],
    [formatHeaders(['YAML' as WireFormat, 'YAML' as WireFormat]), 'X-PAYPAL-REQUEST-DATA-FORMAT', 'NV'],
    [{}, 'X-PAYPAL-REQUEST-DATA-FORMAT', 'NV'],
  ])('with the formats %j', async (headers, parameter, answered) => {
    await refused(aboutInvoice('INV2-1'), parameter, { headers, formats: ['JSON', answered] });
  });

  it.each(['NV', 'XML'] as const)('yet not for a field of a MiB in %s: the page has no limit', async (format) => {
    const { id } = await restInvoice('SENT');
    const said = aboutInvoice(id, { noteForPayer: 'x'.repeat(1_048_576) });
    expect((await called('CancelInvoice', said, { formats: [format, format] })).message).toMatchObject({
      invoiceID: id,
    });
  });

  it.each(['nv', ' json ', 'Xml'])('yet not for the letters of the format %j', async (name) => {
    const { id } = await restInvoice('SENT');
    const answered = name.trim().toUpperCase() as WireFormat;
    const headers = { ...formatHeaders(['JSON', 'JSON']), 'X-PAYPAL-RESPONSE-DATA-FORMAT': name };
    expect((await cancelled(id, { headers, formats: ['JSON', answered] })).message).toMatchObject({ invoiceID: id });
  });

  it('in a call that sets up', async () => {
    const { message } = await called('CreateInvoice', {
      requestEnvelope,
      invoice: { ...INVOICE, itemList: {} },
    } as Said);
    expect(message).toMatchObject({ error: [{ errorId: '580022', parameter: ['invoice.itemList.item'] }] });
  });
});
