import type { Call, HttpClient } from '../../clients/http-client.ts';
import { SuiteError } from '../../schemas/contract/suite-error.ts';
import { isAnswered } from '../../schemas/exchange.ts';

const INVOICES = '/v2/invoicing/invoices';
const DAY_MS = 86_400_000;
const usd = (value: string) => ({ currency_code: 'USD', value });

/** A draft dated `days` from now: one dated in the future is scheduled when it is sent. */
const draftOf = (days: number) => ({
  detail: { currency_code: 'USD', invoice_date: new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10) },
  primary_recipients: [{ billing_info: { email_address: 'payer@example.com' } }],
  items: [{ name: 'Conformance', quantity: '1', unit_amount: usd('10.00') }],
});

type Step = readonly [method: 'POST' | 'DELETE', what: string, body: object];

const send: Step = ['POST', '/send', { send_to_recipient: true }];
const pay: Step = ['POST', '/payments', { method: 'BANK_TRANSFER', amount: usd('10.00') }];
const refund: Step = ['POST', '/refunds', { method: 'BANK_TRANSFER', amount: usd('10.00') }];

/** What follows the create, for each state that a client meets. */
const STEPS = {
  DRAFT: [],
  SENT: [send],
  UNPAID: [['POST', '/send', { send_to_recipient: false }]],
  SCHEDULED: [send],
  MARKED_AS_PAID: [send, pay],
  MARKED_AS_REFUNDED: [send, pay, refund],
  CANCELLED: [send, ['POST', '/cancel', {}]],
  DELETED: [['DELETE', '', {}]],
} as const satisfies Readonly<Record<string, readonly Step[]>>;

/** The states that the mock's invoices are brought into for a client. */
export type GateState = keyof typeof STEPS;

async function made(client: HttpClient, token: string, [method, path, body]: Step): Promise<string> {
  const call: Call = {
    operation: 'invoices.set-up',
    method,
    path,
    headers: [['Content-Type', 'application/json']],
    body: method === 'POST' ? JSON.stringify(body) : null,
    authorization: { scheme: 'bearer', token },
    credential: 'merchant',
  };
  const exchange = await client.send(call);
  if (isAnswered(exchange) && exchange.response.status < 300) return exchange.response.body;
  throw new SuiteError('DEFECT', `The prism target refuses ${method} ${path}`, { hint: 'Report it.' });
}

/** Makes an invoice on the prism target, in a state; resolves to its id. The mock answers at once, and forgets it at its end. */
export async function makeInvoice(client: HttpClient, token: string, state: GateState): Promise<string> {
  const created = await made(client, token, ['POST', INVOICES, draftOf(state === 'SCHEDULED' ? 7 : -1)]);
  const id = new URL(JSON.parse(created).href).pathname.split('/').at(-1) ?? '';
  for (const [method, what, body] of STEPS[state])
    await made(client, token, [method, `${INVOICES}/${id}${what}`, body]);
  return id;
}
