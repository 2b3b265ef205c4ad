import type { LegacyFormat, WrittenAnswer } from './legacy-format.ts';
import { isMessage, type LegacyMessage, type LegacyValue } from './legacy-message.ts';
import { type Element, elementIn, xmlOf } from './xml-text.ts';

/** One element in a namespace of PayPal's, its children in none. */
export const xmlFormat: LegacyFormat = {
  mediaType: 'text/xml; charset=utf-8',
  read: (text) => requestIn(elementIn(text)),
  write: (answer) => xmlOf(rootElementOf(answer)),
  statusOf: () => 200,
};

/** The namespaces of faults, and of everything else, as recorded. */
const COMMON = 'http://svcs.paypal.com/types/common';
const TYPES = 'http://svcs.paypal.com/types/pt';

/** The message that an element holds; an empty element holds none of the members. */
export function requestIn(element: Element | undefined): { root: string; message: LegacyMessage } | undefined {
  if (element === undefined) return undefined;
  const message: LegacyValue = typeof element.value === 'string' ? {} : element.value;
  return isMessage(message) ? { root: element.name, message } : undefined;
}

/** The answer as one qualified element with unqualified children. */
export const rootElementOf = ({ root, message, isFault }: WrittenAnswer): LegacyMessage => ({
  [`ns2:${root}`]: { '@xmlns:ns2': isFault ? COMMON : TYPES, ...message },
});
