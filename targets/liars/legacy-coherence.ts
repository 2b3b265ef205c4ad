import { anywhere, lacking, onDone, onFault, rewritingEnvelope, rewritingMessage } from './legacy-rewrite.ts';
import { ofClass } from './liar.ts';

const DRAFT = 'legacy.state.draft';
const SENT = 'legacy.state.sent';

const WARNING = {
  errorId: '580022',
  domain: 'PLATFORM',
  severity: 'Warning',
  category: 'Application',
  message: 'The subject was shortened',
};

/** Legacy answers whose parts do not belong together. */
export const legacyCoherenceLiars = ofClass('coherence', [
  {
    name: 'legacy-refusal-called-success',
    lies: 'acknowledges a refusal as a success',
    tell: rewritingEnvelope(onFault, (envelope) => ({ ...envelope, ack: 'Success' })),
    draws: ['wrong-ack', 'error-in-success'],
    seenBy: [DRAFT, 'legacy.state.unknown', 'legacy.access.foreign'],
  },
  {
    name: 'legacy-success-called-failure',
    lies: 'acknowledges a cancel that is done as a failure',
    tell: rewritingEnvelope(onDone, (envelope) => ({ ...envelope, ack: 'Failure' })),
    draws: ['wrong-ack', 'missing-error'],
    seenBy: [SENT, 'legacy.request.least'],
  },
  {
    name: 'legacy-success-with-error',
    lies: 'lists an error beside a success',
    tell: rewritingMessage(onDone, (message) => ({ ...message, error: [WARNING] })),
    draws: ['error-in-success'],
    seenBy: [SENT, 'legacy.format.nv-json.success'],
  },
  {
    name: 'legacy-success-with-warning',
    lies: 'warns of nothing when it cancels',
    tell: rewritingEnvelope(onDone, (envelope) => ({ ...envelope, ack: 'SuccessWithWarning' })),
    draws: ['ack-warning'],
    seenBy: [SENT],
  },
  {
    name: 'legacy-failure-with-warning',
    lies: 'warns of nothing when it refuses',
    tell: rewritingEnvelope(onFault, (envelope) => ({ ...envelope, ack: 'FailureWithWarning' })),
    draws: ['ack-warning'],
    seenBy: [DRAFT],
  },
  {
    name: 'legacy-failure-without-error',
    lies: 'refuses without an error',
    tell: rewritingMessage(onFault, (message) => lacking(message, 'error')),
    draws: ['missing-error'],
    seenBy: [DRAFT, 'legacy.state.paid', 'legacy.format.json-xml.fault'],
  },
  {
    name: 'legacy-other-invoice',
    lies: 'speaks of another invoice than it cancelled',
    tell: rewritingMessage(onDone, (message) => ({ ...message, invoiceID: 'INV2-RVY9-UWTW-64HZ-BR9W' })),
    draws: ['invoice-mismatch'],
    seenBy: [SENT, 'legacy.format.nv-xml.success'],
  },
  {
    name: 'legacy-invoice-in-lower-case',
    lies: 'writes the id of the invoice that it cancelled in lower case',
    tell: rewritingMessage(onDone, (message) => ({ ...message, invoiceID: String(message.invoiceID).toLowerCase() })),
    draws: ['invoice-mismatch'],
    seenBy: [SENT],
  },
  {
    name: 'legacy-host-name',
    lies: 'tells which of its hosts answered',
    tell: rewritingMessage(anywhere, (message) => ({ ...message, host: 'slcprod1' })),
    draws: ['unknown-member'],
    seenBy: [DRAFT, SENT],
  },
]);
