import type { CallEnd, ClientCall } from '../../clients/sdk/client-call.ts';
import { LEVELS, type Level } from '../../schemas/contract/clause.ts';
import { isAnswered } from '../../schemas/exchange.ts';
import type { Finding } from '../../schemas/finding.ts';
import type { ScenarioResult } from '../../schemas/verdict.ts';
import { cancelOperation } from '../cancel/cancel-contract.ts';
import type { Arrival } from './arrival.ts';
import { givenAnswer, type JudgedCall, refusedItself } from './gate-check.ts';
import { gateChecks } from './gate-checks.ts';
import type { GateScenario } from './gate-scenario.ts';

/** What became of one call of a client's. */
export interface CallEvidence {
  readonly call: ClientCall;
  readonly end: CallEnd;
  readonly arrivals: readonly Arrival[];
  readonly malformed: readonly string[];
}

/** Methods that change nothing (RFC 9110 §9.2.1). */
const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A request that nobody takes for a cancel: it looks at something, or asks for a token. */
const isAside = ({ exchange: { request } }: Arrival): boolean =>
  SAFE.has(request.method) || request.path.startsWith('/v1/oauth2/');

/** A call, made ready once for every check. The outcome is about the last answer that a cancel was given. */
export function judgedCall(scenario: GateScenario, evidence: CallEvidence): JudgedCall {
  const cancels = evidence.arrivals.filter((arrival) => !isAside(arrival));
  // Where nothing else arrives, it stands in the place of the cancel.
  const arrivals = cancels.length === 0 ? evidence.arrivals : cancels;
  const beside = evidence.arrivals.filter((arrival) => !arrivals.includes(arrival));
  const last = arrivals
    .map(({ exchange }) => exchange)
    .filter(isAnswered)
    .at(-1);
  const answer = last && givenAnswer(last.response);
  return { scenario, operation: cancelOperation, ...evidence, arrivals, beside, answer };
}

/** Everything in which a call departs from the contract: every check judges it. */
export const findingsOf = (judged: JudgedCall): readonly Finding[] =>
  gateChecks.flatMap(({ id, judge }) => judge(judged).map((found) => ({ ...found, check: id })));

const fails = ({ level, origin }: Finding, failOn: Level): boolean =>
  origin !== 'undefined' && LEVELS.indexOf(level) <= LEVELS.indexOf(failOn);

/** What the client does where the contract has no word: reported, not judged. */
function gapOf(judged: JudgedCall): { readonly gap?: string } {
  const { mayRefuse } = judged.scenario;
  if (mayRefuse === undefined || judged.end.kind !== 'outcome') return {};
  const does = refusedItself(judged) ? 'refuses it itself' : 'leaves it to the service';
  return { gap: `${mayRefuse}; this client ${does}.` };
}

/** The result of a scenario, from what became of its call. */
export function gateResult(
  scenario: GateScenario,
  evidence: CallEvidence,
  failOn: Level,
  startedAt: Date,
): ScenarioResult {
  const judged = judgedCall(scenario, evidence);
  const findings = findingsOf(judged);
  const { id, title, topic, clause, level, origin } = scenario;
  return {
    ...{ id, title, topic, clause, level, origin },
    operation: cancelOperation.id,
    verdict: findings.some((finding) => fails(finding, failOn)) ? 'fail' : 'pass',
    ...gapOf(judged),
    findings,
    exchanges: [...judged.arrivals, ...judged.beside].map(({ exchange }) => exchange),
    startedAt: startedAt.toISOString(),
    durationMs: Date.now() - startedAt.getTime(),
  };
}
