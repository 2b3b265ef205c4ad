import type { Operation } from '../../../schemas/contract/operation.ts';
import { packageFile } from '../../../schemas/contract/package-file.ts';
import { type Examples, examplesOf } from '../examples.ts';
import type { Document } from '../overlaid-document.ts';

/** The documents that the legacy system answers by. */
export interface LegacyContract {
  readonly cancel: Operation;
  /** What Prism serves. */
  readonly document: Document;
  /** The examples of cancel in it, named `Success` and by error codes. */
  readonly examples: Examples;
  /** The calls of a preamble, by operationId. */
  readonly preamble: ReadonlyMap<string, Operation>;
}

/** The calls that bring an invoice into a state. */
export const SET_UP_OPERATIONS = [
  'CreateInvoice',
  'SendInvoice',
  'MarkInvoiceAsPaid',
  'MarkInvoiceAsRefunded',
  'DeleteInvoice',
  'GetInvoiceDetails',
] as const;

/** Loads the legacy operation, and the calls of a preamble. */
export async function loadLegacyContract(): Promise<LegacyContract> {
  const [{ loadSpec }, { loadOperation }] = await Promise.all([
    import('../../../schemas/contract/spec.ts'),
    import('../../../schemas/contract/operation.ts'),
  ]);
  const spec = loadSpec(packageFile('specs/legacy.cancel-invoice.openapi.yaml'));
  const cancel = loadOperation(spec, 'CancelInvoice');
  const calls = loadSpec(packageFile('specs/legacy.preamble.openapi.yaml'));
  const preamble = new Map(SET_UP_OPERATIONS.map((id) => [id, loadOperation(calls, id)]));
  return { cancel, document: spec.document, examples: examplesOf(spec.document, cancel), preamble };
}
