import type { Exchange, Header } from '../schemas/exchange.ts';
import type { Session } from './session.ts';
import { isUndecided, type Undecided } from './undecided.ts';

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
  delete: { id: 'invoices.delete', method: 'DELETE', path: '/v2/invoicing/invoices/{invoice_id}' },
} as const satisfies Record<string, SetUpCall>;

/** A path template with its invoice filled in; `segment` is escaped already. */
export const pathFor = (template: string, segment: string): string => template.replace('{invoice_id}', () => segment);

/** Every POST carries a media type and at least `{}`: without them the service answers 415. */
const JSON_HEADERS: readonly Header[] = [['Content-Type', 'application/json']];

/** Makes a call with the owner's token and adds it to the evidence. */
export async function callAsOwner(
  { id: operation, method, path }: SetUpCall,
  invoiceId: string,
  body: unknown,
  session: Session,
  evidence: Exchange[],
): Promise<Exchange | Undecided> {
  const authorization = await session.credentials.authorize('merchant', evidence);
  if (isUndecided(authorization)) return authorization;
  const posts = method === 'POST';
  const exchange = await session.client.send({
    operation,
    method,
    path: pathFor(path, encodeURIComponent(invoiceId)),
    headers: posts ? JSON_HEADERS : [],
    body: posts ? JSON.stringify(body) : null,
    authorization,
    credential: 'merchant',
  });
  evidence.push(exchange);
  return exchange;
}
