import { withHeader } from '../liars/rewrite.ts';
import type { TargetAnswer } from '../lie.ts';
import type { Layer } from './layer.ts';

/** How a refused caller is told when to come back. */
export type RetryAfter = 'seconds' | 'date' | 'a year' | 'nothing';

/** How many calls are let through. */
export interface RateLimit {
  /** Calls a second, in the long run. */
  readonly perSecond: number;
  /** Calls at once after a pause; as many as a second's by default. */
  readonly burst?: number;
  /** `seconds` by default. */
  readonly retryAfter?: RetryAfter;
}

/** In seconds. */
const A_YEAR = 31_536_000;

const HEADERS: Readonly<Record<RetryAfter, (seconds: number) => string | null>> = {
  seconds: (seconds) => String(seconds),
  date: (seconds) => new Date(Date.now() + seconds * 1000).toUTCString(),
  'a year': () => String(A_YEAR),
  nothing: () => null,
};

/** A refusal that says in its own way when to come back. */
export const comeBack = (answer: TargetAnswer, retryAfter: RetryAfter, seconds: number): TargetAnswer =>
  withHeader(answer, 'Retry-After', HEADERS[retryAfter](seconds));

/** Answers 429 to what comes too often: a bucket of `burst` calls that fills at `perSecond`. */
export function rateLimit({ perSecond, burst = Math.ceil(perSecond), retryAfter = 'seconds' }: RateLimit): Layer {
  let calls = burst;
  let at = performance.now();
  return async (request, passage) => {
    const now = performance.now();
    calls = Math.min(burst, calls + ((now - at) / 1000) * perSecond);
    at = now;
    if (calls < 1) return comeBack(await passage.refuse(429), retryAfter, Math.ceil((1 - calls) / perSecond));
    calls -= 1;
    return passage.on(request);
  };
}
