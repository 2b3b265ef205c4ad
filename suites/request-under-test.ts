import type { Authorization, Call } from '../clients/http-client.ts';
import type { Operation } from '../schemas/contract/operation.ts';
import { type AnsweredExchange, type Exchange, isAnswered } from '../schemas/exchange.ts';
import { describeAnswer } from './answers.ts';
import { unlessUnreachable } from './credentials.ts';
import { answersIn } from './judgement.ts';
import type { Credential, Scenario, When } from './scenario.ts';
import type { Session } from './session.ts';
import { isUnauthorized, pathFor, SET_UP_CALLS } from './set-up-calls.ts';
import type { Invoice } from './stock.ts';
import { isUndecided, type Undecided, undecided } from './undecided.ts';

const textOf = ({ body, text }: When): string | null =>
  text === undefined ? JSON.stringify(body === undefined ? {} : body) : text;

/** The request under test, as it is to stand on the wire. */
export const requestUnderTest = (
  when: When,
  invoiceId: string,
  { id, method, path }: Operation,
  authorization: Authorization,
): Call => ({
  operation: id,
  method,
  path: pathFor(path, when.pathSegment ?? encodeURIComponent(invoiceId)),
  headers: when.mediaType === null ? [] : [['Content-Type', when.mediaType ?? 'application/json']],
  body: textOf(when),
  authorization,
  credential: when.credential ?? 'merchant',
});

/** Arms the fault, where the scenario has one. */
const arm = ({ given }: Scenario, { id }: Invoice, { target }: Session): Promise<object> =>
  unlessUnreachable(given.fault === undefined ? Promise.resolve({}) : target.setFault(id, given.fault).then(Object));

/** Sends the equal requests at the same moment; from here on the invoice's state is uncertain. */
async function ask(
  { when }: Scenario,
  { id }: Invoice,
  authorization: Authorization,
  { client, operation, stock }: Session,
  evidence: Exchange[],
): Promise<readonly Exchange[]> {
  const call = requestUnderTest(when, id, operation, authorization);
  stock.note(id, null);
  const exchanges = await Promise.all(Array.from({ length: when.atOnce ?? 1 }, () => client.send(call)));
  evidence.push(...exchanges);
  return exchanges;
}

/** Statuses of a GET that tell nothing of the token it was sent with: a limit, or a service that is away. */
const isAway = (status: number): boolean => status === 429 || status >= 500;

/**
 * Why a 401 says nothing of the contract, a sentence; undefined where it does. A GET of the invoice with the same token
 * tells: refused as well, the token has run out and is renewed for whoever comes next; not answered, nothing is known.
 */
export async function tokenTrouble(
  credential: Credential,
  authorization: Authorization,
  invoiceId: string,
  session: Session,
  evidence: Exchange[],
): Promise<string | undefined> {
  const { id: operation, method, path } = SET_UP_CALLS.get;
  const call = {
    operation,
    method,
    path: pathFor(path, invoiceId),
    headers: [],
    body: null,
    authorization,
    credential,
  };
  const seen = await session.client.send(call);
  evidence.push(seen);
  if (!isAnswered(seen) || isAway(seen.response.status))
    return `Whether the token is still taken is not known: ${operation} ${describeAnswer(seen)}.`;
  if (!isUnauthorized(seen)) return undefined;
  await session.credentials.refused(credential, authorization);
  return 'The token is no longer taken: invoices.get with the same one answered 401 as well.';
}

/** Why a 401 that nobody expected says nothing; undefined where there is none, or where it does. */
async function unexpectedlyRefused(
  { when, expected }: Scenario,
  invoice: Invoice,
  authorization: Authorization,
  exchanges: readonly Exchange[],
  session: Session,
  evidence: Exchange[],
): Promise<string | undefined> {
  const credential = when.credential ?? 'merchant';
  const owned = credential === 'merchant' || credential === 'foreign';
  const awaited = expected.some(({ status }) => status.includes(401));
  if (!owned || awaited || !exchanges.some(isUnauthorized)) return undefined;
  return tokenTrouble(credential, authorization, invoice.id, session, evidence);
}

/** The answers to the requests under test, credentials and fault seen to first. */
export async function answersTo(
  scenario: Scenario,
  invoice: Invoice,
  session: Session,
  evidence: Exchange[],
): Promise<readonly AnsweredExchange[] | Undecided> {
  const authorization = await session.credentials.authorize(scenario.when.credential ?? 'merchant', evidence);
  if (isUndecided(authorization)) {
    // Nothing can be prepared without a token: an outage is told by that as well.
    session.watch.preamble(authorization.undecided);
    return authorization;
  }
  const armed = await arm(scenario, invoice, session);
  if (isUndecided(armed)) return armed;
  const exchanges = await ask(scenario, invoice, authorization, session, evidence);
  const trouble = await unexpectedlyRefused(scenario, invoice, authorization, exchanges, session, evidence);
  if (trouble !== undefined) return undecided(trouble);
  return answersIn(exchanges, scenario.expected);
}
