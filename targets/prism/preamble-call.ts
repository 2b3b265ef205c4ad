import type { TargetAnswer, TargetRequest } from '../lie.ts';
import { errorAnswer } from './errors.ts';
import type { Invoice } from './invoices.ts';
import { essenceOf } from './media-type.ts';
import type { Desk } from './route.ts';

/** A JSON object. */
export type JsonBody = Readonly<Record<string, unknown>>;

/** A call of a preamble that may be carried out. */
export interface AcceptedCall {
  readonly clientId: string;
  /** Valid against the operation's schema; empty for a call without a body. */
  readonly body: JsonBody;
}

/** An accepted call about an invoice of the caller's own. */
export interface OwnCall extends AcceptedCall {
  readonly invoice: Invoice;
}

/**
 * The call, or why it is refused: no valid token 401, no scope 403, a POST that is not JSON 415, a body that the operation's
 * schema refuses 400. Without an operation there is no body.
 */
export async function acceptedCall(
  request: TargetRequest,
  desk: Desk,
  operationId?: string,
): Promise<AcceptedCall | TargetAnswer> {
  const access = desk.books.tokens.accessOf(request.headers.authorization);
  const { examples, preamble } = await desk.contract();
  if (access.kind === 'none') return errorAnswer(examples, 401, 'AUTHENTICATION_FAILURE');
  if (!access.scoped) return errorAnswer(examples, 403, 'PERMISSION_DENIED');
  if (operationId === undefined) return { clientId: access.clientId, body: {} };
  if (essenceOf(request.headers['content-type']) !== 'application/json')
    return errorAnswer(examples, 415, 'UNSUPPORTED_MEDIA_TYPE');
  const body = parsed(request.text);
  if (preamble.get(operationId)?.requestBody?.validate(body) !== true)
    return errorAnswer(examples, 400, 'INVALID_REQUEST');
  return { clientId: access.clientId, body: body as JsonBody };
}

/** The call about the invoice, or why it is refused: beside the above, an unknown invoice 404 and a foreign one 403. */
export async function ownCall(
  request: TargetRequest,
  id: string,
  desk: Desk,
  operationId?: string,
): Promise<OwnCall | TargetAnswer> {
  const call = await acceptedCall(request, desk, operationId);
  if ('status' in call) return call;
  const invoice = desk.books.invoices.get(id);
  const { examples } = await desk.contract();
  if (invoice === undefined) return errorAnswer(examples, 404, 'RESOURCE_NOT_FOUND');
  const fault = { field: '/invoice_id', value: id, location: 'path' } as const;
  if (invoice.owner !== call.clientId) return errorAnswer(examples, 403, 'PERMISSION_DENIED', fault);
  return { ...call, invoice };
}

/** The body; undefined where it is not JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
