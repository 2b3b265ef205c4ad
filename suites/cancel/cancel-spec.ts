import { packageFile } from '../../schemas/contract/package-file.ts';

/** PayPal's document, pinned. */
export const CANCEL_SPEC: string = packageFile('specs/paypal/invoices.cancel.openapi.yaml');
