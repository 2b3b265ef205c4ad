import { type Finding, placeOf } from '../schemas/finding.ts';
import type { ScenarioResult, Verdict } from '../schemas/verdict.ts';

/** A scenario whose evidence is judged otherwise today than when it was recorded: the suite has changed, not what answered. */
export interface JudgedDifference {
  readonly scenario: string;
  readonly before: Verdict;
  readonly now: Verdict;
  /** Findings that only today's suite draws: `kind pointer level`. */
  readonly drawn: readonly string[];
  /** Findings that only the recorded run had. */
  readonly gone: readonly string[];
}

const nameOf = ({ kind, pointer, level }: Finding): string => [kind, placeOf(pointer), level].filter(Boolean).join(' ');

const namesIn = ({ findings }: Pick<ScenarioResult, 'findings'>): readonly string[] => [
  ...new Set(findings.map(nameOf)),
];

/** How the judgement of one scenario's evidence has changed; undefined where it has not. */
export function differenceOf(
  before: Pick<ScenarioResult, 'id' | 'verdict' | 'findings'>,
  now: Pick<ScenarioResult, 'verdict' | 'findings'>,
): JudgedDifference | undefined {
  const [then, today] = [namesIn(before), namesIn(now)];
  const drawn = today.filter((name) => !then.includes(name));
  const gone = then.filter((name) => !today.includes(name));
  if (before.verdict === now.verdict && drawn.length + gone.length === 0) return undefined;
  return { scenario: before.id, before: before.verdict, now: now.verdict, drawn, gone };
}
