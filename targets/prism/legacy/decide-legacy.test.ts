import { describe, expect, it } from 'vitest';
import { createInvoice, type InvoiceState } from '../invoices.ts';
import { decideLegacyCancel, type LegacyFacts } from './decide-legacy.ts';
import { loadLegacyContract } from './legacy-contract.ts';

const { cancel, examples } = await loadLegacyContract();

const invoiceOf = (state: InvoiceState, owner = 'me') => ({
  ...createInvoice('INV2-1', owner, { detail: { currency_code: 'USD' }, items: [] }),
  state,
});
const saying = (message: NonNullable<LegacyFacts['said']>['message'], root: string | null = null) => ({
  said: { root, message },
});
const requestEnvelope = { errorLanguage: 'en_US' };

/** Every part of the facts at fault; a test mends them one after the other. */
const ALL_AT_FAULT: LegacyFacts = {
  caller: undefined,
  formats: { request: 'XML', response: 'XML', fault: 'X-PAYPAL-REQUEST-DATA-FORMAT' },
  said: undefined,
  invoice: undefined,
  isDeleted: true,
  armed: '520009',
};

const WHOLE = { requestEnvelope, invoiceID: 'INV2-1' };

/** What is mended, in the order of the decision, what is refused next, and for which part of the request. */
const MENDED: readonly (readonly [Partial<LegacyFacts>, string, string?])[] = [
  [{}, '520003'],
  [{ caller: 'me' }, '580022', 'X-PAYPAL-REQUEST-DATA-FORMAT'],
  [{ formats: { request: 'XML', response: 'XML' } }, '580022', 'CancelInvoiceRequest'],
  [saying({}, 'SendInvoiceRequest'), '580022', 'CancelInvoiceRequest'],
  [saying({}, 'CancelInvoiceRequest'), '580022', 'requestEnvelope'],
  [saying({ requestEnvelope: {} }), '580022', 'requestEnvelope.errorLanguage'],
  [saying({ requestEnvelope: { errorLanguage: 'de_DE' } }), '580022', 'requestEnvelope.errorLanguage'],
  [saying({ requestEnvelope, sendCopyToMerchant: 'yes' }), '580022', 'sendCopyToMerchant'],
  [saying({ requestEnvelope }), '580022', 'invoiceID'],
  [saying({ requestEnvelope, invoiceID: '' }), '580022', 'invoiceID'],
  [saying({ ...WHOLE, sendPayerNotification: 'false', sendCopyToMerchant: 'true' }), '571001'],
  [{ isDeleted: false }, '580047'],
  [{ invoice: invoiceOf('DRAFT', 'other') }, '550027'],
  [{ invoice: invoiceOf('DRAFT') }, '520009'],
  [{ armed: undefined }, '570063'],
  [{ invoice: invoiceOf('SENT') }, 'Success'],
];

it('judges credentials, formats, request, existence, owner, fault and state, in this order', () => {
  let facts = ALL_AT_FAULT;
  for (const [mended, example, parameter] of MENDED) {
    facts = { ...facts, ...mended };
    const decision = decideLegacyCancel(facts, cancel.requestBody);
    expect([decision.example, decision.fault?.parameter]).toEqual([example, parameter]);
  }
});

describe('a state', () => {
  const soundFacts: LegacyFacts = Object.assign({}, ALL_AT_FAULT, ...MENDED.map(([mended]) => mended));

  it.each<[InvoiceState, string]>([
    ['DRAFT', '570063'],
    ['SENT', 'Success'],
    ['UNPAID', 'Success'],
    ['SCHEDULED', '570063'],
    ['MARKED_AS_PAID', '570061'],
    ['PARTIALLY_PAID', '570061'],
    ['MARKED_AS_REFUNDED', '570099'],
    ['PARTIALLY_REFUNDED', '570099'],
    ['CANCELLED', '570062'],
  ])('%s gets %s', (state, example) => {
    expect(decideLegacyCancel({ ...soundFacts, invoice: invoiceOf(state) }, cancel.requestBody)).toEqual({ example });
  });
});

it('there is an example of every code of the page, and of success', () => {
  const codes = ['520002', '520003', '520009', '550026', '550027', '570058', '570061', '570062', '570063', '570099'];
  expect(examples.namesOf(200).toSorted()).toEqual([...codes, '571001', '580022', '580047', 'Success']);
});
