import type { Outcome, TargetRequest } from '../lie.ts';
import { type Decision, decideCancel } from './decide-cancel.ts';
import type { Examples } from './examples.ts';
import type { Invoice } from './invoices.ts';
import { freshDebugId, personalise } from './personalise.ts';
import type { PrismContract } from './prism-contract.ts';
import type { Desk, Route } from './route.ts';
import type { Access } from './tokens.ts';
import { withLength } from './wire.ts';

/** The operation under test: the director decides, Prism answers. One cancel of an invoice at a time. */
export const cancelRoute: Route = {
  method: 'POST',
  path: /^\/v2\/invoicing\/invoices\/([^/]*)\/cancel$/,
  answer: (request, id, desk) => desk.books.exclusively(id, () => cancelled(request, id, desk)),
};

async function cancelled(request: TargetRequest, id: string, desk: Desk): Promise<Outcome> {
  const { books, lie } = desk;
  const contract = await desk.contract();
  const prism = await desk.prism();
  const invoice = books.invoices.get(id);
  const access = books.tokens.accessOf(request.headers.authorization);
  const honest = faultOf(id, desk, contract.examples) ?? decided(request, id, invoice, access, contract);
  const decision = lie.decide?.({ request, access, invoice, decision: honest }) ?? honest;
  const reply = await prism.ask(decision);
  if (reply === 'close') return reply;
  const context = { request, access, invoice, decision };
  if (invoice !== undefined) {
    const state = decision.status === 204 ? 'CANCELLED' : invoice.state;
    books.invoices.set(id, { ...invoice, state: lie.stateAfter?.(state, context) ?? state });
  }
  const own = personalise(reply, freshDebugId(), decision.fault);
  const answer = withLength(
    decision.status === 429 ? { ...own, headers: [...own.headers, ['Retry-After', '1']] } : own,
  );
  return lie.answer?.(answer, context) ?? answer;
}

/** The fault that was asked for, once. */
function faultOf(id: string, { books }: Desk, examples: Examples): Decision | undefined {
  const status = books.faults.get(id);
  if (status === undefined) return undefined;
  books.faults.delete(id);
  return { status, example: examples.namesOf(status)[0] ?? null };
}

const decided = (
  { headers, text }: TargetRequest,
  id: string,
  invoice: Invoice | undefined,
  access: Access,
  { cancel }: PrismContract,
): Decision => decideCancel({ access, contentType: headers['content-type'], text, id, invoice }, cancel);
