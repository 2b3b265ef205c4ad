import type { Authorization, HttpClient } from '../clients/http-client.ts';
import { type Patience, sendPatiently } from '../clients/patience.ts';
import { SuiteError } from '../schemas/contract/suite-error.ts';
import type { Exchange } from '../schemas/exchange.ts';
import { keepSecret } from '../schemas/secrets/known-secrets.ts';
import type { Merchant, Target } from '../targets/target.ts';
import { describeAnswer, membersOf, succeeded } from './rest/rest-answers.ts';
import { SET_UP_CALLS } from './rest/rest-calls.ts';
import type { Credential } from './scenario.ts';
import { isUndecided, type Undecided, undecided } from './undecided.ts';

/** The credentials of a session: each token is fetched once, shared, and renewed before it expires. Kept in memory alone. */
export interface Credentials {
  /** What is put on a request once it is recorded; a token fetched for it is added to the evidence, without the token. */
  authorize(credential: Credential, evidence: Exchange[]): Promise<Authorization | Undecided>;
  /** The service no longer takes this authorization: the next one asked for is fetched anew, once for all that tell. */
  refused(credential: Credential, authorization: Authorization): Promise<void>;
}

/** A token, and when it has to be renewed: milliseconds of the process's own clock, which nobody sets. */
interface Held {
  readonly authorization: Authorization;
  readonly renewAt: number;
}

/** How long before it expires a token is renewed: ours, in seconds, and at most a tenth of its life. */
const MARGIN_S = 120;

const bearer = (token: string): Authorization => ({ scheme: 'bearer', token });

/** A token that was received: from now on nothing that is written holds it. */
function received(token: string): Authorization {
  keepSecret(token);
  return bearer(token);
}
const forGood = (authorization: Authorization): Held => ({ authorization, renewAt: Number.POSITIVE_INFINITY });

/** What a header can carry as a token (RFC 6750 §2.1 takes less). */
const CARRIED = /^[!-~]+$/;

/** Never a token of anybody's: it has no shape that the service issues. */
const MALFORMED = bearer('not-a-token');

/** A token that does not say how long it lives is kept for good. */
function heldFor(token: string, expiresInS: unknown): Held {
  if (typeof expiresInS !== 'number' || !(expiresInS > 0)) return forGood(received(token));
  const marginS = Math.min(MARGIN_S, expiresInS / 10);
  return { authorization: received(token), renewAt: performance.now() + (expiresInS - marginS) * 1000 };
}

/** The exchange without its answer's body, which holds the token. */
const withoutToken = (exchange: Exchange): Exchange =>
  exchange.response.kind === 'failure'
    ? exchange
    : { ...exchange, response: { ...exchange.response, body: '"[redacted]"' } };

const tokenCall = ({ clientId, clientSecret }: Merchant, credential: Credential) => ({
  operation: SET_UP_CALLS.token.id,
  method: SET_UP_CALLS.token.method,
  path: SET_UP_CALLS.token.path,
  headers: [['Content-Type', 'application/x-www-form-urlencoded']] as const,
  body: 'grant_type=client_credentials',
  authorization: { scheme: 'basic', user: clientId, password: clientSecret } as const,
  credential,
});

async function fetchToken(
  client: HttpClient,
  call: ReturnType<typeof tokenCall>,
  patience: Patience,
  evidence: Exchange[],
): Promise<Held | Undecided> {
  const before: Exchange[] = [];
  const { exchange, tooLong } = await sendPatiently(client, call, patience, before);
  evidence.push(...[...before, exchange].map(withoutToken));
  const { access_token: token, expires_in: expiresInS } = membersOf(exchange);
  if (succeeded(exchange) && typeof token === 'string' && CARRIED.test(token)) return heldFor(token, expiresInS);
  const words = [describeAnswer(exchange), tooLong].filter(Boolean).join(' and ');
  return undecided(`No token for the ${call.credential}: ${call.operation} ${words}.`);
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
export function openCredentials(target: Target, client: HttpClient, patience: Patience): Credentials {
  const held = new Map<Credential, Promise<Held | Undecided>>();

  const obtain = async (credential: Credential, evidence: Exchange[]): Promise<Held | Undecided> => {
    if (credential === 'expired' || credential === 'unscoped') {
      return unlessUnreachable(target.specialToken(credential).then((token) => forGood(received(token))));
    }
    const whose = credential === 'foreign' ? credential : 'merchant';
    return fetchToken(client, tokenCall(merchantOf(target, whose), whose), patience, evidence);
  };

  const forget = (credential: Credential, pending: Promise<Held | Undecided>): void => {
    if (held.get(credential) === pending) held.delete(credential);
  };

  const authorize = async (credential: Credential, evidence: Exchange[]): Promise<Authorization | Undecided> => {
    if (credential === 'none') return { scheme: 'none' };
    if (credential === 'malformed') return MALFORMED;
    const known = held.get(credential);
    const pending = known ?? obtain(credential, evidence);
    held.set(credential, pending);
    const token = await pending;
    if (isUndecided(token)) {
      forget(credential, pending);
      return token;
    }
    if (known === undefined || performance.now() < token.renewAt) return token.authorization;
    forget(credential, pending);
    return authorize(credential, evidence);
  };

  const refused = async (credential: Credential, authorization: Authorization): Promise<void> => {
    const pending = held.get(credential);
    const token = await pending;
    if (pending && token && !isUndecided(token) && token.authorization === authorization) forget(credential, pending);
  };

  return { authorize, refused };
}
