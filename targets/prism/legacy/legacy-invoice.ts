import type { Invoice, InvoiceDraft, InvoiceState } from '../invoices.ts';
import { moneyOf, totalOf } from '../money.ts';
import { isMessage, type LegacyMessage, type LegacyValue, listAt, memberAt, textAt } from './legacy-message.ts';

/** A state as GetInvoiceDetails spells it; it has no words for the last three, and shows the nearest. */
const SPELLING: Readonly<Record<InvoiceState, string>> = {
  DRAFT: 'Draft',
  SENT: 'Sent',
  MARKED_AS_PAID: 'MarkedAsPaid',
  MARKED_AS_REFUNDED: 'MarkedAsRefunded',
  PARTIALLY_REFUNDED: 'PartiallyRefunded',
  CANCELLED: 'Canceled',
  UNPAID: 'Sent',
  SCHEDULED: 'Draft',
  PARTIALLY_PAID: 'Paid',
};

/** The number that the merchant gave an invoice, or one made from its id. */
export function invoiceNumberOf({ id, draft }: Invoice): string {
  const { invoice_number: given } = draft.detail as { readonly invoice_number?: unknown };
  return typeof given === 'string' && given !== '' ? given : id.slice(-4);
}

/** Where merchants see an invoice. */
export const invoiceUrlOf = ({ id }: Invoice): string =>
  `https://www.sandbox.paypal.com/cgi-bin/webscr?cmd=_inv-details&id=${encodeURIComponent(id)}`;

/** A draft in the words of REST, with what the legacy system asks for beside them. */
interface WholeDraft extends InvoiceDraft {
  readonly items: readonly (InvoiceDraft['items'][number] & { readonly name?: string })[];
  readonly invoicer?: { readonly email_address?: string };
  readonly primary_recipients?: readonly { readonly billing_info?: { readonly email_address?: string } }[];
}

/** What a legacy message asks for, as REST would have it. */
export function draftIn(message: LegacyMessage): WholeDraft {
  const invoice = memberAt(message, 'invoice');
  const currency_code = textAt(invoice, 'currencyCode') ?? '';
  const date = textAt(invoice, 'invoiceDate')?.slice(0, 10);
  const number = textAt(invoice, 'number');
  const itemList = memberAt(invoice, 'itemList');
  return {
    detail: { currency_code, ...(date && { invoice_date: date }), ...(number && { invoice_number: number }) },
    invoicer: { email_address: textAt(invoice, 'merchantEmail') ?? '' },
    primary_recipients: [{ billing_info: { email_address: textAt(invoice, 'payerEmail') ?? '' } }],
    items: (isMessage(itemList) ? listAt(itemList, 'item') : []).map((item) => itemOf(item, currency_code)),
  };
}

const itemOf = (item: LegacyValue, currency_code: string): WholeDraft['items'][number] => ({
  name: textAt(item, 'name') ?? '',
  quantity: textAt(item, 'quantity') ?? '',
  unit_amount: { currency_code, value: textAt(item, 'unitPrice') ?? '' },
});

/** An invoice as GetInvoiceDetails shows it. */
export function detailsOf(invoice: Invoice): LegacyMessage {
  const { detail, items } = invoice.draft;
  return {
    invoice: {
      ...partiesOf(invoice),
      number: invoiceNumberOf(invoice),
      itemList: {
        item: items.map(({ name = '', quantity, unit_amount: { value } }: WholeDraft['items'][number]) => ({
          name,
          quantity,
          unitPrice: value,
        })),
      },
      currencyCode: detail.currency_code,
      ...(detail.invoice_date && { invoiceDate: `${detail.invoice_date}T00:00:00.000-07:00` }),
      paymentTerms: 'DueOnReceipt',
    },
    invoiceDetails: {
      status: SPELLING[invoice.state],
      totalAmount: moneyOf(totalOf(items), detail.currency_code).value,
    },
    invoiceURL: invoiceUrlOf(invoice),
  };
}

/** An invoice of REST need not name its merchant. */
function partiesOf({ owner, draft }: Invoice): LegacyMessage {
  const { invoicer, primary_recipients: [recipient] = [] }: WholeDraft = draft;
  return {
    merchantEmail: invoicer?.email_address ?? `${owner}@example.com`,
    payerEmail: recipient?.billing_info?.email_address ?? '',
  };
}
