import { SuiteError } from '../schemas/contract/suite-error.ts';
import type { AnsweredExchange, Exchange } from '../schemas/exchange.ts';
import type { Finding } from '../schemas/finding.ts';
import type { ScenarioResult, ShownAnswer, Verdict } from '../schemas/verdict.ts';
import { missingCapability } from './capabilities.ts';
import { fails, judgeAnswers } from './judgement.ts';
import { clearUp } from './postamble.ts';
import { postconditions } from './postconditions.ts';
import { DELETABLE } from './preambles.ts';
import { reachState } from './reach-state.ts';
import { answersTo } from './request-under-test.ts';
import type { Scenario } from './scenario.ts';
import type { Session } from './session.ts';
import { type Invoice, likenessOf } from './stock.ts';
import { isUndecided, type Undecided } from './undecided.ts';

/** What is learnt from a scenario: a verdict on what was found, or why there is none. */
interface Outcome {
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  readonly reason?: string;
  readonly answer?: ShownAnswer;
  readonly prepares?: { readonly what: string; readonly exchanges: number };
}

const inconclusive = ({ undecided: reason }: Undecided, findings: readonly Finding[] = []): Outcome => ({
  verdict: 'inconclusive',
  findings,
  reason,
});

function assertCoherent({ id, operation, when, expected }: Scenario, session: Session): void {
  const sent = when.atOnce ?? 1;
  const wrong = [
    operation !== session.operation.id && `is of ${operation}, the session of ${session.operation.id}`,
    expected.length !== sent && `expects ${expected.length} outcomes of ${sent} requests`,
    when.text !== undefined && 'body' in when && 'has both a body and a text',
  ].find(Boolean);
  if (!wrong) return;
  throw new SuiteError('DEFECT', `The scenario ${id} ${wrong}.`, { hint: 'Correct the scenario.' });
}

/** Gives a shared invoice back, unless a fault still waits on it; deletes what can be deleted. For one that stands as it stood. */
async function leave(
  { given }: Scenario,
  invoice: Invoice,
  answers: readonly AnsweredExchange[],
  session: Session,
  evidence: Exchange[],
): Promise<void> {
  const spent = given.fault === undefined || answers.some((answer) => session.system.isFault(given, answer));
  if (given.shared && spent) return session.stock.giveBack(invoice);
  if (DELETABLE.has(given.state)) await clearUp(invoice.id, session, evidence);
}

/** A departure that was seen stays one, whatever could not be learnt besides. */
const unlessFailed = (undecided: Undecided, findings: readonly Finding[], { failOn }: Session): Outcome =>
  findings.some((finding) => fails(finding, failOn))
    ? { verdict: 'fail', findings }
    : inconclusive(undecided, findings);

/** Request, judgement, postconditions, postamble. */
async function judgedOutcome(
  scenario: Scenario,
  invoice: Invoice,
  session: Session,
  evidence: Exchange[],
): Promise<Outcome> {
  const judge = (answers: readonly AnsweredExchange[]) => judgeAnswers(answers, scenario.expected, session, evidence);
  const answers = await answersTo(scenario, invoice, session, evidence);
  if (isUndecided(answers)) return unlessFailed(answers, judge(answers.answers ?? []), session);
  const judged = judge(answers);
  const shown = answers[0] && {
    answer: { exchange: evidence.indexOf(answers[0]), ...session.system.shown(answers[0]) },
  };
  const after = await postconditions(scenario, invoice, answers, session, evidence);
  if (isUndecided(after)) return { ...unlessFailed(after, judged, session), ...shown };
  const changed = answers.some(session.system.succeeded) || after.some(({ kind }) => kind === 'wrong-state');
  if (!changed) await leave(scenario, invoice, answers, session, evidence);
  const findings = [...judged, ...after];
  const verdict = findings.some((finding) => fails(finding, session.failOn)) ? 'fail' : 'pass';
  return { verdict, findings, ...shown };
}

/** What the scenario shows, its preamble first. */
async function outcomeOf(scenario: Scenario, session: Session, evidence: Exchange[]): Promise<Outcome> {
  const reason = missingCapability(scenario, session.target);
  if (reason !== undefined) return { verdict: 'inapplicable', findings: [], reason };
  assertCoherent(scenario, session);
  const invoice = await reachState(scenario.given, session, evidence);
  if (isUndecided(invoice)) return inconclusive(invoice);
  const what = [session.system.name, likenessOf(scenario.given)].join(' ');
  const prepares = { what, exchanges: evidence.length };
  const outcome = await judgedOutcome(scenario, invoice, session, evidence);
  return scenario.given.shared && prepares.exchanges > 0 ? { ...outcome, prepares } : outcome;
}

/**
 * Runs one scenario and says what it shows of the contract. What a target or a network does never throws; a defect of the
 * suite itself does. Calls: SENT takes five (create, send, get, cancel, get), a refusal of a shared invoice two (cancel, get).
 */
export async function conform(scenario: Scenario, session: Session): Promise<ScenarioResult> {
  const started = performance.now();
  const startedAt = new Date().toISOString();
  const exchanges: Exchange[] = [];
  const outcome = await outcomeOf(scenario, session, exchanges);
  const { id, title, topic, operation, expected, gap, twin } = scenario;
  const { clause, level, origin } = expected[0];
  const durationMs = performance.now() - started;
  return {
    id,
    title,
    topic,
    operation,
    clause,
    level,
    origin,
    ...(twin !== undefined && { twin }),
    ...(gap !== undefined && { gap }),
    ...outcome,
    exchanges,
    startedAt,
    durationMs,
  };
}
