import { packageFile } from '../../schemas/contract/package-file.ts';

/** The page of the legacy operation, written as OpenAPI. */
export const LEGACY_SPEC: string = packageFile('specs/legacy.cancel-invoice.openapi.yaml');
