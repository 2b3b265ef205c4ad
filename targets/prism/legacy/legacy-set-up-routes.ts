import type { Outcome, TargetRequest } from '../../lie.ts';
import { freshInvoiceId } from '../fresh-ids.ts';
import {
  createInvoice,
  type Invoice,
  payInvoice,
  type Refusal,
  refundInvoice,
  refusesDeletion,
  sendInvoice,
} from '../invoices.ts';
import { moneyOf, totalOf } from '../money.ts';
import type { Desk, Route } from '../route.ts';
import { type LegacyDecision, refusedCall, refusedInvoice } from './decide-legacy.ts';
import { legacyAnswer, writtenAnswer } from './legacy-answer.ts';
import { factsOf, type LegacyCall, legacyCall } from './legacy-call.ts';
import type { SET_UP_OPERATIONS } from './legacy-contract.ts';
import { detailsOf, draftIn } from './legacy-invoice.ts';
import { type LegacyMessage, memberAt } from './legacy-message.ts';
import { aboutInvoice, ownLegacyMessage } from './own-legacy-message.ts';

type SetUpOperation = (typeof SET_UP_OPERATIONS)[number];

/** The legacy calls that bring an invoice into a state, on the same invoices as REST. */
export const legacySetUpRoutes: readonly Route[] = [
  route('CreateInvoice', async (call, desk) => {
    const invoice = createInvoice(freshInvoiceId(), call.caller ?? '', draftIn(call.said?.message ?? {}));
    desk.books.invoices.set(invoice.id, invoice);
    const { items, detail } = invoice.draft;
    return { ...aboutInvoice(invoice), totalAmount: moneyOf(totalOf(items), detail.currency_code).value };
  }),
  step('SendInvoice', (invoice) =>
    sendInvoice(invoice, { today: new Date().toISOString().slice(0, 10), toRecipient: true }),
  ),
  step('MarkInvoiceAsPaid', (invoice) => payInvoice(invoice, undefined)),
  step('MarkInvoiceAsRefunded', (invoice) => refundInvoice(invoice, undefined)),
  own('DeleteInvoice', (invoice, { books }) => {
    const refused = refusesDeletion(invoice);
    if (refused !== undefined) return decisionOf(refused);
    books.invoices.delete(invoice.id);
    books.deleted.add(invoice.id);
    return aboutInvoice(invoice);
  }),
  own('GetInvoiceDetails', (invoice, { lie }, request) => {
    const details = detailsOf(invoice);
    return lie.legacy?.details?.(details, request) ?? details;
  }),
];

/** What becomes of a call: why it is refused, or what its answer says beside the envelope. */
type Done = LegacyDecision | LegacyMessage;

const isDecision = (done: Done): done is LegacyDecision => typeof done.example === 'string';

type Take = (call: LegacyCall, desk: Desk, request: TargetRequest) => Promise<Done>;

function route(operation: SetUpOperation, take: Take): Route {
  const answer = async (request: TargetRequest, _: string, desk: Desk): Promise<Outcome> => {
    const call = legacyCall(request, desk.books);
    const { preamble, examples } = await desk.legacy.contract();
    const body = preamble.get(operation)?.requestBody ?? null;
    const done = refusedCall(call, operation, body) ?? (await take(call, desk, request));
    const [example, fault] = isDecision(done) ? [done.example, done.fault] : ['Success', undefined];
    const said = examples.bodyOf(200, example) as LegacyMessage;
    const whole = isDecision(done) ? said : { responseEnvelope: memberAt(said, 'responseEnvelope'), ...done };
    const message = ownLegacyMessage(whole, undefined, fault);
    return writtenAnswer(legacyAnswer(call.formats.response, operation, message));
  };
  return { method: 'POST', path: new RegExp(`^/Invoice/${operation}$`), answer };
}

/** The route of a call about an invoice of the caller's own. */
function own(operation: SetUpOperation, take: (invoice: Invoice, desk: Desk, request: TargetRequest) => Done): Route {
  return route(operation, (call, desk, request) =>
    desk.books.exclusively(call.id, async () => {
      const facts = factsOf(call, desk.books);
      const refused = refusedInvoice(facts);
      if (refused !== undefined || facts.invoice === undefined) return refused ?? { example: '580047' };
      return take(facts.invoice, desk, request);
    }),
  );
}

/** The route of a step of an invoice's life. */
function step(operation: SetUpOperation, taken: (invoice: Invoice) => Invoice | Refusal): Route {
  return own(operation, (invoice, { books }) => {
    const next = taken(invoice);
    if ('refused' in next) return decisionOf(next);
    books.invoices.set(next.id, next);
    return aboutInvoice(next);
  });
}

/** A step that the invoice's state refuses. The code is ours: PayPal's own for these calls are not known. */
const decisionOf = ({ refused }: Refusal): LegacyDecision => ({
  example: '580022',
  fault: { parameter: 'invoiceID', message: refused },
});
