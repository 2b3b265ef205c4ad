import type { Invoice } from '../invoices.ts';
import { freshDebugId } from '../personalise.ts';
import type { LegacyFault } from './decide-legacy.ts';
import { invoiceNumberOf, invoiceUrlOf } from './legacy-invoice.ts';
import { isMessage, type LegacyMessage, type LegacyValue, listAt, memberAt } from './legacy-message.ts';

/** The members of an envelope and of an error in the order in which the service was recorded to write them. */
const ENVELOPE_ORDER = ['timestamp', 'ack', 'correlationId', 'build'];
const ERROR_ORDER = ['errorId', 'domain', 'subdomain', 'severity', 'category', 'message', 'parameter'];

/** An example of an answer made this call's own: when, under which id, and about which invoice or what fault. */
export function ownLegacyMessage(
  example: LegacyMessage,
  invoice: Invoice | undefined,
  fault: LegacyFault | undefined,
): LegacyMessage {
  const { responseEnvelope: _, error: __, ...rest } = example;
  const errors = listAt(example, 'error').map((error) => ownError(error, fault));
  return {
    responseEnvelope: ownEnvelope(memberAt(example, 'responseEnvelope')),
    ...(errors.length > 0 && { error: errors }),
    ...rest,
    ...(invoice !== undefined && Object.hasOwn(example, 'invoiceID') && aboutInvoice(invoice)),
  };
}

/** What an answer says of the invoice that it is about. */
export const aboutInvoice = (invoice: Invoice): LegacyMessage => ({
  invoiceID: invoice.id,
  invoiceNumber: invoiceNumberOf(invoice),
  invoiceURL: invoiceUrlOf(invoice),
});

const ownEnvelope = (envelope: LegacyValue | undefined): LegacyMessage =>
  inOrder(ENVELOPE_ORDER, {
    ...(isMessage(envelope) && envelope),
    timestamp: timestampOf(new Date()),
    correlationId: freshDebugId(),
  });

/** Every recorded error has the subdomain that the page calls unused. */
const ownError = (error: LegacyValue, fault: LegacyFault | undefined): LegacyMessage =>
  inOrder(ERROR_ORDER, {
    subdomain: 'Application',
    ...(isMessage(error) && error),
    ...(fault && { message: fault.message, parameter: [fault.parameter] }),
  });

const inOrder = (order: readonly string[], message: LegacyMessage): LegacyMessage =>
  Object.fromEntries(
    [...new Set([...order, ...Object.keys(message)])].flatMap((name) =>
      Object.hasOwn(message, name) ? [[name, message[name]]] : [],
    ),
  );

/** The hours that the service's clock is behind UTC: all recorded answers carry the time of California. */
const HOURS_BEHIND = 7;

/** A moment as the service writes it, e.g. `2012-04-02T22:33:35.774-07:00`. */
export const timestampOf = (moment: Date): string =>
  new Date(moment.getTime() - HOURS_BEHIND * 3_600_000).toISOString().replace('Z', `-0${HOURS_BEHIND}:00`);
