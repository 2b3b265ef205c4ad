/** How many corruptions there are, and how many of them each judge lets pass. */
export interface Tally {
  readonly corruptions: number;
  /** By the response's schema alone. */
  readonly passSchema: number;
  /** By every check, as of recorded traffic. */
  readonly passChecks: number;
  /** By every check of a scenario that knows which answer it provoked. */
  readonly passScenario: number;
}

const ZERO: Tally = { corruptions: 0, passSchema: 0, passChecks: 0, passScenario: 0 };

const added = (one: Tally, other: Tally): Tally => ({
  corruptions: one.corruptions + other.corruptions,
  passSchema: one.passSchema + other.passSchema,
  passChecks: one.passChecks + other.passChecks,
  passScenario: one.passScenario + other.passScenario,
});

/** The sum of tallies. */
export const sumOf = (tallies: readonly Tally[]): Tally => tallies.reduce(added, ZERO);
