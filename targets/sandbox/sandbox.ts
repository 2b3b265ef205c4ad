import { packageFile } from '../../schemas/contract/package-file.ts';
import { SuiteError } from '../../schemas/contract/suite-error.ts';
import { keepEnvironmentSecrets } from '../../schemas/secrets/environment-secrets.ts';
import type { OpenedTarget, Target } from '../target.ts';
import { allowedOrigin, liveHostsOf } from './host-guard.ts';
import { legacyAccess } from './legacy-access.ts';
import { sandboxMerchants } from './sandbox-merchants.ts';
import { SANDBOX_SETTINGS } from './sandbox-settings.ts';

/** The names of the targets that PayPal's service itself answers. */
export type ServiceName = 'sandbox' | 'simulator';

const cannot = (what: string): Promise<never> =>
  Promise.reject(
    new SuiteError('DEFECT', `PayPal's service cannot be told to ${what}`, { hint: 'Ask for the capability first.' }),
  );

/** The hosts that the contract names as PayPal's live service. */
async function liveHosts(): Promise<readonly string[]> {
  const { loadSpec } = await import('../../schemas/contract/spec.ts');
  return liveHostsOf(loadSpec(packageFile('specs/paypal/invoices.cancel.openapi.yaml')).document);
}

/** Over https a secret is only told to whom the certificate says; on this machine anybody may stand in. */
export function assertTrusting(origin: string, environment: Readonly<NodeJS.ProcessEnv>): void {
  if (!origin.endsWith('.paypal.com') || environment.NODE_TLS_REJECT_UNAUTHORIZED !== '0') return;
  throw new SuiteError(
    'CONFIGURATION',
    'NODE_TLS_REJECT_UNAUTHORIZED=0 would tell the client secret to anybody on the way',
    {
      hint: 'Unset it; a certificate of your own network is named by NODE_EXTRA_CA_CERTS.',
    },
  );
}

/** The service at `baseUrl`, as the merchants of the environment; nothing is sent (CONFIGURATION). */
export async function connectSandbox(
  baseUrl: string,
  name: ServiceName = 'sandbox',
  environment: Readonly<NodeJS.ProcessEnv> = process.env,
): Promise<Target> {
  keepEnvironmentSecrets(environment);
  const live = await liveHosts();
  const origin = allowedOrigin(baseUrl, live);
  assertTrusting(origin, environment);
  const merchants = sandboxMerchants(environment);
  const legacy = name === 'simulator' ? undefined : legacyAccess(environment, live);
  if (legacy !== undefined) assertTrusting(legacy.baseUrl, environment);
  return {
    name,
    baseUrl: origin,
    judges: 'service',
    capabilities: new Set(merchants.foreign === undefined ? [] : (['foreign-merchant'] as const)),
    merchants,
    ...(legacy && { legacy }),
    specialToken: (kind) => cannot(`issue a token that is ${kind}`),
    setFault: (_, status) => cannot(`answer ${status}`),
  };
}

/** Where the environment says that the service answers. */
export const sandboxBaseUrl = (environment: Readonly<NodeJS.ProcessEnv> = process.env): string =>
  environment[SANDBOX_SETTINGS.baseUrl.name] || SANDBOX_SETTINGS.baseUrl.default;

/** The service that the environment names: it runs by itself, so that there is nothing to wait for or to close. */
export async function openSandbox(name: ServiceName): Promise<OpenedTarget> {
  const target = await connectSandbox(sandboxBaseUrl(), name);
  return { target, baseUrl: target.baseUrl, ready: () => Promise.resolve(), close: () => Promise.resolve() };
}
