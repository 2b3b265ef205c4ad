import type { Authorization, HttpClient } from '../clients/http-client.ts';
import { SuiteError } from '../schemas/contract/suite-error.ts';
import type { Exchange } from '../schemas/exchange.ts';
import type { Merchant, Target } from '../targets/target.ts';
import { describeAnswer, membersOf, succeeded } from './answers.ts';
import type { Credential } from './scenario.ts';
import { SET_UP_CALLS } from './set-up-calls.ts';
import { isUndecided, type Undecided, undecided } from './undecided.ts';

/** The credentials of a session: each token is fetched once and shared. */
export interface Credentials {
  /** What goes into the Authorization header; a token fetched for it is added to the evidence, without the token. */
  authorize(credential: Credential, evidence: Exchange[]): Promise<Authorization | Undecided>;
}

type Authorized = Promise<Authorization | Undecided>;

const bearer = (token: string): Authorization => ({ scheme: 'bearer', token });

/** Never a token of anybody's: it has no shape that the service issues. */
const MALFORMED = bearer('not-a-token');

/** The exchange without its answer's body, which holds the token. */
const withoutToken = (exchange: Exchange): Exchange =>
  exchange.response.kind === 'failure'
    ? exchange
    : { ...exchange, response: { ...exchange.response, body: '"[redacted]"' } };

async function fetchToken(client: HttpClient, merchant: Merchant, credential: Credential, evidence: Exchange[]) {
  const exchange = await client.send({
    operation: SET_UP_CALLS.token.id,
    method: SET_UP_CALLS.token.method,
    path: SET_UP_CALLS.token.path,
    headers: [['Content-Type', 'application/x-www-form-urlencoded']],
    body: 'grant_type=client_credentials',
    authorization: { scheme: 'basic', user: merchant.clientId, password: merchant.clientSecret },
    credential,
  });
  evidence.push(withoutToken(exchange));
  const { access_token: token } = membersOf(exchange);
  if (succeeded(exchange) && typeof token === 'string') return bearer(token);
  return undecided(`No token for the ${credential}: ${SET_UP_CALLS.token.id} ${describeAnswer(exchange)}.`);
}

/** A target that cannot be told anything decides nothing; any other throw is a defect and stays one. */
export async function unlessUnreachable<T extends object>(asked: Promise<T>): Promise<T | Undecided> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof SuiteError && error.code === 'TARGET_UNREACHABLE') return undecided(error.message);
    throw error;
  }
}

function merchantOf(target: Target, whose: 'merchant' | 'foreign'): Merchant {
  const merchant = target.merchants[whose];
  if (merchant !== undefined) return merchant;
  throw new SuiteError('DEFECT', `The target ${target.name} claims a foreign merchant and names none.`, {
    hint: 'Give the target `merchants.foreign`, or take the capability `foreign-merchant` away.',
  });
}

/** Opens the credentials of a target; nothing is fetched before it is needed. */
export function openCredentials(target: Target, client: HttpClient): Credentials {
  const held = new Map<Credential, Authorized>();

  const obtain = (credential: Credential, evidence: Exchange[]): Authorized => {
    if (credential === 'expired' || credential === 'unscoped') {
      return unlessUnreachable(target.specialToken(credential).then(bearer));
    }
    const whose = credential === 'foreign' ? credential : 'merchant';
    return fetchToken(client, merchantOf(target, whose), whose, evidence);
  };

  const authorize = async (credential: Credential, evidence: Exchange[]) => {
    if (credential === 'none') return { scheme: 'none' } as const;
    if (credential === 'malformed') return MALFORMED;
    const pending = held.get(credential) ?? obtain(credential, evidence);
    held.set(credential, pending);
    const authorization = await pending;
    if (isUndecided(authorization) && held.get(credential) === pending) held.delete(credential);
    return authorization;
  };

  return { authorize };
}
