import type { Authorization } from '../clients/http-client.ts';
import { type AnsweredExchange, type Exchange, isAnswered } from '../schemas/exchange.ts';
import { unlessUnreachable } from './credentials.ts';
import { answersIn, isExpected } from './judgement.ts';
import type { Credential, Scenario } from './scenario.ts';
import type { Session } from './session.ts';
import type { Invoice } from './stock.ts';
import { isUndecided, type Undecided, undecided } from './undecided.ts';

/** Arms the fault, where the scenario has one. */
const arm = ({ given }: Scenario, { id }: Invoice, { target, system }: Session): Promise<object> =>
  unlessUnreachable(system.arm(given, id, target).then(Object));

/** Sends the equal requests at the same moment; from here on the invoice's state is uncertain. */
async function ask(
  { when }: Scenario,
  { id }: Invoice,
  authorization: Authorization,
  { client, system, stock }: Session,
  evidence: Exchange[],
): Promise<readonly Exchange[]> {
  const call = system.requestUnderTest(when, id, authorization);
  stock.note(id, null);
  const exchanges = await Promise.all(Array.from({ length: when.atOnce ?? 1 }, () => client.send(call)));
  evidence.push(...exchanges);
  return exchanges;
}

/** Statuses of a look at an invoice that tell nothing of the token it was sent with: a limit, or a service that is away. */
const isAway = (status: number): boolean => status === 429 || status >= 500;

/**
 * Why an answer that does not take the credentials says nothing of the contract, a sentence; undefined where it does. A
 * look at the invoice with the same ones tells: refused as well, they have run out, and are renewed for whoever comes next;
 * not answered, nothing is known.
 */
export async function tokenTrouble(
  credential: Credential,
  authorization: Authorization,
  invoiceId: string,
  session: Session,
  evidence: Exchange[],
): Promise<string | undefined> {
  const { system } = session;
  const call = { ...system.setUpCall({ call: 'get' }, { invoiceId }, authorization), credential };
  const seen = await session.client.send(call);
  evidence.push(seen);
  if (!isAnswered(seen) || isAway(seen.response.status))
    return `Whether the ${system.proof} is still taken is not known: ${call.operation} ${system.describe(seen)}.`;
  if (!system.refusesCredentials(seen)) return undefined;
  await session.credentials.refused(credential, authorization);
  return `The ${system.proof} is no longer taken: ${call.operation} with the same one ${system.describe(seen)} as well.`;
}

/** Why credentials that are not taken, which nobody expected, say nothing; undefined where there is none, or where it does. */
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
  const refused = exchanges.filter(session.system.refusesCredentials).filter(isAnswered);
  const awaited = refused.some((answer) => isExpected(session.system.shown(answer), expected));
  if (!owned || awaited || refused.length === 0) return undefined;
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
  return answersIn(exchanges, scenario.expected, session.system);
}
