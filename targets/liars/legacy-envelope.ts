import { anywhere, lacking, onDone, rewritingEnvelope, rewritingMessage } from './legacy-rewrite.ts';
import { ofClass } from './liar.ts';

const DRAFT = 'legacy.state.draft';
const SENT = 'legacy.state.sent';

/** Every answer with another text in its envelope; null leaves the member out. */
const inEnvelope = (name: string, value: string | null) =>
  rewritingEnvelope(anywhere, (envelope) =>
    value === null ? lacking(envelope, name) : { ...envelope, [name]: value },
  );

/** Envelopes of legacy answers that the page's tables do not allow. */
export const legacyEnvelopeLiars = ofClass('schema', [
  {
    name: 'legacy-no-ack',
    lies: 'leaves the acknowledgment out',
    tell: inEnvelope('ack', null),
    draws: ['missing-ack'],
    seenBy: [DRAFT, SENT],
  },
  {
    name: 'legacy-no-envelope',
    lies: 'leaves the response envelope out',
    tell: rewritingMessage(onDone, (message) => lacking(message, 'responseEnvelope')),
    draws: ['missing-ack'],
    seenBy: [SENT, 'legacy.format.xml-json.success'],
  },
  {
    name: 'legacy-ack-of-its-own',
    lies: 'acknowledges with a word that is not documented',
    tell: rewritingEnvelope(anywhere, (envelope) => ({
      ...envelope,
      ack: envelope.ack === 'Success' ? 'OK' : 'Error',
    })),
    draws: ['unknown-ack'],
    seenBy: [DRAFT, SENT],
  },
  {
    name: 'legacy-ack-in-lower-case',
    lies: 'writes its acknowledgment in lower case',
    tell: rewritingEnvelope(anywhere, (envelope) => ({ ...envelope, ack: String(envelope.ack).toLowerCase() })),
    draws: ['unknown-ack'],
    seenBy: [DRAFT, SENT],
  },
  {
    name: 'legacy-no-correlation-id',
    lies: 'leaves the correlationId out',
    tell: inEnvelope('correlationId', null),
    draws: ['missing-correlation-id'],
    seenBy: [DRAFT, SENT, 'legacy.format.json-xml.fault'],
  },
  {
    name: 'legacy-empty-correlation-id',
    lies: 'leaves the correlationId empty',
    tell: inEnvelope('correlationId', ''),
    draws: ['missing-correlation-id'],
    seenBy: [DRAFT],
  },
  {
    name: 'legacy-correlation-id-of-12',
    lies: 'cuts the correlationId to 12 characters',
    tell: rewritingEnvelope(anywhere, (envelope) => ({
      ...envelope,
      correlationId: String(envelope.correlationId).slice(0, 12),
    })),
    draws: ['wrong-correlation-id'],
    seenBy: [DRAFT, SENT],
  },
  {
    name: 'legacy-correlation-id-with-dashes',
    lies: 'writes a correlationId of 13 characters with a dash among them',
    tell: inEnvelope('correlationId', 'db87c-05a910e'),
    draws: ['wrong-correlation-id'],
    seenBy: [DRAFT],
  },
  {
    name: 'legacy-no-timestamp',
    lies: 'leaves the timestamp out',
    tell: inEnvelope('timestamp', null),
    draws: ['missing-timestamp'],
    seenBy: [DRAFT, SENT],
  },
  {
    name: 'legacy-empty-timestamp',
    lies: 'leaves the timestamp empty',
    tell: inEnvelope('timestamp', ''),
    draws: ['missing-timestamp'],
    seenBy: [SENT],
  },
  {
    name: 'legacy-local-timestamp',
    lies: 'writes its timestamp without an offset',
    tell: inEnvelope('timestamp', '2012-04-02T22:33:35.774'),
    draws: ['wrong-timestamp'],
    seenBy: [DRAFT, SENT],
  },
  {
    name: 'legacy-http-timestamp',
    lies: 'writes its timestamp as HTTP does',
    tell: inEnvelope('timestamp', 'Mon, 02 Apr 2012 22:33:35 GMT'),
    draws: ['wrong-timestamp'],
    seenBy: [DRAFT],
  },
  {
    name: 'legacy-build-in-parts',
    lies: 'gives its build number in parts',
    tell: rewritingEnvelope(anywhere, (envelope) => ({ ...envelope, build: { major: '1877', minor: '082' } })),
    draws: ['schema-violation'],
    seenBy: [DRAFT, SENT],
  },
]);
