import type { Operation } from '../../schemas/contract/operation.ts';
import type { Exchange } from '../../schemas/exchange.ts';
import { isAnswered } from '../../schemas/exchange.ts';
import type { ScenarioResult } from '../../schemas/verdict.ts';
import { membersOf } from '../answers.ts';
import { PREAMBLES } from '../preambles.ts';
import type { Scenario } from '../scenario.ts';

/** What plainer judges than the suite would have caught of the same answers; each also uses what the one before it does. */
export interface PlainlyCaught {
  /** Ajv and the response schema of the status that came. */
  readonly schema: boolean;
  /** And the status that was expected. */
  readonly status: boolean;
  /** And the issue code that was expected, in the first item of `details`. */
  readonly issue: boolean;
}

/** The answers to the requests under test, without those of a preamble that cancels, or of a cancel afterwards. */
function underTest({ given, when }: Scenario, { exchanges, operation }: ScenarioResult): readonly Exchange[] {
  const before = exchanges.some((exchange) => exchange.operation === 'invoices.create')
    ? PREAMBLES[given.state].filter(({ call }) => call === 'cancel').length
    : 0;
  return exchanges.filter((exchange) => exchange.operation === operation).slice(before, before + (when.atOnce ?? 1));
}

/** Whether the schema refuses the body; a body that is no JSON, or that is not there although a schema speaks of it, is refused. */
function isRefused(exchange: Exchange, operation: Operation): boolean {
  if (!isAnswered(exchange)) return false;
  const validate = operation.statusContract(exchange.response.status)?.validate;
  if (!validate) return false;
  try {
    return !validate(JSON.parse(exchange.response.body));
  } catch {
    return true;
  }
}

const issueIn = (exchange: Exchange): unknown => {
  const { details } = membersOf(exchange);
  return Array.isArray(details) ? (details[0] as { issue?: unknown } | null | undefined)?.issue : undefined;
};

/** Whether no order of the outcomes fits the answers. */
function isUnexpected(
  answers: readonly Exchange[],
  { expected }: Scenario,
  fits: (answer: Exchange, outcome: Scenario['expected'][number]) => boolean,
): boolean {
  const orders = expected.length === 2 ? [expected, expected.toReversed()] : [expected];
  return !orders.some((order) => answers.every((answer, at) => order[at] !== undefined && fits(answer, order[at])));
}

const hasStatus = ({ response }: Exchange, { status }: Scenario['expected'][number]): boolean =>
  response.kind === 'failure' || status.includes(response.status);

const hasIssue = (answer: Exchange, outcome: Scenario['expected'][number]): boolean =>
  hasStatus(answer, outcome) &&
  (answer.response.kind === 'failure' || outcome.issue === undefined || issueIn(answer) === outcome.issue);

/** What three plainer judges make of the answers that a scenario drew. Where no answer came, there is nothing for them to judge. */
export function plainlyCaught(scenario: Scenario, result: ScenarioResult, operation: Operation): PlainlyCaught {
  const answers = underTest(scenario, result);
  const schema = answers.some((answer) => isRefused(answer, operation));
  const status = schema || isUnexpected(answers, scenario, hasStatus);
  return { schema, status, issue: status || isUnexpected(answers, scenario, hasIssue) };
}

/** What they would have caught in several scenarios: once is enough. */
export const plainlyCaughtInAny = (caught: readonly PlainlyCaught[]): PlainlyCaught => ({
  schema: caught.some(({ schema }) => schema),
  status: caught.some(({ status }) => status),
  issue: caught.some(({ issue }) => issue),
});
