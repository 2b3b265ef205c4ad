import { type Cents, centsOf, type Money, moneyOf, totalOf } from './money.ts';

/** The states that the calls of a preamble, and cancel, can bring an invoice into. */
export type InvoiceState =
  | 'DRAFT'
  | 'SENT'
  | 'UNPAID'
  | 'SCHEDULED'
  | 'MARKED_AS_PAID'
  | 'PARTIALLY_PAID'
  | 'MARKED_AS_REFUNDED'
  | 'PARTIALLY_REFUNDED'
  | 'CANCELLED';

/** What a merchant asks for when creating an invoice: the parts that matter here, the rest is kept and shown again. */
export interface InvoiceDraft {
  readonly detail: { readonly currency_code: string; readonly invoice_date?: string };
  readonly items: readonly { readonly quantity: string; readonly unit_amount: Money }[];
  readonly configuration?: { readonly partial_payment?: { readonly allow_partial_payment?: boolean } };
}

/** An invoice as the service keeps it. Never changed: every step of its life is a new one. */
export interface Invoice {
  readonly id: string;
  /** The client id of the merchant who created it. */
  readonly owner: string;
  readonly state: InvoiceState;
  readonly draft: InvoiceDraft;
  readonly paid: Cents;
  readonly refunded: Cents;
}

/** A step that the invoice's state, or its amount, does not allow: one sentence saying why. */
export interface Refusal {
  readonly refused: string;
}

const refuse = (refused: string): Refusal => ({ refused });

/** A new draft. */
export const createInvoice = (id: string, owner: string, draft: InvoiceDraft): Invoice => ({
  id,
  owner,
  state: 'DRAFT',
  draft,
  paid: 0,
  refunded: 0,
});

/**
 * Sends a draft: SCHEDULED where its date is after `today` (YYYY-MM-DD in the merchant's time zone), UNPAID where nobody
 * is told, SENT otherwise.
 */
export function sendInvoice(
  invoice: Invoice,
  { today, toRecipient }: { today: string; toRecipient: boolean },
): Invoice | Refusal {
  if (invoice.state !== 'DRAFT') return refuse(`An invoice that is ${invoice.state} cannot be sent.`);
  const scheduled = (invoice.draft.detail.invoice_date ?? today) > today;
  return { ...invoice, state: scheduled ? 'SCHEDULED' : toRecipient ? 'SENT' : 'UNPAID' };
}

const PAYABLE: ReadonlySet<InvoiceState> = new Set(['SENT', 'UNPAID', 'PARTIALLY_PAID']);

/** Records a payment, of all that is due where no amount is given. */
export function payInvoice(invoice: Invoice, amount: Money | undefined): Invoice | Refusal {
  if (!PAYABLE.has(invoice.state)) return refuse(`An invoice that is ${invoice.state} takes no payment.`);
  const due = totalOf(invoice.draft.items) - invoice.paid;
  const payment = amount === undefined ? due : centsOf(amount);
  if (payment <= 0 || payment > due) return refuse('The payment is not between nothing and the amount due.');
  if (payment === due) return { ...invoice, state: 'MARKED_AS_PAID', paid: invoice.paid + payment };
  if (invoice.draft.configuration?.partial_payment?.allow_partial_payment !== true)
    return refuse('The invoice does not allow partial payment.');
  return { ...invoice, state: 'PARTIALLY_PAID', paid: invoice.paid + payment };
}

const REFUNDABLE: ReadonlySet<InvoiceState> = new Set(['MARKED_AS_PAID', 'PARTIALLY_PAID', 'PARTIALLY_REFUNDED']);

/** Records a refund, of all that was paid where no amount is given. */
export function refundInvoice(invoice: Invoice, amount: Money | undefined): Invoice | Refusal {
  if (!REFUNDABLE.has(invoice.state)) return refuse(`An invoice that is ${invoice.state} takes no refund.`);
  const left = invoice.paid - invoice.refunded;
  const refund = amount === undefined ? left : centsOf(amount);
  if (refund <= 0 || refund > left) return refuse('The refund is not between nothing and the amount paid.');
  const state = refund === left ? 'MARKED_AS_REFUNDED' : 'PARTIALLY_REFUNDED';
  return { ...invoice, state, refunded: invoice.refunded + refund };
}

/** Why the invoice cannot be deleted; undefined where it can: drafts and scheduled ones only. */
export const refusesDeletion = ({ state }: Invoice): Refusal | undefined =>
  state === 'DRAFT' || state === 'SCHEDULED' ? undefined : refuse(`An invoice that is ${state} cannot be deleted.`);

/** The invoice as GET shows it. */
export function representationOf(invoice: Invoice): Readonly<Record<string, unknown>> {
  const currency = invoice.draft.detail.currency_code;
  const total = totalOf(invoice.draft.items);
  return {
    ...invoice.draft,
    id: invoice.id,
    status: invoice.state,
    amount: moneyOf(total, currency),
    due_amount: moneyOf(total - invoice.paid, currency),
  };
}
