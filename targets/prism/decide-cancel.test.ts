import { beforeAll, describe, expect, it } from 'vitest';
import { loadOperation, type Operation } from '../../schemas/contract/operation.ts';
import { packageFile } from '../../schemas/contract/package-file.ts';
import { loadSpec } from '../../schemas/contract/spec.ts';
import { type CancelFacts, decideCancel } from './decide-cancel.ts';
import { createInvoice, type InvoiceState } from './invoices.ts';

let operation: Operation;
beforeAll(async () => {
  const spec = loadSpec(packageFile('specs/paypal/invoices.cancel.openapi.yaml'));
  operation = loadOperation(spec, 'invoices.cancel');
});

const invoiceOf = (state: InvoiceState, owner = 'me') => ({
  ...createInvoice('INV2-1', owner, { detail: { currency_code: 'USD' }, items: [] }),
  state,
});

/** Every part of the facts at fault; a test mends them one after the other. */
const ALL_AT_FAULT: CancelFacts = {
  access: { kind: 'none', why: 'missing' },
  contentType: 'text/plain',
  text: '{',
  id: 'INV2-1',
  invoice: undefined,
};

/** What is mended, in the order of the decision, and what is refused next. */
const MENDED: readonly (readonly [Partial<CancelFacts>, number])[] = [
  [{}, 401],
  [{ access: { kind: 'merchant', clientId: 'me', scoped: false } }, 403],
  [{ access: { kind: 'merchant', clientId: 'me', scoped: true } }, 415],
  [{ contentType: 'Application/JSON ; charset=utf-8' }, 404],
  [{ invoice: invoiceOf('DRAFT', 'other') }, 403],
  [{ invoice: invoiceOf('DRAFT') }, 400],
  [{ text: '{"unknown":1}' }, 422],
  [{ invoice: invoiceOf('SENT') }, 204],
];

it('judges access, media type, path, owner, body and state, in this order', () => {
  let facts = ALL_AT_FAULT;
  for (const [mended, status] of MENDED) {
    facts = { ...facts, ...mended };
    expect(decideCancel(facts, operation).status).toBe(status);
  }
});

describe('a path parameter that its schema refuses', () => {
  it('is unknown, whatever is kept under it', () => {
    const facts = Object.assign({}, ALL_AT_FAULT, ...MENDED.map(([mended]) => mended));
    expect(decideCancel({ ...facts, id: 'INV2-1\n' }, operation)).toEqual({
      status: 404,
      example: 'RESOURCE_NOT_FOUND',
    });
  });
});
