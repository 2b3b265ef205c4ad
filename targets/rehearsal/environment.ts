import { DEMO_FOREIGN, DEMO_MERCHANT } from '../prism/merchants.ts';

/** The settings that make the rehearsal at `baseUrl` the sandbox of a run. Its clients are no secrets: they open a mock. */
export const rehearsalEnvironment = (baseUrl: string): Readonly<Record<string, string>> => ({
  PAYPAL_BASE_URL: baseUrl,
  PAYPAL_CLIENT_ID: DEMO_MERCHANT.clientId,
  PAYPAL_CLIENT_SECRET: DEMO_MERCHANT.clientSecret,
  PAYPAL_FOREIGN_CLIENT_ID: DEMO_FOREIGN.clientId,
  PAYPAL_FOREIGN_CLIENT_SECRET: DEMO_FOREIGN.clientSecret,
});
