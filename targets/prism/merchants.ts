import type { LegacyMerchant, Merchant } from '../target.ts';
import type { KnownMerchant } from './legacy/known-merchants.ts';

/** The merchant whose invoices the scenarios cancel. Not a secret: it opens nothing but the mock. */
export const DEMO_MERCHANT: Merchant = { clientId: 'demo-merchant', clientSecret: 'demo-merchant-secret' };

/** Another merchant, to whom those invoices do not belong. */
export const DEMO_FOREIGN: Merchant = { clientId: 'demo-foreign', clientSecret: 'demo-foreign-secret' };

/** The merchants that the mock knows by default. */
export const DEMO_MERCHANTS: readonly Merchant[] = [DEMO_MERCHANT, DEMO_FOREIGN];

/** The application id that PayPal's sandbox gives to everybody. */
const APPLICATION_ID = 'APP-80W284485P519543T';

/** The legacy credentials of the same merchant: an invoice made through either system is theirs in both. */
export const DEMO_LEGACY_MERCHANT: LegacyMerchant = {
  userId: 'demo-merchant_api1.example.com',
  password: 'demo-merchant-password',
  signature: 'demo-merchant-signature',
  applicationId: APPLICATION_ID,
};

/** The legacy credentials of the other merchant. */
export const DEMO_LEGACY_FOREIGN: LegacyMerchant = {
  userId: 'demo-foreign_api1.example.com',
  password: 'demo-foreign-password',
  signature: 'demo-foreign-signature',
  applicationId: APPLICATION_ID,
};

/** Who may call the mock's legacy system. */
export const DEMO_LEGACY_MERCHANTS: readonly KnownMerchant[] = [
  { credentials: DEMO_LEGACY_MERCHANT, clientId: DEMO_MERCHANT.clientId },
  { credentials: DEMO_LEGACY_FOREIGN, clientId: DEMO_FOREIGN.clientId },
];

/** The known merchant that an `Authorization: Basic …` header names; undefined where the pair is not known. */
export function merchantOf(authorization: string | undefined, merchants: readonly Merchant[]): Merchant | undefined {
  const encoded = /^Basic +(\S+)$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const pair = Buffer.from(encoded, 'base64').toString();
  return merchants.find(({ clientId, clientSecret }) => pair === `${clientId}:${clientSecret}`);
}
