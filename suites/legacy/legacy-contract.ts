import { deriveObligations, type Obligations } from '../../schemas/contract/obligations.ts';
import { loadOperation, type Operation } from '../../schemas/contract/operation.ts';
import { loadSpec } from '../../schemas/contract/spec.ts';
import { LEGACY_SPEC } from './legacy-spec.ts';

/** The operation under test, loaded once a process. */
export const legacyOperation: Operation = loadOperation(loadSpec(LEGACY_SPEC), 'CancelInvoice');

/** All that the page obliges it to. */
export const legacyObligations: Obligations = deriveObligations(legacyOperation);
