import type { AnsweredExchange, Exchange } from '../schemas/exchange.ts';
import type { Finding } from '../schemas/finding.ts';
import { answersIn, shownBy } from './judgement.ts';
import { CANCELLABLE, stateShown } from './preambles.ts';
import { readState } from './read-state.ts';
import { tokenTrouble } from './request-under-test.ts';
import type { Scenario } from './scenario.ts';
import type { Session } from './session.ts';
import { callAsOwner } from './set-up-calls.ts';
import type { Invoice } from './stock.ts';
import { isUndecided, type Undecided, undecided } from './undecided.ts';

/** What the world afterwards departs from. Its promises are made in prose: a cancel cancels, a refusal changes nothing. */
const departure = (
  { expected }: Scenario,
  found: Pick<Finding, 'kind' | 'check' | 'expected' | 'actual' | 'explanation'>,
): Finding => ({ ...found, level: 'SHOULD', origin: 'prose', clause: expected[0].clause, pointer: '' });

const wrongState = (
  scenario: Scenario,
  wanted: string,
  state: string,
  cancelled: boolean,
  { system: { look } }: Session,
): Finding =>
  departure(scenario, {
    kind: 'wrong-state',
    check: 'state-after',
    expected: wanted,
    actual: state,
    explanation: cancelled
      ? `The cancel was reported as done, but ${look} shows ${state}.`
      : `The invoice was not to be changed, but ${look} shows ${state} where it was ${wanted}.`,
  });

const notCancellable = (scenario: Scenario, state: string, answer: AnsweredExchange, { system }: Session): Finding =>
  departure(scenario, {
    kind: 'not-cancellable',
    check: 'cancellable-after',
    expected: system.done,
    actual: system.told(answer),
    explanation: `The invoice is ${state} after the refusal, but a cancel that is in order ${system.describe(answer)}.`,
  });

/** Cancels the invoice in order, which clears it up as well; this answer is judged like any other. */
async function cancelAfterwards(scenario: Scenario, { id }: Invoice, session: Session, evidence: Exchange[]) {
  const { system } = session;
  session.stock.note(id, null);
  const authorization = await session.credentials.authorize('merchant', evidence);
  if (isUndecided(authorization)) return authorization;
  const exchange = await callAsOwner({ call: 'cancel' }, { invoiceId: id }, session, evidence);
  if (isUndecided(exchange)) return exchange;
  const trouble = system.refusesCredentials(exchange)
    ? await tokenTrouble('merchant', authorization, id, session, evidence)
    : undefined;
  if (trouble !== undefined) return undecided(`Postcondition: ${trouble}`);
  const answers = answersIn([exchange], [], system);
  if (isUndecided(answers)) return undecided(`Postcondition: ${answers.undecided}`);
  if (system.succeeded(exchange)) session.stock.note(id, 'CANCELLED');
  const refused = answers.filter((answer) => !system.isDone(answer));
  const state = stateShown(scenario.given.state);
  return [
    ...refused.flatMap((answer) => shownBy([notCancellable(scenario, state, answer, session)], answer, evidence)),
    ...answers.flatMap((answer) => shownBy(system.judge(answer, { operation: session.operation }), answer, evidence)),
  ];
}

/** What the world after the answers departs from; the owner's credentials look at it, whoever sent the request under test. */
export async function postconditions(
  scenario: Scenario,
  invoice: Invoice,
  answers: readonly AnsweredExchange[],
  session: Session,
  evidence: Exchange[],
): Promise<readonly Finding[] | Undecided> {
  const { given, when } = scenario;
  const addressed = when.pathSegment === undefined;
  if (!addressed && given.state === 'UNKNOWN') return [];
  const cancelled = addressed && answers.some(session.system.succeeded);
  const wanted = cancelled ? 'CANCELLED' : stateShown(given.state);
  const seen = await readState(invoice.id, wanted, session, evidence);
  if (isUndecided(seen)) return undecided(`Postcondition: ${seen.undecided}`);
  if (seen.state !== wanted)
    return [{ ...wrongState(scenario, wanted, seen.state, cancelled, session), exchange: evidence.length - 1 }];
  const tried = cancelled || given.shared || !CANCELLABLE.has(wanted);
  return tried ? [] : cancelAfterwards(scenario, invoice, session, evidence);
}
