import type { ScenarioRecord } from '../reports/run-record.ts';
import type { Expected } from '../schemas/checks/check.ts';
import { judgeExchange } from '../schemas/checks/judge.ts';
import type { Level } from '../schemas/contract/clause.ts';
import type { Operation } from '../schemas/contract/operation.ts';
import { type AnsweredExchange, type Exchange, isAnswered } from '../schemas/exchange.ts';
import type { Finding } from '../schemas/finding.ts';
import type { ScenarioResult } from '../schemas/verdict.ts';
import { fails } from '../suites/judgement.ts';
import type { Scenario } from '../suites/scenario.ts';

/** Checks on what was seen after the answer: they need the engine, and stand as they were recorded. */
const AFTERWARDS: ReadonlySet<string> = new Set(['state-after', 'cancellable-after']);

/** Whether a finding is taken over from the record: to see it again would take a call. */
export const isSeenAfterwards = ({ check }: Finding): boolean => AFTERWARDS.has(check);

/** What the same evidence is judged by today. */
export interface Today {
  /** The scenario of that id; undefined where the suite has it no longer. */
  readonly scenario: Scenario | undefined;
  readonly operation: Operation;
  readonly failOn: Level;
}

const isCreate = ({ operation }: Exchange): boolean => /create/i.test(operation);

/** Where the first exchange under test stands: as it was recorded, else behind the cancel that the preamble made. */
function firstUnderTest({ exchanges, operation, answer }: ScenarioRecord, scenario: Scenario): number {
  if (answer !== undefined) return answer.exchange;
  const calls = exchanges.flatMap((exchange, at) => (exchange.operation === operation ? [at] : []));
  const before = exchanges.slice(0, calls[0] ?? 0);
  const isPreamble = scenario.given.state === 'CANCELLED' && before.some(isCreate);
  return calls[isPreamble ? 1 : 0] ?? exchanges.length;
}

const judged = (
  exchange: AnsweredExchange,
  at: number,
  operation: Operation,
  expected?: Expected,
): readonly Finding[] =>
  judgeExchange(exchange, { operation, ...(expected && { expected }) }).map((finding) => ({
    ...finding,
    exchange: at,
  }));

/** The findings of one order of outcomes; exchanges behind those under test are judged by the contract alone. */
function findingsIn(record: ScenarioRecord, first: number, expected: readonly Expected[], operation: Operation) {
  let place = 0;
  return record.exchanges.flatMap((exchange, at) => {
    if (at < first || exchange.operation !== record.operation) return [];
    const outcome = expected[place];
    place += 1;
    return isAnswered(exchange) ? judged(exchange, at, operation, outcome) : [];
  });
}

/** Answers to requests at once come in any order: the one with the fewest findings is meant. */
function byScenario(record: ScenarioRecord, scenario: Scenario, operation: Operation): readonly Finding[] {
  const first = firstUnderTest(record, scenario);
  const orders =
    scenario.expected.length > 1 ? [scenario.expected, scenario.expected.toReversed()] : [scenario.expected];
  return orders
    .map((order) => findingsIn(record, first, order, operation))
    .reduce((fewest, findings) => (findings.length < fewest.length ? findings : fewest));
}

/** The recorded result without what the record and its baseline added. */
function resultIn({ debugIds: _, findings, ...rest }: ScenarioRecord): ScenarioResult {
  return { ...rest, findings: findings.map(({ accepted: __, ...finding }) => finding) };
}

/** Judges a scenario's evidence by today's suite and contract; one that came to no verdict has none today either. */
export function judgeAgain(record: ScenarioRecord, { scenario, operation, failOn }: Today): ScenarioResult {
  const result = resultIn(record);
  if (record.verdict !== 'pass' && record.verdict !== 'fail') return result;
  const own = scenario ? byScenario(record, scenario, operation) : findingsIn(record, 0, [], operation);
  const afterwards = result.findings.filter(isSeenAfterwards);
  const findings = [...own, ...afterwards];
  return { ...result, findings, verdict: findings.some((finding) => fails(finding, failOn)) ? 'fail' : 'pass' };
}
