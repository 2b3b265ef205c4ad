import { XMLBuilder } from 'fast-xml-parser';
import { bounded } from './bounds.ts';
import { assertCarried } from './carried.ts';
import type { Codec, Decoded } from './codec.ts';
import { rootMessage } from './element-message.ts';
import type { Message } from './message.ts';
import { readElement } from './read-element.ts';
import { IN_XML } from './restrictions.ts';

/** The namespace of requests: that of PayPal's SDKs. Answers are read in whatever namespace. */
const REQUEST_NAMESPACE = 'http://svcs.paypal.com/types/pt';

const builder = new XMLBuilder({ ignoreAttributes: false });

/** A request's element for the builder, after a check that it can be written; qualified, its children are not. */
export function requestElement(
  format: 'XML' | 'SOAP',
  root: string,
  message: Message,
): Readonly<Record<string, unknown>> {
  assertCarried(format, root, message, IN_XML);
  return { [`pt:${root}`]: { '@_xmlns:pt': REQUEST_NAMESPACE, ...message } };
}

/** A document. A carriage return has to be a reference: as it is, a reader makes a line feed of it. */
export const documentOf = (content: Readonly<Record<string, unknown>>): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${builder.build(content).replaceAll('\r', '&#13;')}`;

function decode(text: string): Decoded {
  const read = readElement(text);
  return 'undecodable' in read ? read : rootMessage(read);
}

/** XML 1.0: the message is the root element. */
export const xml: Codec = {
  format: 'XML',
  mediaType: 'application/xml',
  encodeRequest: (root, message) => documentOf(requestElement('XML', root, message)),
  decodeRequest: bounded(decode),
  decodeResponse: bounded(decode),
};
