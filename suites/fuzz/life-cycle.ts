import type { Outcome } from '../define-scenarios.ts';
import type { GivenState } from '../scenario.ts';

/**
 * An invoice as the prose of PayPal's invoicing pages has it, written down apart from every target: what a sequence of
 * calls should have made of it. Amounts in hundredths.
 */
export interface ModelInvoice {
  readonly state: Exclude<GivenState, 'UNKNOWN'>;
  readonly total: number;
  readonly paid: number;
  readonly refunded: number;
  readonly partial: boolean;
}

/** What a merchant does with an invoice, cancel apart. */
export type Act =
  | { readonly do: 'send'; readonly toRecipient: boolean }
  | { readonly do: 'pay' | 'refund'; readonly all: boolean }
  | { readonly do: 'delete' };

/** A part of an amount, in hundredths: small enough that several fit. */
const PART = 100;

/** What an act would be called with: the amount of a payment or refund, in hundredths. */
export const amountOf = ({ total, paid, refunded }: ModelInvoice, act: Act): number => {
  const whole = act.do === 'pay' ? total - paid : paid - refunded;
  return 'all' in act && !act.all ? Math.min(PART, whole) : whole;
};

const paidUp = (invoice: ModelInvoice, amount: number): ModelInvoice => {
  const paid = invoice.paid + amount;
  return { ...invoice, paid, state: paid === invoice.total ? 'MARKED_AS_PAID' : 'PARTIALLY_PAID' };
};

const refundedBy = (invoice: ModelInvoice, amount: number): ModelInvoice => {
  const refunded = invoice.refunded + amount;
  return { ...invoice, refunded, state: refunded === invoice.paid ? 'MARKED_AS_REFUNDED' : 'PARTIALLY_REFUNDED' };
};

/** The invoice after an act; undefined where its state does not allow it, or where nobody says what becomes of it. */
export function after(invoice: ModelInvoice, act: Act): ModelInvoice | undefined {
  const { state, partial } = invoice;
  switch (act.do) {
    case 'send':
      return state === 'DRAFT' ? { ...invoice, state: act.toRecipient ? 'SENT' : 'UNPAID' } : undefined;
    case 'delete':
      return state === 'DRAFT' || state === 'SCHEDULED' ? { ...invoice, state: 'DELETED' } : undefined;
    case 'pay':
      if (!(state === 'SENT' || state === 'UNPAID' || state === 'PARTIALLY_PAID')) return undefined;
      return act.all || partial ? paidUp(invoice, amountOf(invoice, act)) : undefined;
    case 'refund':
      return state === 'MARKED_AS_PAID' || state === 'PARTIALLY_REFUNDED'
        ? refundedBy(invoice, amountOf(invoice, act))
        : undefined;
  }
}

/** What a cancel by the invoice's own merchant is answered with. Source: the 204, 404 and 422 of the contract, in prose and in codes. */
export const CANCELLED_AS: Readonly<Record<ModelInvoice['state'], Outcome & { readonly status: number }>> = {
  SENT: { status: 204 },
  UNPAID: { status: 204 },
  DRAFT: { status: 422, issue: 'CANNOT_CANCEL_DRAFT_INVOICE' },
  SCHEDULED: { status: 422, issue: 'CANNOT_CANCEL_SCHEDULED_INVOICE' },
  MARKED_AS_PAID: { status: 422, issue: 'CANNOT_CANCEL_PAID_INVOICE' },
  PARTIALLY_PAID: { status: 422, issue: 'CANNOT_CANCEL_PAID_INVOICE' },
  MARKED_AS_REFUNDED: { status: 422, issue: 'CANNOT_CANCEL_REFUNDED_INVOICE' },
  PARTIALLY_REFUNDED: { status: 422, issue: 'CANNOT_CANCEL_REFUNDED_INVOICE' },
  CANCELLED: { status: 422, issue: 'INVOICE_CANCELED_ALREADY' },
  DELETED: { status: 404 },
};

/** What a cancel by another merchant is answered with, while there is an invoice. */
export const FOREIGN: Outcome & { readonly status: number } = { status: 403, issue: 'PERMISSION_DENIED' };

/** The states that a sequence begins in, as preambles leave an invoice behind. */
export const BEGINNINGS: readonly ModelInvoice[] = [
  { state: 'DRAFT', total: 1000, paid: 0, refunded: 0, partial: false },
  { state: 'SCHEDULED', total: 1000, paid: 0, refunded: 0, partial: false },
  { state: 'PARTIALLY_PAID', total: 1000, paid: 400, refunded: 0, partial: true },
];
