import type { RequestBody } from '../../../schemas/contract/operation.ts';
import type { Invoice, InvoiceState } from '../invoices.ts';
import type { DemandedFormats } from './demanded-formats.ts';
import type { ReadRequest } from './legacy-format.ts';
import { textAt } from './legacy-message.ts';
import { requestFault } from './request-fault.ts';

/** What a legacy call deserves. */
export interface LegacyDecision {
  /** `Success`, or a six-digit error code: the name of the contract's example. */
  readonly example: string;
  /** What is at fault in a request that 580022 refuses; absent for every other answer. */
  readonly fault?: LegacyFault;
}

/** A part of a request that is at fault. */
export interface LegacyFault {
  /** The name of a member, e.g. `requestEnvelope.errorLanguage`, or of a header. */
  readonly parameter: string;
  readonly message: string;
}

/** All that a decision depends on. */
export interface LegacyFacts {
  /** The client id of whom the credentials name; undefined where they name nobody. */
  readonly caller: string | undefined;
  readonly formats: DemandedFormats;
  /** What the request says; undefined where it is not of the format that it names. */
  readonly said: ReadRequest | undefined;
  readonly invoice: Invoice | undefined;
  /** Whether there was an invoice of this id once. */
  readonly isDeleted: boolean;
  /** The code that the next cancel of the invoice was to be answered with. */
  readonly armed: string | undefined;
}

/** The cancel is done. */
export const LEGACY_DONE: LegacyDecision = { example: 'Success' };

/**
 * The code that forbids to cancel an invoice of a state; null where it can be cancelled. Source: the errors of the page. It
 * has none for a scheduled invoice, which is taken for what it is until its day: a draft.
 */
export const REFUSING_CODE: Readonly<Record<InvoiceState, string | null>> = {
  DRAFT: '570063',
  SENT: null,
  UNPAID: null,
  SCHEDULED: '570063',
  MARKED_AS_PAID: '570061',
  PARTIALLY_PAID: '570061',
  MARKED_AS_REFUNDED: '570099',
  PARTIALLY_REFUNDED: '570099',
  CANCELLED: '570062',
};

/** The invoice that a request is about; empty where it names none. */
export const invoiceIdIn = (said: ReadRequest | undefined): string => textAt(said?.message, 'invoiceID') ?? '';

/** Decides in the order credentials, request, existence, ownership, armed fault, state; the first that refuses answers. */
export function decideLegacyCancel(facts: LegacyFacts, contract: RequestBody | null): LegacyDecision {
  return refusedCall(facts, 'CancelInvoice', contract) ?? refusedInvoice(facts) ?? refusedState(facts) ?? LEGACY_DONE;
}

/** Why a call of any operation is refused before anybody looks for its invoice. */
export function refusedCall(
  { caller, formats, said }: Pick<LegacyFacts, 'caller' | 'formats' | 'said'>,
  operation: string,
  contract: RequestBody | null,
): LegacyDecision | undefined {
  if (caller === undefined) return { example: '520003' };
  const fault = requestFault(formats, said, operation, contract);
  return fault && { example: '580022', fault };
}

/** Why a caller may not have to do with an invoice. */
export function refusedInvoice({ caller, invoice, isDeleted }: LegacyFacts): LegacyDecision | undefined {
  if (invoice === undefined) return { example: isDeleted ? '571001' : '580047' };
  return invoice.owner === caller ? undefined : { example: '550027' };
}

function refusedState({ invoice, armed }: LegacyFacts): LegacyDecision | undefined {
  if (armed !== undefined) return { example: armed };
  const code = invoice === undefined ? null : REFUSING_CODE[invoice.state];
  return code === null ? undefined : { example: code };
}
