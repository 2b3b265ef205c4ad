import type { Verdict } from '../schemas/verdict.ts';

/** How far a run has got. */
export interface Progress {
  readonly planned: number;
  readonly verdicts: { readonly [verdict in Verdict]: number };
  /** The scenario that ended last. */
  readonly latest: string;
  readonly elapsedMs: number;
}

/** Verdicts in the order in which they are printed, and their words. */
export const VERDICT_WORDS: readonly (readonly [Verdict, string])[] = [
  ['pass', 'passed'],
  ['fail', 'failed'],
  ['inconclusive', 'inconclusive'],
  ['inapplicable', 'inapplicable'],
];

/** One line: how many of how many, their verdicts (those that occur), seconds, and the latest scenario. */
export function progressLine({ planned, verdicts, latest, elapsedMs }: Progress): string {
  const done = VERDICT_WORDS.reduce((sum, [verdict]) => sum + verdicts[verdict], 0);
  const counts = VERDICT_WORDS.filter(([verdict]) => verdicts[verdict] > 0).map(
    ([verdict, word]) => `${verdicts[verdict]} ${word}`,
  );
  return [`${done}/${planned}`, ...counts, `${(elapsedMs / 1000).toFixed(1)} s`, latest].filter(Boolean).join(' · ');
}
