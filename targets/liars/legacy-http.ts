import type { TargetAnswer } from '../lie.ts';
import { legacyAnswer } from '../prism/legacy/legacy-answer.ts';
import { anywhere, onDone, onFault, rewritingText, rewritten, saying } from './legacy-rewrite.ts';
import { ofClass } from './liar.ts';
import { withBody, withHeader } from './rewrite.ts';

const DRAFT = 'legacy.state.draft';
const SENT = 'legacy.state.sent';
const XML_FAULT = 'legacy.format.json-xml.fault';

const textOf = ({ body }: TargetAnswer): string => String(body);
const WITH_DTD = '<!DOCTYPE r [<!ENTITY ack SYSTEM "file:///etc/hostname">]>';

/** Legacy answers that arrive and cannot be read, or not in the way that was asked for. */
export const legacyHttpLiars = ofClass('http', [
  {
    name: 'legacy-always-json',
    lies: 'answers a legacy call in JSON where XML was asked for',
    tell: saying(anywhere, ({ format }) => (format === 'XML' ? { format: 'JSON' } : {})),
    draws: ['wrong-format'],
    seenBy: [XML_FAULT, 'legacy.format.nv-xml.success'],
  },
  {
    name: 'legacy-always-nv',
    lies: 'answers every legacy call in NV',
    tell: saying(anywhere, () => ({ format: 'NV' })),
    draws: ['wrong-format'],
    seenBy: [DRAFT, SENT, XML_FAULT],
  },
  {
    name: 'legacy-format-of-the-request',
    lies: 'answers a legacy call in the format that it was asked in',
    tell: saying(anywhere, (_, { formats }) => ({ format: formats.request })),
    draws: ['wrong-format'],
    seenBy: [XML_FAULT, 'legacy.format.xml-nv.success'],
  },
  {
    name: 'legacy-truncates',
    lies: 'sends the first half of a legacy answer as if it were all',
    tell: rewritingText((text) => text.slice(0, text.length / 2)),
    draws: ['undecodable-body'],
    seenBy: [DRAFT, SENT, XML_FAULT],
  },
  {
    name: 'legacy-html-page',
    lies: 'refuses legacy calls with an HTML page',
    tell: rewritten(onFault, (answer) =>
      withHeader(withBody(answer, '<!doctype html><title>Error</title>'), 'Content-Type', 'text/html'),
    ),
    draws: ['undecodable-body'],
    seenBy: [DRAFT, XML_FAULT],
  },
  {
    name: 'legacy-no-body',
    lies: 'acknowledges a legacy cancel with nothing',
    tell: rewritten(onDone, (answer) => withBody(answer, '')),
    draws: ['undecodable-body'],
    seenBy: [SENT, 'legacy.format.nv-nv.success'],
  },
  {
    name: 'legacy-document-type',
    lies: 'puts a document type with an external entity before its XML',
    tell: rewritingText((text) => text.replace(/(?<=\?>)/, WITH_DTD)),
    draws: ['undecodable-body'],
    seenBy: [XML_FAULT, 'legacy.format.soap.success'],
  },
  {
    name: 'legacy-two-documents',
    lies: 'sends its XML twice in one answer',
    tell: rewritingText((text) => (text.startsWith('<?xml') ? text + text.replace(/<\?xml.*?\?>/, '') : text)),
    draws: ['undecodable-body'],
    seenBy: [XML_FAULT, 'legacy.format.xml-xml.success'],
  },
  {
    name: 'legacy-other-root',
    lies: 'calls a refused cancel after another operation',
    tell: saying(onFault, () => ({ root: 'GetInvoiceDetailsResponse' })),
    draws: ['wrong-root'],
    seenBy: [XML_FAULT, 'legacy.format.soap.fault'],
  },
  {
    name: 'legacy-success-called-fault',
    lies: 'calls the answer to a cancel that is done a fault',
    tell: saying(onDone, ({ format, message }) => ({ ...legacyAnswer(format, '', message), root: 'FaultMessage' })),
    draws: ['wrong-root'],
    seenBy: ['legacy.format.xml-xml.success', 'legacy.format.nv-xml.success'],
  },
  {
    name: 'legacy-latin-1',
    lies: 'adds a letter in ISO 8859-1 to its legacy messages',
    tell: rewritten(onFault, (answer) =>
      withBody(answer, Buffer.from(textOf(answer).replace('Application', 'Appliqu\u00e9'), 'latin1')),
    ),
    draws: ['invalid-utf8'],
    seenBy: [DRAFT, XML_FAULT],
  },
  {
    name: 'legacy-broken-byte',
    lies: 'has a byte among its build number that is no UTF-8',
    tell: rewritten(onDone, (answer) => {
      const [before = '', after = ''] = textOf(answer).split(/(?<=1877)/);
      return withBody(answer, Buffer.concat([Buffer.from(before), Buffer.of(0xff), Buffer.from(after)]));
    }),
    draws: ['invalid-utf8'],
    seenBy: [SENT],
  },
]);
