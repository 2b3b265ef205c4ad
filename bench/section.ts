/** One part of the benchmark, as it is read by a person and as it is kept in `reports/bench.json`. */
export interface Section {
  readonly name: string;
  readonly lines: readonly string[];
  /** What was measured, with its units in the names; `goal` and `ratio` where there are some. */
  readonly figures: object;
}

/** Milliseconds, whole. */
export const ms = (value: number): string => `${value.toFixed(0)} ms`;

/** So many a second. */
export const perSecond = (value: number): string => `${Math.round(value).toLocaleString('en-US')}/s`;

/** How many times as much the first is. */
export const ratio = (one: number, other: number): string => `${(one / other).toFixed(2)}×`;

/** A line of the printed benchmark: what, how much, and beside what. */
export const line = (what: string, value: string, ...beside: readonly string[]): string =>
  `  ${what.padEnd(24)}${[value.padEnd(beside.length > 0 ? 16 : 0), ...beside].join('  ')}`;
