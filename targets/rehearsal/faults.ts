import type { Outcome } from '../lie.ts';
import { callNameOf, type Layer } from './layer.ts';
import { comeBack, type RetryAfter } from './rate-limit.ts';

/** Something that goes wrong for a while: the calls that it meets are counted from 1. */
export interface Fault {
  /** The calls that it meets, by their name; every call where it is left out. */
  readonly calls?: RegExp;
  readonly from: number;
  /** The last one; never over where it is left out. */
  readonly to?: number;
  /** A status that the overlay has an example of, a dropped connection, or silence. */
  readonly does: 429 | 503 | 500 | 'close' | 'hang';
  /** `nothing` by default. */
  readonly retryAfter?: RetryAfter;
}

/** Every call of a token. */
export const TOKEN_CALLS = /^POST \/v1\/oauth2\/token$/;

/** Lets a fault strike the calls that it is for. */
export function strike({
  calls = /./,
  from,
  to = Number.POSITIVE_INFINITY,
  does,
  retryAfter = 'nothing',
}: Fault): Layer {
  let met = 0;
  return async (request, passage): Promise<Outcome> => {
    if (!calls.test(callNameOf(request))) return passage.on(request);
    met += 1;
    if (met < from || met > to) return passage.on(request);
    return typeof does === 'string' ? does : comeBack(await passage.refuse(does), retryAfter, 1);
  };
}
