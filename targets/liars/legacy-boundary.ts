import type { LegacyContext } from '../lie.ts';
import { LEGACY_DONE } from '../prism/legacy/decide-legacy.ts';
import { textAt } from '../prism/legacy/legacy-message.ts';
import { onDone, redeciding, taking } from './legacy-rewrite.ts';
import { ofClass } from './liar.ts';

/** Where a request is refused for a part of it. */
const refusedFor =
  (...parameters: readonly string[]) =>
  ({ decision }: LegacyContext): boolean =>
    decision.fault !== undefined && parameters.includes(decision.fault.parameter);

/** Requests that are taken although the page refuses them, and the other way round. */
export const legacyBoundaryLiars = ofClass('boundary', [
  {
    name: 'legacy-needs-no-envelope',
    lies: 'cancels without a request envelope',
    tell: taking(refusedFor('requestEnvelope')),
    draws: ['wrong-ack'],
    seenBy: ['legacy.request.no-envelope'],
  },
  {
    name: 'legacy-defaults-language',
    lies: 'takes a missing errorLanguage for its default',
    tell: taking(refusedFor('requestEnvelope.errorLanguage')),
    draws: ['wrong-ack'],
    seenBy: ['legacy.request.no-error-language', 'legacy.request.unsupported-language'],
  },
  {
    name: 'legacy-takes-any-boolean',
    lies: 'takes anything for a boolean',
    tell: taking(refusedFor('sendCopyToMerchant', 'sendPayerNotification')),
    draws: ['wrong-ack'],
    seenBy: ['legacy.request.send_to_recipient.string', 'legacy.request.send_to_invoicer.string'],
  },
  {
    name: 'legacy-needs-no-invoice-id',
    lies: 'acknowledges a cancel of no invoice',
    tell: redeciding(refusedFor('invoiceID'), LEGACY_DONE),
    draws: ['wrong-ack'],
    seenBy: ['legacy.request.no-invoice-id'],
  },
  {
    name: 'legacy-does-not-exist-without-id',
    lies: 'answers a cancel of no invoice as one of an unknown invoice',
    tell: redeciding(refusedFor('invoiceID'), { example: '580047' }),
    draws: ['wrong-issue'],
    seenBy: ['legacy.request.no-invoice-id'],
  },
  {
    name: 'legacy-copy-needs-notification',
    lies: 'refuses a copy to the merchant where the payer is not notified',
    tell: redeciding(
      (context) =>
        onDone(context) &&
        textAt(context.said?.message, 'sendPayerNotification') === 'false' &&
        textAt(context.said?.message, 'sendCopyToMerchant') === 'true',
      { example: '580022' },
    ),
    draws: ['wrong-ack'],
    seenBy: ['legacy.request.copy-without-notification'],
  },
]);
