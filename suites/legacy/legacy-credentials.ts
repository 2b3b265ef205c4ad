import type { Authorization } from '../../clients/http-client.ts';
import { SuiteError } from '../../schemas/contract/suite-error.ts';
import { type Header, headerOf } from '../../schemas/exchange.ts';
import { keepSecret } from '../../schemas/secrets/known-secrets.ts';
import type { LegacyMerchant, Target } from '../../targets/target.ts';
import type { Credentials } from '../credentials.ts';
import type { Credential, LegacyCredential } from '../scenario.ts';

/** The header of each credential. Source: the page's example. */
const HEADERS: Readonly<Record<LegacyCredential, string>> = {
  userId: 'X-PAYPAL-SECURITY-USERID',
  password: 'X-PAYPAL-SECURITY-PASSWORD',
  signature: 'X-PAYPAL-SECURITY-SIGNATURE',
};

const PARTS = Object.keys(HEADERS) as readonly LegacyCredential[];

/** Never anybody's: nobody's account is tried with it. */
const MALFORMED: Readonly<Record<LegacyCredential, string>> = {
  userId: 'nobody_api1.example.com',
  password: 'not-a-password',
  signature: 'not-a-signature',
};

/** The headers of some credentials: those in `as` in their place, null leaves one out. */
function headersOf(merchant: LegacyMerchant, as: Partial<Record<LegacyCredential, string | null>> = {}): Authorization {
  const headers = PARTS.flatMap((part): readonly Header[] => {
    const value = as[part] === undefined ? merchant[part] : as[part];
    return value === null ? [] : [[HEADERS[part], value]];
  });
  return { scheme: 'headers', headers: [...headers, ['X-PAYPAL-APPLICATION-ID', merchant.applicationId]] };
}

function spoilt(credential: Credential, merchant: LegacyMerchant): Authorization {
  if (credential === 'none') return headersOf(merchant, { userId: null, password: null, signature: null });
  if (credential === 'malformed') return headersOf(merchant, MALFORMED);
  const [how, part] = credential.split('-') as ['missing' | 'malformed', LegacyCredential];
  return headersOf(merchant, { [part]: how === 'missing' ? null : MALFORMED[part] });
}

function merchantOf({ name, legacy }: Target, whose: 'merchant' | 'foreign'): LegacyMerchant {
  const merchant = legacy?.merchants[whose];
  if (merchant !== undefined) return merchant;
  throw new SuiteError('DEFECT', `The target ${name} has no legacy credentials of the ${whose}`, {
    hint: 'Ask for what the target has before a legacy scenario is run.',
  });
}

/** The API signature credentials of a target's merchants: they do not expire, and nothing is fetched for them. */
export function openLegacyCredentials(target: Target): Credentials {
  const held = new Map<Credential, Authorization>();
  const made = (credential: Credential): Authorization => {
    const whose = credential === 'foreign' ? 'foreign' : 'merchant';
    const merchant = merchantOf(target, whose);
    for (const part of PARTS) keepSecret(merchant[part]);
    return credential === whose ? headersOf(merchant) : spoilt(credential, merchant);
  };
  return {
    authorize: (credential) => {
      const authorization = held.get(credential) ?? made(credential);
      held.set(credential, authorization);
      return Promise.resolve(authorization);
    },
    refused: () => Promise.resolve(),
  };
}

/** The merchant's address, which his invoices have to carry: PayPal makes an API user id of it by putting `_api1.` for the `@`. */
export function merchantMail(authorization: Authorization): string {
  const userId = authorization.scheme === 'headers' ? headerOf(authorization.headers, HEADERS.userId) : undefined;
  return userId?.includes('_api1.') ? userId.replace('_api1.', '@') : 'merchant@example.com';
}
