import { SuiteError } from '../../schemas/contract/suite-error.ts';
import { LEAST_SECRET_LENGTH } from '../../schemas/secrets/known-secrets.ts';
import type { Merchant, Target } from '../target.ts';
import { SANDBOX_SETTINGS as SETTINGS, type Setting } from './sandbox-settings.ts';

type Environment = Readonly<NodeJS.ProcessEnv>;

const HINT =
  'Put it into .env here or into the environment; "cancel-conformance init" writes an .env that says where to find it.';

/** What stops a run before its first call. */
export const wrong = (message: string, hint = HINT): SuiteError => new SuiteError('CONFIGURATION', message, { hint });

/** Characters that a header can carry and a client has: no space, no line break that came along with the copy. */
const VISIBLE = /^[!-~]+$/;

/** The value of a setting that has to be there; a fault is told by its name, never by its value (CONFIGURATION). */
export function valueIn({ name }: Setting, environment: Environment): string {
  const value = environment[name] ?? '';
  if (value === '') throw wrong(`${name} is not set`);
  if (!VISIBLE.test(value))
    throw wrong(`${name} holds a space, a line break or a letter outside ASCII`, 'Copy it again, alone.');
  if (value.length < LEAST_SECRET_LENGTH)
    throw wrong(`${name} is too short to be one of PayPal's`, 'Copy it again, whole.');
  return value;
}

const merchantOf = (id: Setting, secret: Setting, environment: Environment): Merchant => ({
  clientId: valueIn(id, environment),
  clientSecret: valueIn(secret, environment),
});

/** Whether a setting has a value. */
export const isSet = ({ name }: Setting, environment: Environment): boolean => (environment[name] ?? '') !== '';

/** The merchants that an environment names: the second one only where either half of it is there (CONFIGURATION). */
export function sandboxMerchants(environment: Environment): Target['merchants'] {
  const { clientId, clientSecret, foreignClientId, foreignClientSecret } = SETTINGS;
  const merchant = merchantOf(clientId, clientSecret, environment);
  if (!isSet(foreignClientId, environment) && !isSet(foreignClientSecret, environment)) return { merchant };
  const foreign = merchantOf(foreignClientId, foreignClientSecret, environment);
  if (foreign.clientId === merchant.clientId)
    throw wrong(
      `${foreignClientId.name} names the merchant himself`,
      'Name an app of another account, or leave it out.',
    );
  return { merchant, foreign };
}
