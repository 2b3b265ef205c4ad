import type { Lie } from '../lie.ts';
import type { Decision } from '../prism/decide-cancel.ts';
import type { InvoiceState } from '../prism/invoices.ts';
import { ofClass } from './liar.ts';
import { DONE } from './redecide.ts';

/** Cancels an invoice in a state that forbids it. */
const cancelling = (state: InvoiceState): Lie => ({
  decide: ({ invoice, decision }) => (invoice?.state === state ? DONE : decision),
});

const isState = (decision: Decision): boolean => decision.status === 422;

/** Every refused state gets this issue. */
const alwaysIssue = (example: string): Lie => ({
  decide: ({ decision }) => (isState(decision) ? { ...decision, example } : decision),
});

/** Answers that do not fit the invoice. */
export const stateLiars = ofClass('state', [
  {
    name: 'cancels-twice',
    lies: 'answers 204 to a second cancel',
    tell: cancelling('CANCELLED'),
    draws: ['wrong-status'],
    seenBy: ['cancel.state.cancelled'],
  },
  {
    name: 'cancels-drafts',
    lies: 'cancels drafts',
    tell: cancelling('DRAFT'),
    draws: ['wrong-status'],
    seenBy: ['cancel.state.draft'],
  },
  {
    name: 'cancels-partially-paid',
    lies: 'cancels invoices that are partially paid',
    tell: cancelling('PARTIALLY_PAID'),
    draws: ['wrong-status'],
    seenBy: ['cancel.state.partially-paid'],
  },
  {
    name: 'unpaid-is-a-draft',
    lies: 'refuses an invoice that was sent to nobody as a draft',
    tell: {
      decide: ({ invoice, decision }) =>
        invoice?.state === 'UNPAID' ? { status: 422, example: 'CANNOT_CANCEL_DRAFT_INVOICE' } : decision,
    },
    draws: ['wrong-status'],
    seenBy: ['cancel.state.unpaid'],
  },
  {
    name: 'paid-is-a-draft',
    lies: 'refuses a paid invoice as a draft',
    tell: {
      decide: ({ invoice, decision }) =>
        invoice?.state === 'MARKED_AS_PAID' ? { ...decision, example: 'CANNOT_CANCEL_DRAFT_INVOICE' } : decision,
    },
    draws: ['wrong-issue'],
    seenBy: ['cancel.state.paid'],
  },
  {
    name: 'everything-is-paid',
    lies: 'refuses every state as paid',
    tell: alwaysIssue('CANNOT_CANCEL_PAID_INVOICE'),
    draws: ['wrong-issue'],
    seenBy: ['cancel.state.draft', 'cancel.state.scheduled', 'cancel.state.refunded', 'cancel.state.cancelled'],
  },
  {
    name: 'deleted-is-a-draft',
    lies: 'answers for a deleted draft as if it stood',
    tell: {
      decide: ({ invoice, decision }) =>
        invoice === undefined && decision.status === 404
          ? { status: 422, example: 'CANNOT_CANCEL_DRAFT_INVOICE' }
          : decision,
    },
    draws: ['wrong-status'],
    seenBy: ['cancel.state.deleted', 'cancel.state.unknown'],
  },
]);
