import type { Expected } from '../schemas/checks/check.ts';
import { judgeExchange } from '../schemas/checks/judge.ts';
import { valueAt } from '../schemas/contract/clause.ts';
import { loadOperation, type Operation } from '../schemas/contract/operation.ts';
import { packageFile } from '../schemas/contract/package-file.ts';
import { loadSpec } from '../schemas/contract/spec.ts';
import type { Answer, AnsweredExchange, Header } from '../schemas/exchange.ts';
import type { Finding } from '../schemas/finding.ts';
import type { WireFormat } from '../schemas/wire/codec.ts';
import { codecFor } from '../schemas/wire/codecs.ts';
import type { Message } from '../schemas/wire/message.ts';

/** The legacy operation, from our own document of the page. */
export const legacyCancel: Operation = loadOperation(
  loadSpec(packageFile('specs/legacy.cancel-invoice.openapi.yaml')),
  'CancelInvoice',
);

/** The invoice of every sample. */
export const INVOICE_ID = 'INV2-RVY9-UWTW-64HZ-BR9W';

/** The example of the contract that has this name: `Success`, or a code. A copy of its own. */
export function sampleMessage(name: string): Message {
  const content = `${legacyCancel.statusContract(200)?.contentPointer}/application~1json`;
  return structuredClone(valueAt(legacyCancel.spec.document, `${content}/examples/${name}/value`)) as Message;
}

const FORMATS: Readonly<Record<WireFormat, readonly Header[]>> = {
  NV: [['X-PAYPAL-RESPONSE-DATA-FORMAT', 'NV']],
  JSON: [['X-PAYPAL-RESPONSE-DATA-FORMAT', 'JSON']],
  XML: [['X-PAYPAL-RESPONSE-DATA-FORMAT', 'XML']],
  SOAP: [['X-PAYPAL-MESSAGE-PROTOCOL', 'SOAP11']],
};

/** Headers of a request that wants its answer in a format; it is itself in NV, or in SOAP. */
export const asking = (format: WireFormat): readonly Header[] =>
  format === 'SOAP' ? FORMATS.SOAP : [['X-PAYPAL-REQUEST-DATA-FORMAT', 'NV'], ...FORMATS[format]];

const REQUEST: Message = { requestEnvelope: { errorLanguage: 'en_US' }, invoiceID: INVOICE_ID };

/** A message as an answer has it on the wire; in XML it is a fault where it says so or has an error, unless a root is given. */
export function onTheWire(message: Message, format: WireFormat, root?: string): string {
  const ack = valueAt(message, '/responseEnvelope/ack');
  const isFault = ack === undefined ? message.error !== undefined : String(ack).startsWith('Failure');
  return codecFor(format).encodeRequest(root ?? (isFault ? 'FaultMessage' : 'CancelInvoiceResponse'), message);
}

/** A legacy cancel that asked for a format and was answered by this text. */
export function answeredLegacy(format: WireFormat, body: string, more: Partial<Answer> = {}): AnsweredExchange {
  const path = '/Invoice/CancelInvoice';
  const sent = codecFor(format === 'SOAP' ? 'SOAP' : 'NV').encodeRequest('CancelInvoiceRequest', REQUEST);
  const request = { method: 'POST', url: `http://127.0.0.1:4010${path}`, path, headers: asking(format), body: sent };
  const bodyBytes = Buffer.byteLength(body);
  return {
    operation: legacyCancel.id,
    request: { ...request, credential: 'merchant' },
    response: { kind: 'answer', status: 200, headers: [], body, bodyBytes, validUtf8: true, ...more },
    startedAt: '2026-01-01T00:00:00.000Z',
    durationMs: 1,
  };
}

/** What a scenario of the legacy operation expects. */
export const expectingAck = (ack: 'Success' | 'Failure', issue?: string): Expected => ({
  status: [],
  ack,
  ...(issue !== undefined && { issue }),
  clause: legacyCancel.clause,
  level: 'MUST',
  origin: 'spec',
});

/** What the checks find in an answer. */
export const judgedLegacy = (exchange: AnsweredExchange, expected?: Expected): readonly Finding[] =>
  judgeExchange(exchange, { operation: legacyCancel, ...(expected && { expected }) });
