import type { TargetRequest } from '../../lie.ts';
import type { LegacyMerchant } from '../../target.ts';

/** API credentials, and the client id of the REST merchant who is the same. */
export interface KnownMerchant {
  readonly credentials: LegacyMerchant;
  readonly clientId: string;
}

/** The header that each credential travels in, in lower case. */
export const CREDENTIAL_HEADERS: Readonly<Record<keyof LegacyMerchant, string>> = {
  userId: 'x-paypal-security-userid',
  password: 'x-paypal-security-password',
  signature: 'x-paypal-security-signature',
  applicationId: 'x-paypal-application-id',
};

/** The client id of whom a call's credentials name; undefined where they name nobody, or with the wrong application. */
export const callerOf = ({ headers }: TargetRequest, known: readonly KnownMerchant[]): string | undefined =>
  known.find(({ credentials }) =>
    Object.entries(CREDENTIAL_HEADERS).every(
      ([part, name]) => headers[name] === credentials[part as keyof LegacyMerchant],
    ),
  )?.clientId;
