import type { Lie } from '../lie.ts';
import type { Decision } from '../prism/decide-cancel.ts';
import { ofClass } from './liar.ts';
import { DONE } from './redecide.ts';

const TWO_AT_ONCE = 'cancel.concurrency.two-at-once';

/** What a second cancel gets while nobody has looked at the invoice since the first: it came at the same moment. */
function atOnce(loser: Decision, more: Pick<Lie, 'stateAfter'> = {}): Lie {
  const fresh = new Set<string>();
  return {
    decide: ({ invoice, decision }) => {
      if (invoice !== undefined && decision.status === 204) fresh.add(invoice.id);
      return invoice?.state === 'CANCELLED' && fresh.has(invoice.id) ? loser : decision;
    },
    get: (answer, request) => {
      fresh.delete(request.url.split('/').at(-1) ?? '');
      return answer;
    },
    ...more,
  };
}

/** Two cancels at the same moment that get in each other's way, or do not. */
export const concurrencyLiars = ofClass('concurrency', [
  {
    name: 'both-cancel',
    lies: 'answers 204 to both of two cancels at the same moment',
    tell: atOnce(DONE),
    draws: ['wrong-status'],
    seenBy: [TWO_AT_ONCE],
  },
  {
    name: 'loser-conflicts',
    lies: 'answers 409 to the second of two cancels at the same moment',
    tell: atOnce({ status: 409, example: 'RESOURCE_CONFLICT' }),
    draws: ['wrong-status'],
    seenBy: [TWO_AT_ONCE],
  },
  {
    name: 'loser-crashes',
    lies: 'answers 500 to the second of two cancels at the same moment',
    tell: atOnce({ status: 500, example: 'INTERNAL_SERVER_ERROR' }),
    draws: ['wrong-status'],
    seenBy: [TWO_AT_ONCE],
  },
  {
    name: 'loser-is-paid',
    lies: 'names the wrong state to the second of two cancels at the same moment',
    tell: atOnce({ status: 422, example: 'CANNOT_CANCEL_PAID_INVOICE' }),
    draws: ['wrong-issue'],
    seenBy: [TWO_AT_ONCE],
  },
  {
    name: 'loser-restores',
    lies: 'puts back what the first of two cancels at the same moment did',
    tell: { stateAfter: (honest, { decision }) => (decision.example === 'INVOICE_CANCELED_ALREADY' ? 'SENT' : honest) },
    draws: ['wrong-state'],
    seenBy: [TWO_AT_ONCE, 'cancel.state.cancelled'],
  },
]);
