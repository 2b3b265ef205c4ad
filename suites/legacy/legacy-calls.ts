import type { Authorization, Call } from '../../clients/http-client.ts';
import { codecFor } from '../../schemas/wire/codecs.ts';
import type { Message, MessageValue } from '../../schemas/wire/message.ts';
import { dateIn, PAYER, type Step, WHOLE, YESTERDAY } from '../preambles.ts';
import type { MessageOver, When, Wire } from '../scenario.ts';
import type { SetUp, SetUpOrder } from '../system.ts';
import { merchantMail } from './legacy-credentials.ts';
import { formatHeaders, JSON_WIRE } from './wire.ts';

/** The operations of preambles, postconditions and postambles. Source: public SDKs of the legacy Invoicing service. */
export const LEGACY_CALLS = {
  create: 'CreateInvoice',
  send: 'SendInvoice',
  pay: 'MarkInvoiceAsPaid',
  refund: 'MarkInvoiceAsRefunded',
  get: 'GetInvoiceDetails',
  cancel: 'CancelInvoice',
  delete: 'DeleteInvoice',
} as const satisfies Record<Exclude<SetUp['call'], 'search'>, string>;

const envelope = { requestEnvelope: { errorLanguage: 'en_US' } };

/** A day as xs:dateTime writes its beginning. */
const instantIn = (days: number): string => `${dateIn(days)}T00:00:00.000Z`;

const invoiceOf = (step: Step & { call: 'create' }, merchantEmail: string, number: string): Message => ({
  merchantEmail,
  payerEmail: PAYER,
  ...(number !== '' && { number }),
  itemList: { item: [{ name: 'Conformance', quantity: '1', unitPrice: WHOLE }] },
  currencyCode: 'USD',
  invoiceDate: instantIn(step.daysFromToday),
  paymentTerms: 'DueOnReceipt',
});

/** What a call around the request under test says beside envelope and invoice id. */
function membersOf(setUp: SetUp, { reference = '' }: SetUpOrder, merchantEmail: string): Message {
  switch (setUp.call) {
    case 'create':
      return { invoice: invoiceOf(setUp, merchantEmail, reference) };
    case 'pay':
      return { payment: { method: 'BankTransfer', date: instantIn(YESTERDAY) } };
    case 'refund':
      return { refundDetail: { date: instantIn(YESTERDAY) } };
    default:
      return {};
  }
}

/** The message of a call around the request under test; an invoice's number is its reference. */
export const messageFor = (setUp: SetUp, order: SetUpOrder, merchantEmail: string): Message => ({
  ...envelope,
  ...(order.invoiceId !== '' && { invoiceID: order.invoiceId }),
  ...membersOf(setUp, order, merchantEmail),
});

const callOf = (operation: string, wire: Wire, body: string | null): Omit<Call, 'authorization' | 'credential'> => ({
  operation,
  method: 'POST',
  path: `/Invoice/${operation}`,
  headers: formatHeaders(wire),
  body,
});

/** The owner's call around the request under test: JSON both ways. */
export function setUpCall(setUp: SetUp, order: SetUpOrder, authorization: Authorization): Call {
  const operation = LEGACY_CALLS[setUp.call === 'search' ? 'get' : setUp.call];
  const message = messageFor(setUp, order, merchantMail(authorization));
  const body = codecFor('JSON').encodeRequest(`${operation}Request`, message);
  return { ...callOf(operation, JSON_WIRE, body), authorization, credential: 'merchant' };
}

/** A member that is not left out. */
type Told = [name: string, value: MessageValue];

/** The usual message, with what a scenario puts beside it or in its place. */
function messageUnderTest(invoiceID: string, over: MessageOver = {}): Message {
  const members: MessageOver = { ...envelope, invoiceID, ...over };
  return Object.fromEntries(Object.entries(members).filter((member): member is Told => member[1] !== null));
}

/** The request under test, as it is to stand on the wire. */
export function requestUnderTest(when: When, invoiceId: string, authorization: Authorization): Call {
  const { wire = JSON_WIRE, text, message, credential = 'merchant' } = when;
  const operation = LEGACY_CALLS.cancel;
  const encode = () =>
    codecFor(wire.request).encodeRequest(`${operation}Request`, messageUnderTest(invoiceId, message));
  return { ...callOf(operation, wire, text === undefined ? encode() : text), authorization, credential };
}
