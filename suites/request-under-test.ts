import type { Authorization, Call } from '../clients/http-client.ts';
import type { Operation } from '../schemas/contract/operation.ts';
import type { AnsweredExchange, Exchange } from '../schemas/exchange.ts';
import { unlessUnreachable } from './credentials.ts';
import { answersIn } from './judgement.ts';
import type { Scenario, When } from './scenario.ts';
import type { Session } from './session.ts';
import { pathFor } from './set-up-calls.ts';
import type { Invoice } from './stock.ts';
import { isUndecided, type Undecided } from './undecided.ts';

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

/** The answers to the requests under test, credentials and fault seen to first. */
export async function answersTo(
  scenario: Scenario,
  invoice: Invoice,
  session: Session,
  evidence: Exchange[],
): Promise<readonly AnsweredExchange[] | Undecided> {
  const authorization = await session.credentials.authorize(scenario.when.credential ?? 'merchant', evidence);
  if (isUndecided(authorization)) return authorization;
  const armed = await arm(scenario, invoice, session);
  if (isUndecided(armed)) return armed;
  const exchanges = await ask(scenario, invoice, authorization, session, evidence);
  return answersIn(exchanges, scenario.expected);
}
