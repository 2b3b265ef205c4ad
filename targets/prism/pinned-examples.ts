import type { Operation } from '../../schemas/contract/operation.ts';
import { packageFile } from '../../schemas/contract/package-file.ts';
import { examplesOf } from './examples.ts';
import { loadOverlaidDocument } from './overlaid-document.ts';

/** The pinned contract, and the overlay that names an example for every status and issue of it. */
const SPEC = packageFile('specs/paypal/invoices.cancel.openapi.yaml');
const OVERLAY = packageFile('specs/invoices.cancel.overlay.yaml');

/** The named examples of an operation of the pinned contract, by status; none for a status that has none. */
export async function pinnedExamples(operation: Operation): Promise<(status: number) => readonly unknown[]> {
  const examples = examplesOf(await loadOverlaidDocument(SPEC, OVERLAY), operation);
  return (status) => examples.namesOf(status).map((name) => examples.bodyOf(status, name));
}
