import type { Given, GivenState } from './scenario.ts';

/** One call of a preamble, without the invoice it is made for. */
export type Step =
  | { readonly call: 'create'; readonly daysFromToday: number; readonly partialPayment?: true }
  | { readonly call: 'send'; readonly toRecipient: boolean }
  | { readonly call: 'pay' | 'refund'; readonly amount: string }
  | { readonly call: 'cancel' | 'delete' };

/** The whole of every invoice, and a part of it, in US dollars. */
const WHOLE = '10.00';
const PART = '4.00';

/** Yesterday in UTC is in no time zone the future: a date in the merchant's future would schedule the invoice. */
const YESTERDAY = -1;
const IN_A_WEEK = 7;

const draft: Step = { call: 'create', daysFromToday: YESTERDAY };
const send: Step = { call: 'send', toRecipient: true };
const sent: readonly Step[] = [draft, send];
const paid: readonly Step[] = [...sent, { call: 'pay', amount: WHOLE }];

/** How an invoice is brought into each state. Source: PayPal's Invoicing v2 pages; the same calls for every target. */
export const PREAMBLES: Readonly<Record<GivenState, readonly Step[]>> = {
  UNKNOWN: [],
  DRAFT: [draft],
  SENT: sent,
  UNPAID: [draft, { call: 'send', toRecipient: false }],
  SCHEDULED: [{ call: 'create', daysFromToday: IN_A_WEEK }, send],
  MARKED_AS_PAID: paid,
  PARTIALLY_PAID: [{ ...draft, partialPayment: true }, send, { call: 'pay', amount: PART }],
  MARKED_AS_REFUNDED: [...paid, { call: 'refund', amount: WHOLE }],
  PARTIALLY_REFUNDED: [...paid, { call: 'refund', amount: PART }],
  CANCELLED: [...sent, { call: 'cancel' }],
  DELETED: [draft, { call: 'delete' }],
};

/** What GET tells of an invoice that does not exist (any more): 404. */
export const NOT_FOUND = 'NOT_FOUND';

/** The state that GET shows once the preamble is done. */
export const stateShown = (state: GivenState): string =>
  state === 'UNKNOWN' || state === 'DELETED' ? NOT_FOUND : state;

/** The states out of which an invoice can be cancelled. Source: the prose of PayPal's invoicing pages. */
export const CANCELLABLE: ReadonlySet<string> = new Set(['SENT', 'UNPAID']);

/** The states out of which an invoice can be deleted. */
export const DELETABLE: ReadonlySet<string> = new Set(['DRAFT', 'SCHEDULED']);

const DAY_MS = 86_400_000;
const dateIn = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
const dollars = (value: string) => ({ currency_code: 'USD', value });

const invoiceOf = (step: Step & { call: 'create' }, { recipients }: Given, reference: string) => ({
  detail: { currency_code: 'USD', invoice_date: dateIn(step.daysFromToday), reference },
  primary_recipients: [{ billing_info: { email_address: 'payer@example.com' } }],
  ...(recipients && { additional_recipients: recipients }),
  items: [{ name: 'Conformance', quantity: '1', unit_amount: dollars(WHOLE) }],
  ...(step.partialPayment && { configuration: { partial_payment: { allow_partial_payment: true } } }),
});

/** The body of a preamble's call; `reference` is written onto the invoice, so that it can be found again. */
export function bodyOf(step: Step, given: Given, reference: string): unknown {
  switch (step.call) {
    case 'create':
      return invoiceOf(step, given, reference);
    case 'send':
      return { send_to_invoicer: false, send_to_recipient: step.toRecipient };
    case 'pay':
      return { method: 'BANK_TRANSFER', payment_date: dateIn(YESTERDAY), amount: dollars(step.amount) };
    case 'refund':
      return { method: 'BANK_TRANSFER', refund_date: dateIn(YESTERDAY), amount: dollars(step.amount) };
    default:
      return {};
  }
}
