import { deriveObligations, type Obligations } from '../../schemas/contract/obligations.ts';
import { loadOperation, type Operation } from '../../schemas/contract/operation.ts';
import { packageFile } from '../../schemas/contract/package-file.ts';
import { loadSpec } from '../../schemas/contract/spec.ts';

/** PayPal's document, pinned. */
export const CANCEL_SPEC = packageFile('specs/paypal/invoices.cancel.openapi.yaml');

/** The operation under test, loaded once a process. */
export const cancelOperation: Operation = loadOperation(loadSpec(CANCEL_SPEC), 'invoices.cancel');

/** All that the contract obliges it to. */
export const cancelObligations: Obligations = deriveObligations(cancelOperation);
