import type { Authorization, Call } from '../clients/http-client.ts';
import { NOT_CARRIED_OUT, sendPatiently } from '../clients/patience.ts';
import { type Exchange, type Header, isAnswered } from '../schemas/exchange.ts';
import { describeAnswer } from './answers.ts';
import type { Session } from './session.ts';
import { isUndecided, type Undecided, undecided } from './undecided.ts';

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
  delete: { id: 'invoices.delete', method: 'DELETE', path: '/v2/invoicing/invoices/{invoice_id}' },
} as const satisfies Record<string, SetUpCall>;

/** A path template with its invoice filled in; `segment` is escaped already. */
export const pathFor = (template: string, segment: string): string => template.replace('{invoice_id}', () => segment);

/** Every POST carries a media type and at least `{}`: without them the service answers 415. */
const JSON_HEADERS: readonly Header[] = [['Content-Type', 'application/json']];

function callTo({ id, method, path }: SetUpCall, invoiceId: string, body: unknown, authorization: Authorization): Call {
  const posts = method === 'POST';
  return {
    operation: id,
    method,
    path: pathFor(path, encodeURIComponent(invoiceId)),
    headers: posts ? JSON_HEADERS : [],
    body: posts ? JSON.stringify(body) : null,
    authorization,
    credential: 'merchant',
  };
}

/** What may be repeated while the service is busy: calls that change nothing, or nothing more the second time. */
const IDEMPOTENT: ReadonlySet<string> = new Set(['GET', 'DELETE']);

/** Sends one call of the owner's, more than once only where that is safe: the operation under test never. */
async function sendOnce(
  call: Call,
  { client, patience, operation }: Session,
  evidence: Exchange[],
): Promise<Exchange | Undecided> {
  if (call.operation === operation.id) {
    const exchange = await client.send(call);
    evidence.push(exchange);
    return exchange;
  }
  const busy = IDEMPOTENT.has(call.method) ? undefined : NOT_CARRIED_OUT;
  const { exchange, tooLong } = await sendPatiently(client, call, patience, evidence, busy);
  evidence.push(exchange);
  return tooLong === undefined ? exchange : undecided(`${call.operation} ${describeAnswer(exchange)} and ${tooLong}.`);
}

/** Whether the service did not take the token: such a call was none. */
export const isUnauthorized = (exchange: Exchange): boolean => isAnswered(exchange) && exchange.response.status === 401;

/**
 * Makes a call with the owner's token and adds it to the evidence. A 401 was no call at all: the token is renewed, and
 * the call sent once more, unless it is the operation under test, which nothing repeats.
 */
export async function callAsOwner(
  setUpCall: SetUpCall,
  invoiceId: string,
  body: unknown,
  session: Session,
  evidence: Exchange[],
): Promise<Exchange | Undecided> {
  const authorization = await session.credentials.authorize('merchant', evidence);
  if (isUndecided(authorization)) return authorization;
  const exchange = await sendOnce(callTo(setUpCall, invoiceId, body, authorization), session, evidence);
  if (isUndecided(exchange) || !isUnauthorized(exchange)) return exchange;
  await session.credentials.refused('merchant', authorization);
  if (setUpCall.id === session.operation.id) return exchange;
  const renewed = await session.credentials.authorize('merchant', evidence);
  if (isUndecided(renewed)) return renewed;
  return sendOnce(callTo(setUpCall, invoiceId, body, renewed), session, evidence);
}
