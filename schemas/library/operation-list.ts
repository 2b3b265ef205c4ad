/** An operation with a contract, and how a call of it is told from other traffic without reading that. */
export interface KnownOperation {
  /** The operationId. */
  readonly id: string;
  /** The document, from the package's root. */
  readonly file: string;
  /** Upper case. */
  readonly method: string;
  /** With `{placeholders}`. */
  readonly path: string;
}

/** Every operation with a contract: a test holds method and path against the documents. */
export const knownOperations = [
  {
    id: 'invoices.cancel',
    file: 'specs/paypal/invoices.cancel.openapi.yaml',
    method: 'POST',
    path: '/v2/invoicing/invoices/{invoice_id}/cancel',
  },
  {
    id: 'CancelInvoice',
    file: 'specs/legacy.cancel-invoice.openapi.yaml',
    method: 'POST',
    path: '/Invoice/CancelInvoice',
  },
] as const satisfies readonly KnownOperation[];

/** The id of an operation with a contract. */
export type OperationId = (typeof knownOperations)[number]['id'];
