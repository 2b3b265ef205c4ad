import type { Expected } from '../schemas/checks/check.ts';
import { LEVELS, type Level } from '../schemas/contract/clause.ts';
import { type AnsweredExchange, type Exchange, isAnswered } from '../schemas/exchange.ts';
import type { Finding } from '../schemas/finding.ts';
import type { Session } from './session.ts';
import type { AnswerShown, System } from './system.ts';
import { type Undecided, undecided } from './undecided.ts';

/** Statuses that say that the service was busy or away: they tell nothing of the contract unless they are expected. */
const BUSY: Readonly<Record<number, string>> = { 429: 'rate limit', 502: 'outage', 503: 'outage', 504: 'outage' };

function why(exchange: Exchange, expected: readonly Expected[]): string | undefined {
  if (!isAnswered(exchange)) return 'network';
  const { status } = exchange.response;
  return expected.some((outcome) => outcome.status.includes(status)) ? undefined : BUSY[status];
}

/** Whether an answer names what one of the outcomes does: its status or, where none matters, its code. */
export const isExpected = ({ status, code }: AnswerShown, expected: readonly Expected[]): boolean =>
  expected.some(
    (outcome) => outcome.status.includes(status) || (outcome.status.length === 0 && outcome.issue === code),
  );

/** The answers, where every exchange has one that can be judged. */
export function answersIn(
  exchanges: readonly Exchange[],
  expected: readonly Expected[],
  system: System,
): readonly AnsweredExchange[] | Undecided {
  for (const exchange of exchanges) {
    const reason = why(exchange, expected);
    if (reason === undefined) continue;
    const answers = exchanges.filter(isAnswered).filter((other) => why(other, expected) === undefined);
    return { ...undecided(`${exchange.operation} ${system.describe(exchange)}: ${reason}.`), answers };
  }
  return exchanges.filter(isAnswered);
}

/** Every order of the items. */
const ordersOf = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  items.length < 2
    ? [items]
    : items.flatMap((item, at) => ordersOf(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));

/** The findings, each with the place of its exchange among the evidence. */
export const shownBy = (
  findings: readonly Finding[],
  exchange: Exchange,
  evidence: readonly Exchange[],
): readonly Finding[] => findings.map((finding) => ({ ...finding, exchange: evidence.indexOf(exchange) }));

/** Judges answers to equal requests: each outcome goes to one answer, in the order that draws the fewest findings. */
export function judgeAnswers(
  answers: readonly AnsweredExchange[],
  expected: readonly Expected[],
  { operation, system }: Session,
  evidence: readonly Exchange[],
): readonly Finding[] {
  const judged = ordersOf(expected).map((order) =>
    answers.flatMap((answer, at) => {
      const outcome = order[at];
      return shownBy(system.judge(answer, { operation, ...(outcome && { expected: outcome }) }), answer, evidence);
    }),
  );
  return judged.reduce((fewest, findings) => (findings.length < fewest.length ? findings : fewest));
}

/** Whether a finding fails the run: at least as firm as `failOn`, and decided by something that was promised or seen. */
export const fails = ({ level, origin }: Finding, failOn: Level): boolean =>
  origin !== 'undefined' && LEVELS.indexOf(level) <= LEVELS.indexOf(failOn);
