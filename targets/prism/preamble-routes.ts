import type { Outcome, TargetAnswer, TargetRequest } from '../lie.ts';
import { refusalAnswer, stamped } from './errors.ts';
import { freshInvoiceId, randomText } from './fresh-ids.ts';
import {
  createInvoice,
  type Invoice,
  type InvoiceDraft,
  payInvoice,
  type Refusal,
  refundInvoice,
  refusesDeletion,
  representationOf,
  sendInvoice,
} from './invoices.ts';
import type { Money } from './money.ts';
import { acceptedCall, type JsonBody, type OwnCall, ownCall } from './preamble-call.ts';
import type { Desk, Route } from './route.ts';
import { jsonAnswer } from './wire.ts';

const INVOICES = '/v2/invoicing/invoices';

/** The calls that bring an invoice into a state, answered the way the sandbox does. */
export const preambleRoutes: readonly Route[] = [
  { method: 'POST', path: new RegExp(`^${INVOICES}$`), answer: created },
  { method: 'GET', path: new RegExp(`^${INVOICES}/([^/]*)$`), answer: shown },
  { method: 'DELETE', path: new RegExp(`^${INVOICES}/([^/]*)$`), answer: deleted },
  step('send', 'invoices.send', (invoice, { send_to_recipient: told }, request) => {
    const today = new Date().toISOString().slice(0, 10);
    const sent = sendInvoice(invoice, { today, toRecipient: told !== false });
    if ('refused' in sent) return sent;
    return { next: sent, status: sent.state === 'SCHEDULED' ? 202 : 200, body: linkTo(sent.id, 'payer-view', request) };
  }),
  step('payments', 'invoices.payments', (invoice, { amount }) => {
    const paid = payInvoice(invoice, amount as Money | undefined);
    return 'refused' in paid ? paid : { next: paid, status: 200, body: { payment_id: `EXTR-${randomText(17)}` } };
  }),
  step('refunds', 'invoices.refunds', (invoice, { amount }) => {
    const refunded = refundInvoice(invoice, amount as Money | undefined);
    return 'refused' in refunded
      ? refunded
      : { next: refunded, status: 200, body: { refund_id: `EXTR-${randomText(17)}` } };
  }),
];

/** A step of an invoice's life that was taken: the invoice afterwards, and the answer. */
interface Taken {
  readonly next: Invoice;
  readonly status: number;
  readonly body: unknown;
}

type Step = (invoice: Invoice, body: JsonBody, request: TargetRequest) => Taken | Refusal;

/** The route of `POST …/{id}/{name}`. */
function step(name: string, operationId: string, take: Step): Route {
  const answer = (request: TargetRequest, id: string, desk: Desk): Promise<Outcome> =>
    desk.books.exclusively(id, async () => {
      const call = await ownCall(request, id, desk, operationId);
      if ('status' in call) return call;
      const taken = take(call.invoice, call.body, request);
      if ('refused' in taken) return refusal(taken, desk);
      desk.books.invoices.set(id, taken.next);
      return stamped(jsonAnswer(taken.status, taken.body));
    });
  return { method: 'POST', path: new RegExp(`^${INVOICES}/([^/]*)/${name}$`), answer };
}

async function created(request: TargetRequest, _: string, desk: Desk): Promise<Outcome> {
  const call = await acceptedCall(request, desk, 'invoices.create');
  if ('status' in call) return call;
  const id = freshInvoiceId();
  const invoice = createInvoice(id, call.clientId, call.body as unknown as InvoiceDraft);
  desk.books.invoices.set(id, invoice);
  const whole = /\breturn=representation\b/.test(request.headers.prefer ?? '');
  return stamped(jsonAnswer(201, whole ? representation(invoice, request) : linkTo(id, 'self', request)));
}

async function shown(request: TargetRequest, id: string, desk: Desk): Promise<Outcome> {
  const call: OwnCall | TargetAnswer = await ownCall(request, id, desk);
  const answer = 'status' in call ? call : stamped(jsonAnswer(200, representation(call.invoice, request)));
  return desk.lie.get?.(answer, request) ?? answer;
}

function deleted(request: TargetRequest, id: string, desk: Desk): Promise<Outcome> {
  return desk.books.exclusively(id, async () => {
    const call = await ownCall(request, id, desk);
    if ('status' in call) return call;
    const refused = refusesDeletion(call.invoice);
    if (refused !== undefined) return refusal(refused, desk);
    desk.books.invoices.delete(id);
    desk.books.deleted.add(id);
    return stamped({ status: 204, headers: [], body: '' });
  });
}

const refusal = async ({ refused }: Refusal, { contract }: Desk): Promise<TargetAnswer> =>
  refusalAnswer((await contract()).examples, refused);

const representation = (invoice: Invoice, request: TargetRequest) => ({
  ...representationOf(invoice),
  links: [linkTo(invoice.id, 'self', request)],
});

const linkTo = (id: string, rel: string, { headers }: TargetRequest) => ({
  rel,
  href: `http://${headers.host}${INVOICES}/${id}`,
  method: 'GET',
});
