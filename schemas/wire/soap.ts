import { bounded, excerpt } from './bounds.ts';
import type { Codec, Decoded, Undecodable } from './codec.ts';
import { rootMessage } from './element-message.ts';
import { type Element, readElement } from './read-element.ts';
import { documentOf, requestElement } from './xml.ts';

/** The namespace that makes an envelope one of SOAP 1.1 (§4). */
const ENVELOPE_NAMESPACE = 'http://schemas.xmlsoap.org/soap/envelope/';

const undecodable = (sentence: string): Undecodable => ({ undecodable: sentence });

const childrenNamed = ({ children }: Element, name: string): readonly Element[] =>
  children.filter((child) => child.name === name);

/** The one element inside another, or what stands in its way. */
function onlyChild(within: Element): Element | Undecodable {
  const { name, children } = within;
  const [child] = children;
  return child === undefined || children.length > 1
    ? undecodable(`The SOAP ${name} holds ${children.length} elements, where one message is.`)
    : child;
}

/** What the Body of an envelope holds. */
function contentOf(envelope: Element | Undecodable): Element | Undecodable {
  if ('undecodable' in envelope) return envelope;
  if (envelope.name !== 'Envelope' || envelope.namespace !== ENVELOPE_NAMESPACE)
    return undecodable(`${excerpt(envelope.name)} is no Envelope of SOAP 1.1.`);
  const bodies = childrenNamed(envelope, 'Body');
  const [body] = bodies;
  return body === undefined || bodies.length > 1
    ? undecodable(`The SOAP Envelope holds ${bodies.length} Bodies, where one is.`)
    : onlyChild(body);
}

/** The message in a fault's detail. A fault without one is no message of PayPal's; what it says is told. */
function inDetail(fault: Element): Element | Undecodable {
  const [detail] = childrenNamed(fault, 'detail');
  const [reason] = childrenNamed(fault, 'faultstring');
  return detail === undefined
    ? undecodable(`The SOAP Fault has no detail, and so no message; it says: ${excerpt(reason?.text ?? 'nothing')}`)
    : onlyChild(detail);
}

const messageOf = (found: Element | Undecodable): Decoded => ('undecodable' in found ? found : rootMessage(found));

const decodeRequest = (text: string): Decoded => messageOf(contentOf(readElement(text)));

function decodeResponse(text: string): Decoded {
  const content = contentOf(readElement(text));
  return messageOf('name' in content && content.name === 'Fault' ? inDetail(content) : content);
}

/** SOAP 1.1: the message in an envelope's Body, or in the detail of a Fault; faultcode and faultstring add nothing. */
export const soap: Codec = {
  format: 'SOAP',
  mediaType: 'text/xml; charset=utf-8',
  encodeRequest: (root, message) =>
    documentOf({
      'soapenv:Envelope': {
        '@_xmlns:soapenv': ENVELOPE_NAMESPACE,
        'soapenv:Body': requestElement('SOAP', root, message),
      },
    }),
  decodeRequest: bounded(decodeRequest),
  decodeResponse: bounded(decodeResponse),
};
