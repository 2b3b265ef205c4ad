import type { Target } from '../targets/target.ts';

/** The longest that a call is reckoned with, in seconds: ours; a usual one takes a third of one. */
const SLOW_CALL_S = 1;

/** The most scenarios at once that nobody asked for: ours. */
const MOST = 32;

/**
 * How many scenarios run at once where nobody says: one on a mock, which gains nothing from more; on a service as many
 * as keep to the rate (calls a second, 0 for none) although each call is slow, since a scenario sends one after the other.
 */
export const defaultConcurrency = (judges: Target['judges'], callsPerSecond: number): number =>
  judges === 'mock' ? 1 : callsPerSecond === 0 ? MOST : Math.min(MOST, Math.ceil(callsPerSecond * SLOW_CALL_S));
