import type { Verdict } from '../../schemas/verdict.ts';

/** How one system answered a case: the first scenario of the run that shows it. */
export interface ParitySide {
  readonly scenario: string;
  readonly verdict: Verdict;
  /** HTTP status, which decides nothing in the legacy system; null where no answer can be judged. */
  readonly status: number | null;
  /** The issue, or the six digits; null where the answer names none. */
  readonly code: string | null;
}

/**
 * What a row shows. `verified`: the same case was run on both, and each answered as its contract says. `departs`: one did
 * not. `unknown`: one was not decided. `legacy-only`, `rest-only`: only one side can express the case.
 */
export type ParityStanding = 'verified' | 'departs' | 'unknown' | 'legacy-only' | 'rest-only';

/** One way in which the two systems say the same, or in which one of them says what the other cannot. */
export interface ParityRow {
  /** What the case is called; several cases that are answered alike are one row. */
  readonly titles: readonly string[];
  readonly legacy: ParitySide | null;
  readonly rest: ParitySide | null;
  readonly standing: ParityStanding;
  /** What comes nearest on the side that cannot express the case, as the contracts have it: nobody has run it. */
  readonly nearest?: string;
  /** What a team that moves has to know: a sentence. */
  readonly note?: string;
}
