import type { Operation } from '../../schemas/contract/operation.ts';
import { packageFile } from '../../schemas/contract/package-file.ts';
import { type Examples, examplesOf } from './examples.ts';
import { type Document, loadOverlaidDocument } from './overlaid-document.ts';

/** The documents that the target answers by. */
export interface PrismContract {
  readonly cancel: Operation;
  /** What Prism serves. */
  readonly document: Document;
  /** The examples of cancel in it. */
  readonly examples: Examples;
  /** The operations of the preamble that carry a JSON body, by operationId. */
  readonly preamble: ReadonlyMap<string, Operation>;
}

const PREAMBLE_OPERATIONS = [
  'invoices.create',
  'invoices.send',
  'invoices.payments',
  'invoices.refunds',
  'invoices.search-invoices',
] as const;

/** Loads the contract, its overlay and the calls of a preamble. */
export async function loadPrismContract(specFile: string, overlayFile: string): Promise<PrismContract> {
  const [{ loadSpec }, { loadOperation }] = await Promise.all([
    import('../../schemas/contract/spec.ts'),
    import('../../schemas/contract/operation.ts'),
  ]);
  // The contract first: it says what is wrong with a document before the overlay fails to match it.
  const cancel = loadOperation(loadSpec(specFile), 'invoices.cancel');
  const document = await loadOverlaidDocument(specFile, overlayFile);
  const calls = loadSpec(packageFile('specs/preamble.openapi.yaml'));
  const preamble = new Map(PREAMBLE_OPERATIONS.map((id) => [id, loadOperation(calls, id)]));
  return { cancel, document, examples: examplesOf(document, cancel), preamble };
}
