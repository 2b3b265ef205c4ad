import type { TargetRequest } from '../../lie.ts';
import type { LegacyFormatName } from './legacy-format.ts';

/** The formats that a call's headers ask for, each free to differ from the other. */
export interface DemandedFormats {
  readonly request: LegacyFormatName;
  readonly response: LegacyFormatName;
  /** The header that names no format, or is missing; the formats are then the nearest ones. Absent where both are named. */
  readonly fault?: string;
}

const PROTOCOL = 'x-paypal-message-protocol';
const REQUEST = 'x-paypal-request-data-format';
const RESPONSE = 'x-paypal-response-data-format';

/** What is said of formats in headers: SOAP asks for itself both ways; an answer to an unknown format comes in the other one, or in NV. */
export function demandedFormats({ headers }: TargetRequest): DemandedFormats {
  if (headers[PROTOCOL]?.toUpperCase() === 'SOAP11') return { request: 'SOAP', response: 'SOAP' };
  const request = formatOf(headers[REQUEST]);
  const response = formatOf(headers[RESPONSE]);
  const fault = request === undefined ? REQUEST : response === undefined ? RESPONSE : undefined;
  const nearest = response ?? request ?? 'NV';
  return { request: request ?? nearest, response: nearest, ...(fault && { fault: fault.toUpperCase() }) };
}

const formatOf = (header: string | undefined): LegacyFormatName | undefined =>
  (['NV', 'JSON', 'XML'] as const).find((name) => name === header?.trim().toUpperCase());
