import type { Authorization, Call } from '../../clients/http-client.ts';
import type { Operation } from '../../schemas/contract/operation.ts';
import type { Header } from '../../schemas/exchange.ts';
import { dateIn, PAYER, type Step, WHOLE, YESTERDAY } from '../preambles.ts';
import type { Given, When } from '../scenario.ts';
import type { SetUp, SetUpOrder } from '../system.ts';

/** An operation that is called around the one under test. */
export interface SetUpCall {
  /** Its operationId. */
  readonly id: string;
  readonly method: string;
  /** With `{invoice_id}`. */
  readonly path: string;
}

/** The calls of preambles, postconditions and postambles: the same for every target. Source: PayPal's Invoicing v2 and OAuth pages. */
export const SET_UP_CALLS = {
  token: { id: 'oauth2.token', method: 'POST', path: '/v1/oauth2/token' },
  create: { id: 'invoices.create', method: 'POST', path: '/v2/invoicing/invoices' },
  send: { id: 'invoices.send', method: 'POST', path: '/v2/invoicing/invoices/{invoice_id}/send' },
  pay: { id: 'invoices.payments', method: 'POST', path: '/v2/invoicing/invoices/{invoice_id}/payments' },
  refund: { id: 'invoices.refunds', method: 'POST', path: '/v2/invoicing/invoices/{invoice_id}/refunds' },
  get: { id: 'invoices.get', method: 'GET', path: '/v2/invoicing/invoices/{invoice_id}' },
  search: { id: 'invoices.search-invoices', method: 'POST', path: '/v2/invoicing/search-invoices' },
  cancel: { id: 'invoices.cancel', method: 'POST', path: '/v2/invoicing/invoices/{invoice_id}/cancel' },
  delete: { id: 'invoices.delete', method: 'DELETE', path: '/v2/invoicing/invoices/{invoice_id}' },
} as const satisfies Record<string, SetUpCall>;

const dollars = (value: string) => ({ currency_code: 'USD', value });

const invoiceOf = (step: Step & { call: 'create' }, { recipients }: Partial<Given>, reference: string) => ({
  detail: { currency_code: 'USD', invoice_date: dateIn(step.daysFromToday), reference },
  primary_recipients: [{ billing_info: { email_address: PAYER } }],
  ...(recipients && { additional_recipients: recipients }),
  items: [{ name: 'Conformance', quantity: '1', unit_amount: dollars(WHOLE) }],
  ...(step.partialPayment && { configuration: { partial_payment: { allow_partial_payment: true } } }),
});

/** The body of a call around the one under test; `reference` is written onto the invoice, so that it can be found again. */
export function bodyOf(
  setUp: SetUp,
  { given = { state: 'DRAFT' }, reference = '' }: Omit<SetUpOrder, 'invoiceId'>,
): unknown {
  switch (setUp.call) {
    case 'create':
      return invoiceOf(setUp, given, reference);
    case 'send':
      return { send_to_invoicer: false, send_to_recipient: setUp.toRecipient };
    case 'pay':
      return { method: 'BANK_TRANSFER', payment_date: dateIn(YESTERDAY), amount: dollars(setUp.amount) };
    case 'refund':
      return { method: 'BANK_TRANSFER', refund_date: dateIn(YESTERDAY), amount: dollars(setUp.amount) };
    case 'search':
      return { reference };
    default:
      return {};
  }
}

/** A path template with its invoice filled in; `segment` is escaped already. */
const pathFor = (template: string, segment: string): string => template.replace('{invoice_id}', () => segment);

/** Every POST carries a media type and at least `{}`: without them the service answers 415. */
const JSON_HEADERS: readonly Header[] = [['Content-Type', 'application/json']];

/** The owner's call around the request under test. */
export function setUpCall(setUp: SetUp, order: SetUpOrder, authorization: Authorization): Call {
  const { id, method, path } = SET_UP_CALLS[setUp.call];
  const posts = method === 'POST';
  return {
    operation: id,
    method,
    path: pathFor(path, encodeURIComponent(order.invoiceId)),
    headers: posts ? JSON_HEADERS : [],
    body: posts ? JSON.stringify(bodyOf(setUp, order)) : null,
    authorization,
    credential: 'merchant',
  };
}

const textOf = ({ body, text }: When): string | null =>
  text === undefined ? JSON.stringify(body === undefined ? {} : body) : text;

/** The request under test, as it is to stand on the wire. */
export const requestUnderTest = (
  when: When,
  invoiceId: string,
  { id, method, path }: Pick<Operation, 'id' | 'method' | 'path'>,
  authorization: Authorization,
): Call => ({
  operation: id,
  method,
  path: pathFor(path, when.pathSegment ?? encodeURIComponent(invoiceId)),
  headers: when.mediaType === null ? [] : [['Content-Type', when.mediaType ?? 'application/json']],
  body: textOf(when),
  authorization,
  credential: when.credential ?? 'merchant',
});
