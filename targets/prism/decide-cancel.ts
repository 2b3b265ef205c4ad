import type { ErrorObject } from 'ajv';
import { valueAt } from '../../schemas/contract/clause.ts';
import type { Operation } from '../../schemas/contract/operation.ts';
import type { Invoice, InvoiceState } from './invoices.ts';
import { essenceOf } from './media-type.ts';
import type { Access } from './tokens.ts';

/** What a cancel deserves: a status, and the name of the example that says so (null where there is no body). */
export interface Decision {
  readonly status: number;
  readonly example: string | null;
  /** The request member at fault, for `details[0]`; absent where no member is. */
  readonly fault?: Fault;
}

/** Where a request is at fault: `field` is a JSON Pointer, `value` what was sent there, as text. */
export interface Fault {
  readonly field: string;
  readonly value: string;
  readonly location: 'body' | 'path';
}

/** All that a decision depends on. */
export interface CancelFacts {
  readonly access: Access;
  /** The Content-Type header; undefined where none was sent. */
  readonly contentType: string | undefined;
  /** The body's text; empty where none was sent. */
  readonly text: string;
  /** The invoice id of the path, unescaped. */
  readonly id: string;
  readonly invoice: Invoice | undefined;
}

/** The issue that forbids to cancel an invoice of a state; null where it can be cancelled. Source: the 422 of the contract. */
export const REFUSING_ISSUE: Readonly<Record<InvoiceState, string | null>> = {
  DRAFT: 'CANNOT_CANCEL_DRAFT_INVOICE',
  SENT: null,
  UNPAID: null,
  SCHEDULED: 'CANNOT_CANCEL_SCHEDULED_INVOICE',
  MARKED_AS_PAID: 'CANNOT_CANCEL_PAID_INVOICE',
  PARTIALLY_PAID: 'CANNOT_CANCEL_PAID_INVOICE',
  MARKED_AS_REFUNDED: 'CANNOT_CANCEL_REFUNDED_INVOICE',
  PARTIALLY_REFUNDED: 'CANNOT_CANCEL_REFUNDED_INVOICE',
  CANCELLED: 'INVOICE_CANCELED_ALREADY',
};

/** The issue that a refused keyword is reported as. Source: the 400 of the contract, which has no issue for any other. */
const ISSUE_OF_KEYWORD: Readonly<Record<string, string>> = {
  maxLength: 'INVALID_STRING_MAX_LENGTH',
  maxItems: 'INVALID_ARRAY_MAX_ITEMS',
};

/** Decides in the order access, media type, path, ownership, body, state; the first that refuses answers. */
export function decideCancel(facts: CancelFacts, operation: Operation): Decision {
  return (
    refusedAccess(facts) ??
    refusedMediaType(facts, operation) ??
    refusedPath(facts, operation) ??
    refusedBody(facts, operation) ??
    refusedState(facts) ?? { status: 204, example: null }
  );
}

const pathFault = ({ id }: CancelFacts): Fault => ({ field: '/invoice_id', value: id, location: 'path' });

function refusedAccess(facts: CancelFacts): Decision | undefined {
  const { access } = facts;
  if (access.kind === 'none') return { status: 401, example: 'AUTHENTICATION_FAILURE' };
  return access.scoped ? undefined : { status: 403, example: 'PERMISSION_DENIED', fault: pathFault(facts) };
}

function refusedMediaType({ contentType }: CancelFacts, { requestBody }: Operation): Decision | undefined {
  const accepted = requestBody?.mediaTypes.includes(essenceOf(contentType) ?? '') ?? true;
  return accepted ? undefined : { status: 415, example: 'UNSUPPORTED_MEDIA_TYPE' };
}

function refusedPath(facts: CancelFacts, { parameters }: Operation): Decision | undefined {
  const { id, invoice, access } = facts;
  const wellFormed = parameters.every((parameter) => parameter.in !== 'path' || parameter.validate(id));
  if (!wellFormed || invoice === undefined) return { status: 404, example: 'RESOURCE_NOT_FOUND' };
  const own = access.kind === 'merchant' && access.clientId === invoice.owner;
  return own ? undefined : { status: 403, example: 'PERMISSION_DENIED', fault: pathFault(facts) };
}

function refusedBody({ text }: CancelFacts, { requestBody }: Operation): Decision | undefined {
  if (requestBody === null) return undefined;
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return { status: 400, example: 'INVALID_REQUEST' };
  }
  if (requestBody.validate(body)) return undefined;
  return decisionOfErrors(requestBody.validate.errors ?? [], body);
}

/** A fault that the contract has an issue for is named before one that it has none for. */
function decisionOfErrors(errors: readonly ErrorObject[], body: unknown): Decision {
  const documented = errors.find(({ keyword }) => Object.hasOwn(ISSUE_OF_KEYWORD, keyword));
  if (documented === undefined) return { status: 400, example: 'INVALID_REQUEST' };
  const sent = valueAt(body, documented.instancePath);
  return {
    status: 400,
    example: ISSUE_OF_KEYWORD[documented.keyword] ?? null,
    fault: {
      field: documented.instancePath,
      value: typeof sent === 'string' ? sent : JSON.stringify(sent),
      location: 'body',
    },
  };
}

function refusedState(facts: CancelFacts): Decision | undefined {
  const issue = facts.invoice === undefined ? null : REFUSING_ISSUE[facts.invoice.state];
  return issue === null ? undefined : { status: 422, example: issue, fault: pathFault(facts) };
}
