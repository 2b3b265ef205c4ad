import { describe, expect, it } from 'vitest';
import {
  createInvoice,
  type Invoice,
  type InvoiceDraft,
  payInvoice,
  type Refusal,
  refundInvoice,
  refusesDeletion,
  representationOf,
  sendInvoice,
} from './invoices.ts';

const TODAY = '2026-03-10';

const draft = (invoice_date = TODAY, allow_partial_payment = true): InvoiceDraft => ({
  detail: { currency_code: 'USD', invoice_date },
  items: [
    { quantity: '2', unit_amount: { currency_code: 'USD', value: '10.10' } },
    { quantity: '1', unit_amount: { currency_code: 'USD', value: '0.30' } },
  ],
  configuration: { partial_payment: { allow_partial_payment } },
});

const fresh = (invoice_date?: string, partial?: boolean): Invoice =>
  createInvoice('INV2-1', 'me', draft(invoice_date, partial));
const usd = (value: string) => ({ currency_code: 'USD', value });
const sent = (partial?: boolean): Invoice =>
  taken(sendInvoice(fresh(TODAY, partial), { today: TODAY, toRecipient: true }));

function taken(step: Invoice | Refusal): Invoice {
  if ('refused' in step) throw new Error(step.refused);
  return step;
}

describe('sending', () => {
  it.each([
    ['2026-03-09', true, 'SENT'],
    [TODAY, true, 'SENT'],
    ['2026-03-11', true, 'SCHEDULED'],
    ['2026-03-11', false, 'SCHEDULED'],
    [TODAY, false, 'UNPAID'],
  ])('dated %s, told %s: %s', (date, toRecipient, state) => {
    expect(sendInvoice(fresh(date), { today: TODAY, toRecipient })).toMatchObject({ state });
  });

  it('happens once', () => {
    expect(sendInvoice(sent(), { today: TODAY, toRecipient: true })).toHaveProperty('refused');
  });
});

describe('paying', () => {
  it('the whole amount, by default or to the cent', () => {
    expect(payInvoice(sent(), undefined)).toMatchObject({ state: 'MARKED_AS_PAID', paid: 2050 });
    expect(payInvoice(sent(), usd('20.50'))).toMatchObject({ state: 'MARKED_AS_PAID' });
  });

  it('a part, and then the rest', () => {
    const partly = taken(payInvoice(sent(), usd('20.49')));
    expect(partly.state).toBe('PARTIALLY_PAID');
    expect(payInvoice(partly, usd('0.01'))).toMatchObject({ state: 'MARKED_AS_PAID' });
  });

  it.each<[string, Invoice, string]>([
    ['a part where that is not allowed', sent(false), '1.00'],
    ['too much', sent(), '20.51'],
    ['nothing', sent(), '0.00'],
    ['a draft', fresh(), '20.50'],
  ])('refuses %s', (_, invoice, value) => {
    expect(payInvoice(invoice, usd(value))).toHaveProperty('refused');
  });
});

describe('refunding', () => {
  const paid = taken(payInvoice(sent(), undefined));

  it('the whole, a part, and then the rest', () => {
    expect(refundInvoice(paid, undefined)).toMatchObject({ state: 'MARKED_AS_REFUNDED' });
    const partly = taken(refundInvoice(paid, usd('0.50')));
    expect(partly.state).toBe('PARTIALLY_REFUNDED');
    expect(refundInvoice(partly, usd('20.00'))).toMatchObject({ state: 'MARKED_AS_REFUNDED' });
  });

  it.each<[string, Invoice, string]>([
    ['more than was paid', paid, '20.51'],
    ['what was never paid', sent(), '1.00'],
  ])('refuses %s', (_, invoice, value) => {
    expect(refundInvoice(invoice, usd(value))).toHaveProperty('refused');
  });
});

it('only drafts and scheduled invoices are deleted', () => {
  expect(refusesDeletion(fresh())).toBeUndefined();
  expect(refusesDeletion({ ...fresh(), state: 'SCHEDULED' })).toBeUndefined();
  expect(refusesDeletion(sent())).toHaveProperty('refused');
});

it('GET shows the draft, the state and the amounts', () => {
  const partly = taken(payInvoice(sent(), usd('0.50')));
  expect(representationOf(partly)).toMatchObject({
    ...draft(),
    id: 'INV2-1',
    status: 'PARTIALLY_PAID',
    amount: usd('20.50'),
    due_amount: usd('20.00'),
  });
});
