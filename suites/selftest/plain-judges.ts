import { type AnsweredExchange, isAnswered } from '../../schemas/exchange.ts';
import type { ScenarioResult } from '../../schemas/verdict.ts';
import { PREAMBLES } from '../preambles.ts';
import type { Scenario, SystemName } from '../scenario.ts';
import type { PlainJudge } from './plain-judge.ts';
import { plainLegacyJudge } from './plain-legacy-judge.ts';
import { plainRestJudge } from './plain-rest-judge.ts';

/** What plainer judges than the suite would have caught of the same answers; each also uses what the one before it does. */
export interface PlainlyCaught {
  /** Ajv and the response schema of the status that came; of the legacy system the normal form and the schema of its messages. */
  readonly schema: boolean;
  /** And the status that was expected; of the legacy system the acknowledgment. */
  readonly status: boolean;
  /** And the issue code that was expected, in the first item of `details`; of the legacy system in the first error. */
  readonly issue: boolean;
}

const JUDGES: Readonly<Record<SystemName, PlainJudge>> = { rest: plainRestJudge, legacy: plainLegacyJudge };

/** The answers to the requests under test, without those of a preamble that cancels, or of a cancel afterwards. */
function underTest(
  { given, when }: Scenario,
  { exchanges, operation }: ScenarioResult,
  { create }: PlainJudge,
): readonly AnsweredExchange[] {
  const before = exchanges.some((exchange) => exchange.operation === create)
    ? PREAMBLES[given.state].filter(({ call }) => call === 'cancel').length
    : 0;
  const sent = exchanges.filter((exchange) => exchange.operation === operation);
  return sent.slice(before, before + (when.atOnce ?? 1)).filter(isAnswered);
}

/** Whether no order of the outcomes fits the answers. */
function isUnexpected(
  answers: readonly AnsweredExchange[],
  { expected }: Scenario,
  fits: PlainJudge['isEnded'],
): boolean {
  const orders = expected.length === 2 ? [expected, expected.toReversed()] : [expected];
  return !orders.some((order) => answers.every((answer, at) => order[at] !== undefined && fits(answer, order[at])));
}

/** What three plainer judges make of the answers that a scenario drew. Where no answer came, there is nothing for them to judge. */
export function plainlyCaught(scenario: Scenario, result: ScenarioResult): PlainlyCaught {
  const judge = JUDGES[scenario.system ?? 'rest'];
  const answers = underTest(scenario, result, judge);
  const schema = answers.some(judge.isRefused);
  const status = schema || isUnexpected(answers, scenario, judge.isEnded);
  const isNamed: PlainJudge['isNamed'] = (answer, outcome) =>
    judge.isEnded(answer, outcome) && judge.isNamed(answer, outcome);
  return { schema, status, issue: status || isUnexpected(answers, scenario, isNamed) };
}

/** What they would have caught in several scenarios: once is enough. */
export const plainlyCaughtInAny = (caught: readonly PlainlyCaught[]): PlainlyCaught => ({
  schema: caught.some(({ schema }) => schema),
  status: caught.some(({ status }) => status),
  issue: caught.some(({ issue }) => issue),
});
