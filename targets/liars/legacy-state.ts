import type { Lie } from '../lie.ts';
import type { InvoiceState } from '../prism/invoices.ts';
import { LEGACY_DONE, type LegacyDecision } from '../prism/legacy/decide-legacy.ts';
import { type LegacyMessage, memberAt, textAt } from '../prism/legacy/legacy-message.ts';
import { onCode, onDone, redeciding } from './legacy-rewrite.ts';
import { ofClass } from './liar.ts';

/** Cancels an invoice in a state that forbids it. */
const cancelling = (state: InvoiceState): Lie => redeciding(({ invoice }) => invoice?.state === state, LEGACY_DONE);

const showing = (change: (status: string) => string): Lie => ({
  legacy: {
    details: (details): LegacyMessage => ({
      ...details,
      invoiceDetails: {
        ...Object(memberAt(details, 'invoiceDetails')),
        status: change(textAt(details, 'invoiceDetails', 'status') ?? ''),
      },
    }),
  },
});

/** After a refusal of an invoice that could be cancelled, the next cancel of it is refused too. */
function remembersRefusals(next: LegacyDecision): Lie {
  const refused = new Set<string>();
  return {
    legacy: {
      decide: ({ invoice, decision }) => {
        if (invoice?.state !== 'SENT') return decision;
        if (decision.example !== 'Success') refused.add(invoice.id);
        return decision.example === 'Success' && refused.has(invoice.id) ? next : decision;
      },
    },
  };
}

/** Legacy answers that do not fit the invoice, and invoices that do not fit the answer. */
export const legacyStateLiars = ofClass('state', [
  {
    name: 'legacy-cancels-twice',
    lies: 'acknowledges a second legacy cancel',
    tell: cancelling('CANCELLED'),
    draws: ['wrong-ack'],
    seenBy: ['legacy.state.cancelled'],
  },
  {
    name: 'legacy-cancels-drafts',
    lies: 'cancels drafts',
    tell: cancelling('DRAFT'),
    draws: ['wrong-ack'],
    seenBy: ['legacy.state.draft', 'legacy.format.json-xml.fault'],
  },
  {
    name: 'legacy-cancels-paid',
    lies: 'cancels invoices that are paid',
    tell: cancelling('MARKED_AS_PAID'),
    draws: ['wrong-ack'],
    seenBy: ['legacy.state.paid'],
  },
  {
    name: 'legacy-refunded-is-paid',
    lies: 'refuses a refunded invoice as a paid one',
    tell: redeciding(onCode('570099'), { example: '570061' }),
    draws: ['wrong-issue'],
    seenBy: ['legacy.state.refunded'],
  },
  {
    name: 'legacy-deleted-never-was',
    lies: 'has forgotten the invoices that were deleted',
    tell: redeciding(onCode('571001'), { example: '580047' }),
    draws: ['wrong-issue'],
    seenBy: ['legacy.state.deleted'],
  },
  {
    name: 'legacy-unknown-was-deleted',
    lies: 'takes an id that never was for one that was deleted',
    tell: redeciding(onCode('580047'), { example: '571001' }),
    draws: ['wrong-issue'],
    seenBy: ['legacy.state.unknown'],
  },
  {
    name: 'legacy-sent-is-paid',
    lies: 'refuses every cancel of a sent invoice as of a paid one',
    tell: redeciding(onDone, { example: '570061' }),
    draws: ['wrong-ack'],
    seenBy: ['legacy.state.sent', 'legacy.request.least'],
  },
  {
    name: 'legacy-cancels-nothing',
    lies: 'acknowledges a legacy cancel and leaves the invoice as it is',
    tell: { legacy: { stateAfter: (honest, { invoice }) => invoice?.state ?? honest } },
    draws: ['wrong-state'],
    seenBy: ['legacy.state.sent', 'legacy.request.least'],
  },
  {
    name: 'legacy-refusal-cancels',
    lies: 'cancels an invoice whose legacy cancel it refuses',
    tell: { legacy: { stateAfter: () => 'CANCELLED' } },
    draws: ['wrong-state'],
    seenBy: ['legacy.state.draft', 'legacy.access.foreign', 'legacy.fault.internal'],
  },
  {
    name: 'legacy-shows-cancelled-as-sent',
    lies: 'shows a cancelled invoice as sent',
    tell: showing((status) => (status === 'Canceled' ? 'Sent' : status)),
    draws: ['wrong-state'],
    seenBy: ['legacy.state.sent'],
  },
  {
    name: 'legacy-refused-once-is-paid',
    lies: 'takes an invoice for paid once a legacy cancel of it was refused',
    tell: remembersRefusals({ example: '570061' }),
    draws: ['not-cancellable'],
    seenBy: ['legacy.access.foreign', 'legacy.fault.internal'],
  },
]);
