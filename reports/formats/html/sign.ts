import type { Standing } from '../causes.ts';
import type { RowOutcome } from './page-data.ts';

/** A colour of the page, always beside a sign and a word. */
export type Tone = 'good' | 'bad' | 'known' | 'doubt' | 'quiet' | 'staged';

/** How something is marked: never by its colour alone. */
export interface Sign {
  readonly tone: Tone;
  readonly sign: string;
  readonly word: string;
}

/** How the outcome of a scenario is marked. */
export const OUTCOME_SIGNS: Readonly<Record<RowOutcome, Sign>> = {
  failed: { tone: 'bad', sign: '✕', word: 'failed' },
  undecided: { tone: 'doubt', sign: '?', word: 'inconclusive' },
  'not-run': { tone: 'doubt', sign: '○', word: 'not run' },
  known: { tone: 'known', sign: '≈', word: 'known' },
  inapplicable: { tone: 'quiet', sign: '–', word: 'inapplicable' },
  passed: { tone: 'good', sign: '✓', word: 'passed' },
};

/** How what a finding means for the run is marked. */
export const STANDING_SIGNS: Readonly<Record<Standing, Sign>> = {
  new: { tone: 'bad', sign: '✕', word: 'new' },
  known: { tone: 'known', sign: '≈', word: 'known' },
  weak: { tone: 'quiet', sign: '–', word: 'too weak to fail' },
  open: { tone: 'doubt', sign: '?', word: 'left open' },
};

/** What a run shows of an obligation, the worst first. */
export const COVERAGE_SIGNS: Readonly<Record<string, Sign>> = {
  failed: { tone: 'bad', sign: '✕', word: 'failed' },
  new: { tone: 'bad', sign: '!', word: 'new' },
  vanished: { tone: 'bad', sign: '!', word: 'vanished' },
  unruled: { tone: 'bad', sign: '!', word: 'unruled' },
  known: { tone: 'known', sign: '≈', word: 'known' },
  undecided: { tone: 'doubt', sign: '?', word: 'undecided' },
  'not-run': { tone: 'doubt', sign: '○', word: 'not run' },
  unclaimed: { tone: 'doubt', sign: '○', word: 'unclaimed' },
  rehearsed: { tone: 'staged', sign: '◐', word: 'rehearsed' },
  verified: { tone: 'good', sign: '✓', word: 'verified' },
  unobservable: { tone: 'quiet', sign: '–', word: 'unobservable' },
  unsatisfiable: { tone: 'quiet', sign: '–', word: 'unsatisfiable' },
};

/** How a standing is marked that the record names; one that is not known here by its own word. */
export const coverageSign = (standing: string): Sign =>
  COVERAGE_SIGNS[standing] ?? { tone: 'doubt', sign: '?', word: standing };
