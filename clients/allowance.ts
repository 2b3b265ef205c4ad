import { setTimeout as pause } from 'node:timers/promises';

/** How fast and how many calls a run may make. */
export interface AllowanceOptions {
  /** Calls a second, evenly apart; 0 for no limit. */
  readonly callsPerSecond: number;
  /** Calls in all; Infinity for no limit. */
  readonly maxCalls: number;
}

/** Leave to make calls, shared by all that call on behalf of one run. */
export interface Allowance {
  /** Waits for the next turn; resolves to why no call may be made any more, in a sentence, or to undefined. */
  take(): Promise<string | undefined>;
  /** How many calls were allowed so far. */
  used(): number;
  /** Why no call may be made any more; undefined while some are left, or where none was asked for in vain. */
  refused(): string | undefined;
}

/** No limit at all. */
export const UNLIMITED: AllowanceOptions = { callsPerSecond: 0, maxCalls: Number.POSITIVE_INFINITY };

/** A fresh allowance. Turns are spread evenly: a burst after a pause would be what a service limits. */
export function openAllowance({ callsPerSecond, maxCalls }: AllowanceOptions = UNLIMITED): Allowance {
  const spacingMs = callsPerSecond === 0 ? 0 : 1000 / callsPerSecond;
  let used = 0;
  let nextAt = 0;
  let refused: string | undefined;
  return {
    async take() {
      if (used >= maxCalls) {
        refused = `The budget of ${maxCalls} calls is spent`;
        return refused;
      }
      used += 1;
      if (spacingMs === 0) return undefined;
      const at = Math.max(nextAt, performance.now());
      nextAt = at + spacingMs;
      await pause(at - performance.now());
      return undefined;
    },
    used: () => used,
    refused: () => refused,
  };
}
