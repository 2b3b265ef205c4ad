import { listAt } from '../prism/legacy/legacy-message.ts';
import type { HonestVariant } from './honest-variant.ts';
import {
  anywhere,
  lacking,
  onDone,
  onFault,
  rewritingEnvelope,
  rewritingError,
  rewritingMessage,
  saying,
} from './legacy-rewrite.ts';

/** Other legacy messages that say the same, or what the page leaves open. */
export const legacyHonestMessages: readonly HonestVariant[] = [
  {
    name: 'legacy-pp-fault-message',
    does: 'calls a refusal PPFaultMessage',
    tell: saying(onFault, () => ({ root: 'PPFaultMessage' })),
  },
  { name: 'legacy-pp-fault', does: 'calls a refusal PPFault', tell: saying(onFault, () => ({ root: 'PPFault' })) },
  {
    name: 'legacy-no-subdomain',
    does: 'leaves the subdomain out, which is not used',
    tell: rewritingError(onFault, (error) => lacking(error, 'subdomain')),
  },
  {
    name: 'legacy-domain-in-other-case',
    does: 'writes the domain of its errors in other letters',
    tell: rewritingError(onFault, (error) => ({ ...error, domain: 'Platform' })),
  },
  {
    name: 'legacy-other-category',
    does: 'calls a refused request the fault of the request',
    tell: rewritingError(onFault, (error) => ({ ...error, category: 'Request' })),
  },
  {
    name: 'legacy-no-build',
    does: 'does not say its build number',
    tell: rewritingEnvelope(anywhere, (envelope) => lacking(envelope, 'build')),
  },
  {
    name: 'legacy-utc',
    does: 'writes its timestamps in UTC, without a fraction of a second',
    tell: rewritingEnvelope(anywhere, (envelope) => ({ ...envelope, timestamp: '2012-04-03T05:33:35Z' })),
  },
  {
    name: 'legacy-correlation-id-alphabet',
    does: 'writes its correlationId in capitals beyond F',
    tell: rewritingEnvelope(anywhere, (envelope) => ({ ...envelope, correlationId: 'ZB87C705A910X' })),
  },
  {
    name: 'legacy-error-twice',
    does: 'names the same error twice',
    tell: rewritingMessage(onFault, (message) => {
      const errors = listAt(message, 'error');
      return { ...message, error: [...errors, ...errors] };
    }),
  },
  {
    name: 'legacy-parameters',
    does: 'adds two parameters to its errors',
    tell: rewritingError(onFault, (error) => ({ ...error, parameter: ['invoiceID', 'null'] })),
  },
  {
    name: 'legacy-other-url',
    does: 'sends merchants to another page',
    tell: rewritingMessage(onDone, (message) => ({
      ...message,
      invoiceURL: 'https://www.paypal.com/invoice/details/INV2-1?a=1&b=%20',
    })),
  },
];
