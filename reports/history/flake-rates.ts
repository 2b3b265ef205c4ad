import type { HistoryLine } from './history-line.ts';
import { counts, recentRuns } from './recent-runs.ts';

/** How often one scenario came to its verdict by chance. */
export interface FlakeRate {
  readonly scenario: string;
  /** In how many runs it passed or failed. */
  readonly runs: number;
  /** In how many of them it was decided only in a second attempt, or otherwise than in the runs before and after. */
  readonly flaky: number;
  /** `flaky` of `runs`, from 0 to 1. */
  readonly rate: number;
}

/** One scenario in one run that decided it. */
interface Decision {
  readonly verdict: 'p' | 'f';
  readonly secondAttempt: boolean;
}

function decisionsIn(history: readonly HistoryLine[]): ReadonlyMap<string, readonly Decision[]> {
  const decisions = new Map<string, Decision[]>();
  for (const { scenarios, verdicts, flaky } of history) {
    const second = new Set(flaky);
    for (const [at, scenario] of scenarios.entries()) {
      const verdict = verdicts[at];
      if (verdict !== 'p' && verdict !== 'f') continue;
      const all = decisions.get(scenario) ?? [];
      all.push({ verdict, secondAttempt: second.has(at) });
      decisions.set(scenario, all);
    }
  }
  return decisions;
}

/** Whether the run stands alone between two that agree: what changes and stays changed is news, not chance. */
function isAlone(decisions: readonly Decision[], at: number): boolean {
  const [before, own, after] = [decisions[at - 1], decisions[at], decisions[at + 1]];
  return before !== undefined && before.verdict === after?.verdict && before.verdict !== own?.verdict;
}

/** The scenarios that were flaky in the last runs, the worst first. */
export function flakeRatesOf(history: readonly HistoryLine[]): readonly FlakeRate[] {
  return [...decisionsIn(recentRuns(history).filter(counts))]
    .map(([scenario, decisions]) => {
      const flaky = decisions.filter(({ secondAttempt }, at) => secondAttempt || isAlone(decisions, at)).length;
      return { scenario, runs: decisions.length, flaky, rate: flaky / decisions.length };
    })
    .filter(({ flaky }) => flaky > 0)
    .toSorted((a, b) => b.rate - a.rate || b.flaky - a.flaky);
}
