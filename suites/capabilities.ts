import type { Capability, Target } from '../targets/target.ts';
import type { Credential, Scenario } from './scenario.ts';

const OF_CREDENTIAL: Partial<Record<Credential, Capability>> = {
  foreign: 'foreign-merchant',
  expired: 'expired-token',
  unscoped: 'unscoped-token',
};

/** What a target without the capability cannot do, as a reason. */
const LACKS: Readonly<Record<Capability, string>> = {
  fault: 'cannot be told to answer with a chosen status',
  'expired-token': 'has no token that has expired',
  'unscoped-token': 'has no token without the scope',
  'foreign-merchant': 'has no second merchant',
};

/** What a run has to be told before a target of the legacy system can be asked. */
const NO_LEGACY =
  'has no legacy system: set PAYPAL_LEGACY_USERID, PAYPAL_LEGACY_PASSWORD and PAYPAL_LEGACY_SIGNATURE in .env';

/** The capabilities of a target's legacy system: its own foreign merchant, and faults by code. */
const ofLegacy = (target: Target): ReadonlySet<Capability> =>
  new Set<Capability>([
    ...(target.setLegacyFault !== undefined && target.capabilities.has('fault') ? (['fault'] as const) : []),
    ...(target.legacy?.merchants.foreign !== undefined ? (['foreign-merchant'] as const) : []),
  ]);

/** Why the scenario cannot be run on the target; undefined where it can. */
export function missingCapability({ given, when, system }: Scenario, target: Target): string | undefined {
  if (system === 'legacy' && target.legacy === undefined) return `The target ${target.name} ${NO_LEGACY}.`;
  const has = system === 'legacy' ? ofLegacy(target) : target.capabilities;
  const needed = [
    given.fault === undefined ? undefined : 'fault',
    OF_CREDENTIAL[when.credential ?? 'merchant'],
  ] as const;
  const missing = needed.find((capability) => capability !== undefined && !has.has(capability));
  return missing && `The target ${target.name} ${LACKS[missing]}.`;
}
