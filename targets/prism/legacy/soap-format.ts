import type { LegacyFormat } from './legacy-format.ts';
import { isMessage, type LegacyMessage, textAt } from './legacy-message.ts';
import { requestIn, rootElementOf, xmlFormat } from './xml-format.ts';
import { elementIn, onlyElement, xmlOf } from './xml-text.ts';

const ENVELOPE = 'http://schemas.xmlsoap.org/soap/envelope/';

/** SOAP 1.1: the XML message in an envelope, an error in the detail of a fault, which HTTP shows as 500 (§6.2). */
export const soapFormat: LegacyFormat = {
  mediaType: xmlFormat.mediaType,
  read(text) {
    const envelope = elementIn(text);
    if (envelope?.name !== 'Envelope' || !isMessage(envelope.value)) return undefined;
    return requestIn(onlyElement(envelope.value.Body));
  },
  write(answer) {
    const element = rootElementOf(answer);
    const body = answer.isFault ? { 'soapenv:Fault': faultOf(answer.message, element) } : element;
    return xmlOf({ 'soapenv:Envelope': { '@xmlns:soapenv': ENVELOPE, 'soapenv:Body': body } });
  },
  statusOf: (isFault) => (isFault ? 500 : 200),
};

const faultOf = (message: LegacyMessage, detail: LegacyMessage): LegacyMessage => ({
  faultcode: 'soapenv:Server',
  faultstring: textAt(message, 'error', 'message') ?? '',
  detail,
});
