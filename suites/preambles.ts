import type { GivenState } from './scenario.ts';

/** One call of a preamble, without the invoice it is made for. */
export type Step =
  | { readonly call: 'create'; readonly daysFromToday: number; readonly partialPayment?: true }
  | { readonly call: 'send'; readonly toRecipient: boolean }
  | { readonly call: 'pay' | 'refund'; readonly amount: string }
  | { readonly call: 'cancel' | 'delete' };

/** The whole of every invoice, in US dollars. */
export const WHOLE = '10.00';

/** Who every invoice is for: an address of a domain that reaches nobody (RFC 2606). */
export const PAYER = 'payer@example.com';

/** A part of it. */
const PART = '4.00';

/** Yesterday in UTC is in no time zone the future: a date in the merchant's future would schedule the invoice. */
export const YESTERDAY = -1;
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

/** A day as calls write it (YYYY-MM-DD, UTC), counted from today. */
export const dateIn = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
