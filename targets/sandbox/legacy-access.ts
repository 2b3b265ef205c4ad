import type { LegacyAccess, LegacyMerchant } from '../target.ts';
import { allowedOrigin } from './host-guard.ts';
import { isSet, valueIn, wrong } from './sandbox-merchants.ts';
import { LEGACY_SETTINGS, type Setting } from './sandbox-settings.ts';

type Environment = Readonly<NodeJS.ProcessEnv>;

/** The settings of one legacy merchant, by what each is. */
type MerchantSettings = Readonly<Record<keyof LegacyMerchant, Setting>>;

const { userId, password, signature, applicationId } = LEGACY_SETTINGS;
const { foreignUserId, foreignPassword, foreignSignature, foreignApplicationId } = LEGACY_SETTINGS;

const OWN: MerchantSettings = { userId, password, signature, applicationId };

const FOREIGN: MerchantSettings = {
  userId: foreignUserId,
  password: foreignPassword,
  signature: foreignSignature,
  applicationId: foreignApplicationId,
};

/** Whether any of a merchant's credentials is there: the others have to be, then. */
const isNamed = (settings: MerchantSettings, environment: Environment): boolean =>
  [settings.userId, settings.password, settings.signature].some((setting) => isSet(setting, environment));

const merchantOf = (settings: MerchantSettings, environment: Environment): LegacyMerchant => ({
  userId: valueIn(settings.userId, environment),
  password: valueIn(settings.password, environment),
  signature: valueIn(settings.signature, environment),
  applicationId: isSet(settings.applicationId, environment)
    ? valueIn(settings.applicationId, environment)
    : (settings.applicationId.default ?? ''),
});

/** The legacy system that an environment names; undefined where it names no credentials for it (CONFIGURATION). */
export function legacyAccess(environment: Environment, liveHosts: readonly string[]): LegacyAccess | undefined {
  if (!isNamed(OWN, environment)) return undefined;
  const { baseUrl: setting } = LEGACY_SETTINGS;
  const baseUrl = allowedOrigin(environment[setting.name] || setting.default, liveHosts, setting);
  const merchant = merchantOf(OWN, environment);
  if (!isNamed(FOREIGN, environment)) return { baseUrl, merchants: { merchant } };
  const foreign = merchantOf(FOREIGN, environment);
  if (foreign.userId === merchant.userId)
    throw wrong(`${foreignUserId.name} names the merchant himself`, 'Name another account, or leave it out.');
  return { baseUrl, merchants: { merchant, foreign } };
}
