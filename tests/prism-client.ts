import { Agent, request } from 'undici';
import { DEMO_MERCHANT } from '../targets/prism/merchants.ts';

/** What came back: a body that is not JSON is left as text. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** A call exactly as it is to stand on the wire. */
export interface TestCall {
  readonly body?: string;
  readonly mediaType?: string | null;
  readonly token?: string | null;
  readonly prefer?: string;
}

/** A caller of the prism target, for its own tests: nothing is added to what a test says. */
export function createTestClient(baseUrl: string) {
  const dispatcher = new Agent({ keepAliveTimeout: 1000 });
  let usual: Promise<string> | undefined;
  const call = async (method: 'GET' | 'POST' | 'DELETE', path: string, options: TestCall = {}): Promise<Reply> => {
    usual ??= tokenOf(baseUrl, DEMO_MERCHANT, dispatcher);
    const token = options.token === undefined ? await usual : options.token;
    const mediaType = options.mediaType === undefined && method === 'POST' ? 'application/json' : options.mediaType;
    const headers = {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(mediaType && { 'content-type': mediaType }),
      ...(options.prefer && { prefer: options.prefer }),
    };
    const body = options.body ?? (method === 'POST' ? '{}' : null);
    const response = await request(`${baseUrl}${path}`, { method, headers, body, dispatcher });
    const text = await response.body.text();
    return { status: response.statusCode, headers: response.headers, body: Object(jsonOf(text)), text };
  };
  return {
    call,
    close: () => dispatcher.destroy(),
    tokenOf: (merchant: Basic) => tokenOf(baseUrl, merchant, dispatcher),
  };
}

/** What `createTestClient` makes. */
export type TestClient = ReturnType<typeof createTestClient>;

interface Basic {
  readonly clientId: string;
  readonly clientSecret: string;
}

async function tokenOf(baseUrl: string, { clientId, clientSecret }: Basic, dispatcher: Agent): Promise<string> {
  const { body } = await request(`${baseUrl}/v1/oauth2/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
    dispatcher,
  });
  return ((await body.json()) as { access_token: string }).access_token;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

const INVOICES = '/v2/invoicing/invoices';
const dayFromNow = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const amount = (value: string) => ({ currency_code: 'USD', value });

/** The body of an invoice of 20.00 USD, dated `days` from now. */
export const draftOf = (days = -1): string =>
  JSON.stringify({
    detail: { currency_code: 'USD', invoice_date: dayFromNow(days) },
    primary_recipients: [{ billing_info: { email_address: 'payer@mail.test' } }],
    items: [{ name: 'Work', quantity: '2', unit_amount: amount('10.00') }],
    configuration: { partial_payment: { allow_partial_payment: true } },
  });

const paid = (value: string) => ['payments', { method: 'BANK_TRANSFER', amount: amount(value) }] as const;
const refunded = (value: string) => ['refunds', { method: 'BANK_TRANSFER', amount: amount(value) }] as const;
const sent = ['send', { send_to_recipient: true }] as const;

/** The steps from a draft to each state, beside the date of the draft. */
const STEPS = {
  DRAFT: [],
  SENT: [sent],
  UNPAID: [['send', { send_to_recipient: false }]],
  SCHEDULED: [sent],
  MARKED_AS_PAID: [sent, paid('20.00')],
  PARTIALLY_PAID: [sent, paid('5.00')],
  MARKED_AS_REFUNDED: [sent, paid('20.00'), refunded('20.00')],
  PARTIALLY_REFUNDED: [sent, paid('20.00'), refunded('5.00')],
  CANCELLED: [sent, ['cancel', {}]],
} as const;

/** A state that a test can bring an invoice into. */
export type ReachableState = keyof typeof STEPS;

/** The states that a test can bring an invoice into. */
export const REACHABLE_STATES = Object.keys(STEPS) as ReachableState[];

/** The path of a new invoice in the state, and the answers of the calls that brought it there. */
export async function invoiceIn(
  state: ReachableState,
  { call }: TestClient,
): Promise<{ path: string; replies: Reply[] }> {
  const created = await call('POST', INVOICES, { body: draftOf(state === 'SCHEDULED' ? 7 : -1) });
  const path = new URL(String(created.body.href)).pathname;
  const replies = [created];
  for (const [name, body] of STEPS[state])
    replies.push(await call('POST', `${path}/${name}`, { body: JSON.stringify(body) }));
  return { path, replies };
}
