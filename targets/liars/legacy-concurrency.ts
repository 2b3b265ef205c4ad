import type { Lie } from '../lie.ts';
import { LEGACY_DONE, type LegacyDecision } from '../prism/legacy/decide-legacy.ts';
import { ofClass } from './liar.ts';

const TWO_AT_ONCE = 'legacy.concurrency.two-at-once';

/** What a second cancel gets while nobody has looked at the invoice since the first: it came at the same moment. */
function atOnce(loser: LegacyDecision): Lie {
  const fresh = new Set<string>();
  return {
    legacy: {
      decide: ({ invoice, decision }) => {
        if (invoice !== undefined && decision.example === 'Success') fresh.add(invoice.id);
        return invoice?.state === 'CANCELLED' && fresh.has(invoice.id) ? loser : decision;
      },
      details: (details, { text }) => {
        for (const id of fresh) if (text.includes(id)) fresh.delete(id);
        return details;
      },
    },
  };
}

/** Two legacy cancels at the same moment that get in each other's way, or do not. */
export const legacyConcurrencyLiars = ofClass('concurrency', [
  {
    name: 'legacy-both-cancel',
    lies: 'acknowledges both of two legacy cancels at the same moment',
    tell: atOnce(LEGACY_DONE),
    draws: ['wrong-ack'],
    seenBy: [TWO_AT_ONCE],
  },
  {
    name: 'legacy-loser-is-paid',
    lies: 'names the wrong state to the second of two legacy cancels at the same moment',
    tell: atOnce({ example: '570061' }),
    draws: ['wrong-issue'],
    seenBy: [TWO_AT_ONCE],
  },
]);
