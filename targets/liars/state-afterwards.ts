import type { Lie, TargetAnswer } from '../lie.ts';
import type { Decision } from '../prism/decide-cancel.ts';
import { ofClass } from './liar.ts';
import { withBody } from './rewrite.ts';

/** After a refusal of an invoice that could be cancelled, the next cancel of it is refused too. */
function remembersRefusals(next: Decision): Lie {
  const refused = new Set<string>();
  return {
    decide: ({ invoice, decision }) => {
      if (invoice === undefined || !(invoice.state === 'SENT' || invoice.state === 'UNPAID')) return decision;
      if (decision.status !== 204) refused.add(invoice.id);
      return decision.status === 204 && refused.has(invoice.id) ? next : decision;
    },
  };
}

const showing = (change: (state: string) => string): Lie => ({
  get: (answer: TargetAnswer) => {
    if (answer.status !== 200) return answer;
    const invoice = JSON.parse(String(answer.body)) as { readonly status: string };
    return withBody(answer, JSON.stringify({ ...invoice, status: change(invoice.status) }));
  },
});

/** Invoices that do not fit the answer. */
export const afterwardsLiars = ofClass('state', [
  {
    name: 'cancels-nothing',
    lies: 'answers 204 and leaves the invoice as it is',
    tell: {
      stateAfter: (honest, { invoice, decision }) => (decision.status === 204 ? (invoice?.state ?? honest) : honest),
    },
    draws: ['wrong-state'],
    seenBy: ['cancel.state.sent', 'cancel.state.unpaid', 'cancel.request.note.length-4000'],
  },
  {
    name: 'refusal-cancels',
    lies: 'cancels an invoice whose cancel it refuses',
    tell: { stateAfter: () => 'CANCELLED' },
    draws: ['wrong-state'],
    seenBy: ['cancel.state.draft', 'cancel.access.foreign', 'cancel.request.note.length-4001', 'cancel.fault.internal'],
  },
  {
    name: 'refusal-unsends',
    lies: 'turns a sent invoice into a draft when it refuses to cancel it',
    tell: { stateAfter: (honest, { decision }) => (decision.status >= 400 && honest === 'SENT' ? 'DRAFT' : honest) },
    draws: ['wrong-state'],
    seenBy: ['cancel.request.note.number', 'cancel.access.no-token'],
  },
  {
    name: 'shows-cancelled-as-paid',
    lies: 'shows a cancelled invoice as paid',
    tell: showing((state) => (state === 'CANCELLED' ? 'MARKED_AS_PAID' : state)),
    draws: ['wrong-state'],
    seenBy: ['cancel.state.sent'],
  },
  {
    name: 'refused-once-is-paid',
    lies: 'takes an invoice for paid once a cancel of it was refused',
    tell: remembersRefusals({ status: 422, example: 'CANNOT_CANCEL_PAID_INVOICE' }),
    draws: ['not-cancellable'],
    seenBy: ['cancel.access.foreign', 'cancel.fault.internal'],
  },
  {
    name: 'refused-once-is-locked',
    lies: 'keeps an invoice locked once a cancel of it was refused',
    tell: remembersRefusals({ status: 409, example: 'RESOURCE_CONFLICT' }),
    draws: ['not-cancellable'],
    seenBy: ['cancel.access.foreign', 'cancel.fault.conflict'],
  },
]);
