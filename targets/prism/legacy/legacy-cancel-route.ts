import type { LegacyContext, Outcome, TargetRequest } from '../../lie.ts';
import type { Desk, Route } from '../route.ts';
import { decideLegacyCancel } from './decide-legacy.ts';
import { legacyAnswer, writtenAnswer } from './legacy-answer.ts';
import { factsOf, type LegacyCall, legacyCall } from './legacy-call.ts';
import type { LegacyMessage } from './legacy-message.ts';
import { ownLegacyMessage } from './own-legacy-message.ts';

/** The legacy operation under test: as in REST the director decides and Prism answers, one cancel of an invoice at a time. */
export const legacyCancelRoute: Route = {
  method: 'POST',
  path: /^\/Invoice\/CancelInvoice$/,
  answer(request, _, desk) {
    const call = legacyCall(request, desk.books);
    return desk.books.exclusively(call.id, () => cancelled(request, call, desk));
  },
};

async function cancelled(request: TargetRequest, call: LegacyCall, desk: Desk): Promise<Outcome> {
  const { books, legacy } = desk;
  const lie = desk.lie.legacy ?? {};
  const { cancel } = await legacy.contract();
  const prism = await legacy.prism();
  const facts = factsOf(call, books);
  const honest = decideLegacyCancel(facts, cancel.requestBody);
  if (honest.example === facts.armed) books.legacyFaults.delete(call.id);
  const context = { ...facts, request };
  const decision = lie.decide?.({ ...context, decision: honest }) ?? honest;
  const reply = await prism.ask({ status: 200, example: decision.example });
  if (reply === 'close') return reply;
  const told: LegacyContext = { ...context, decision };
  setState(told, desk);
  const example: LegacyMessage = JSON.parse(String(reply.body));
  const message = ownLegacyMessage(example, facts.invoice, decision.fault);
  const said = legacyAnswer(call.formats.response, 'CancelInvoice', message);
  const answer = writtenAnswer(lie.say?.(said, told) ?? said);
  return lie.answer?.(answer, told) ?? answer;
}

function setState(context: LegacyContext, { books, lie }: Desk): void {
  const { invoice, decision } = context;
  if (invoice === undefined) return;
  const state = decision.example === 'Success' ? 'CANCELLED' : invoice.state;
  books.invoices.set(invoice.id, { ...invoice, state: lie.legacy?.stateAfter?.(state, context) ?? state });
}
