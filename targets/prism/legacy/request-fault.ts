import type { ErrorObject } from 'ajv';
import type { RequestBody } from '../../../schemas/contract/operation.ts';
import type { LegacyFault } from './decide-legacy.ts';
import type { DemandedFormats } from './demanded-formats.ts';
import type { ReadRequest } from './legacy-format.ts';
import { textAt } from './legacy-message.ts';

/** What is at fault in a request, its formats and its id first; undefined where nothing is. */
export function requestFault(
  formats: DemandedFormats,
  said: ReadRequest | undefined,
  operation: string,
  contract: RequestBody | null,
): LegacyFault | undefined {
  if (formats.fault !== undefined) return faultAt(formats.fault);
  if (said === undefined || (said.root !== null && said.root !== `${operation}Request`))
    return {
      parameter: `${operation}Request`,
      message: `The request is not a ${operation}Request in ${formats.request}`,
    };
  const [error] = contract?.validate(said.message) === false ? (contract.validate.errors ?? []) : [];
  if (error !== undefined) return faultAt(memberOf(error));
  // The page calls the id optional, and nothing can be done without one.
  const named = operation === 'CreateInvoice' || (textAt(said.message, 'invoiceID') ?? '') !== '';
  return named ? undefined : faultAt('invoiceID');
}

const faultAt = (parameter: string): LegacyFault => ({ parameter, message: `Invalid request parameter: ${parameter}` });

/** The member at fault as the wire names it: `requestEnvelope.errorLanguage`, `item(0).quantity`. */
function memberOf({ instancePath, keyword, params }: ErrorObject): string {
  const missing = keyword === 'required' ? `/${params.missingProperty}` : '';
  return `${instancePath}${missing}`
    .slice(1)
    .replaceAll(/\/(\d+)(?=\/|$)/g, '($1)')
    .replaceAll('/', '.');
}
