import type { Exchange } from '../../schemas/exchange.ts';
import type { Finding } from '../../schemas/finding.ts';
import { cancelObligations, cancelOperation } from '../cancel/cancel-contract.ts';
import { defineScenarios, type ScenarioLiteral } from '../define-scenarios.ts';
import { fails, judgeAnswers } from '../judgement.ts';
import { postconditions } from '../postconditions.ts';
import { answersTo } from '../request-under-test.ts';
import type { Scenario } from '../scenario.ts';
import type { Session } from '../session.ts';
import type { Invoice } from '../stock.ts';
import { isUndecided, type Undecided } from '../undecided.ts';

const context = {
  operation: cancelOperation.id,
  obligations: new Map(cancelObligations.obligations.map((obligation) => [obligation.id, obligation])),
};

/** The scenario that a literal stands for. */
export const scenarioOf = (literal: ScenarioLiteral): Scenario => defineScenarios([literal], context)[0] as Scenario;

/** Cancels an invoice that stands as the literal says, and judges answer and state afterwards: the findings that fail a run. */
export async function judgeCancel(
  literal: ScenarioLiteral,
  invoice: Invoice,
  session: Session,
): Promise<readonly Finding[] | Undecided> {
  const evidence: Exchange[] = [];
  // Shared: the invoice goes on living, and is not cancelled to see whether it still can be.
  const scenario = scenarioOf({ ...literal, given: { ...literal.given, shared: true } });
  const answers = await answersTo(scenario, invoice, session, evidence);
  if (isUndecided(answers)) return answers;
  const judged = judgeAnswers(answers, scenario.expected, session, evidence);
  const afterwards = await postconditions(scenario, invoice, answers, session, evidence);
  const firm = (findings: readonly Finding[]) => findings.filter((finding) => fails(finding, session.failOn));
  if (isUndecided(afterwards)) return firm(judged).length > 0 ? firm(judged) : afterwards;
  return firm([...judged, ...afterwards]);
}
