import type { Merchant } from '../target.ts';

/** The merchant whose invoices the scenarios cancel. Not a secret: it opens nothing but the mock. */
export const DEMO_MERCHANT: Merchant = { clientId: 'demo-merchant', clientSecret: 'demo-merchant-secret' };

/** Another merchant, to whom those invoices do not belong. */
export const DEMO_FOREIGN: Merchant = { clientId: 'demo-foreign', clientSecret: 'demo-foreign-secret' };

/** The merchants that the mock knows by default. */
export const DEMO_MERCHANTS: readonly Merchant[] = [DEMO_MERCHANT, DEMO_FOREIGN];

/** The known merchant that an `Authorization: Basic …` header names; undefined where the pair is not known. */
export function merchantOf(authorization: string | undefined, merchants: readonly Merchant[]): Merchant | undefined {
  const encoded = /^Basic +(\S+)$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const pair = Buffer.from(encoded, 'base64').toString();
  return merchants.find(({ clientId, clientSecret }) => pair === `${clientId}:${clientSecret}`);
}
