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

/** Why the scenario cannot be run on the target; undefined where it can. */
export function missingCapability({ given, when }: Scenario, target: Target): string | undefined {
  const needed = [
    given.fault === undefined ? undefined : 'fault',
    OF_CREDENTIAL[when.credential ?? 'merchant'],
  ] as const;
  const missing = needed.find((capability) => capability !== undefined && !target.capabilities.has(capability));
  return missing && `The target ${target.name} ${LACKS[missing]}.`;
}
