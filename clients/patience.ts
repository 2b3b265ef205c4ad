import { setTimeout as pause } from 'node:timers/promises';
import { type Exchange, type Header, headerOf, isAnswered } from '../schemas/exchange.ts';
import type { Call, HttpClient } from './http-client.ts';

/** How often, and for how long, a call that may be repeated waits for a service that is busy. */
export interface Patience {
  /** Repetitions of one call. */
  readonly retries: number;
  /** The first pause where the service names none; each further one is twice as long. Milliseconds. */
  readonly firstPauseMs: number;
  /** The longest wait of one call, all pauses together, in milliseconds. */
  readonly longestMs: number;
}

/** Ours; PayPal asks to honour `Retry-After` where it is sent, and publishes no limit. */
export const DEFAULT_PATIENCE: Patience = { retries: 4, firstPauseMs: 1000, longestMs: 60_000 };

/** None: a busy answer is an answer. */
export const IMPATIENT: Patience = { retries: 0, firstPauseMs: 0, longestMs: 0 };

/** What became of a call: the last exchange, and where its service asked for a longer wait than there is patience, that. */
export interface Sent {
  readonly exchange: Exchange;
  /** A sentence's end: `asks to wait 31536000 s, and 60 s is the longest`. */
  readonly tooLong?: string;
}

/** Answers of a service that is busy: a 503 may come of a call that was carried out. */
const BUSY: ReadonlySet<number> = new Set([429, 503]);

/** Answers to a call that nobody carried out: any call can be repeated after one. */
export const NOT_CARRIED_OUT: ReadonlySet<number> = new Set([429]);

/** All three forms of an HTTP date begin with the day of the week (RFC 9110 §5.6.7); `Date.parse` reads a year into `foo 5`. */
const HTTP_DATE = /^(mon|tue|wed|thu|fri|sat|sun)/i;

/** The wait that `Retry-After` asks for, in milliseconds from `now`: seconds or an HTTP date (RFC 9110 §10.2.3); undefined where it says neither. */
export function retryAfterMs(headers: readonly Header[], now: number): number | undefined {
  const text = headerOf(headers, 'retry-after')?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const at = HTTP_DATE.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at)) return undefined;
  // The service's own clock, where it shows one: ours may be off.
  return Math.max(0, at - (Date.parse(headerOf(headers, 'date') ?? '') || now));
}

/** Twice as long each time, and up to half of that less, so that many callers do not come back at the same moment. */
const backOffMs = (attempt: number, { firstPauseMs }: Patience): number =>
  firstPauseMs * 2 ** attempt * (1 - Math.random() / 2);

/**
 * Sends a call that may be repeated, and repeats it while its answer is one of `busy`, 429 and 503 by default; the
 * exchanges before the last are added to `evidence`. Not for a request under test.
 */
export async function sendPatiently(
  client: HttpClient,
  call: Call,
  patience: Patience,
  evidence: Exchange[],
  busy: ReadonlySet<number> = BUSY,
): Promise<Sent> {
  let waitedMs = 0;
  for (let attempt = 0; ; attempt += 1) {
    const exchange = await client.send(call);
    if (!isAnswered(exchange) || !busy.has(exchange.response.status)) return { exchange };
    const askedMs = retryAfterMs(exchange.response.headers, Date.now());
    if (askedMs !== undefined && waitedMs + askedMs > patience.longestMs && patience.retries > 0)
      return {
        exchange,
        tooLong: `asks to wait ${Math.ceil(askedMs / 1000)} s, and ${patience.longestMs / 1000} s is the longest`,
      };
    const pauseMs = askedMs ?? backOffMs(attempt, patience);
    if (attempt >= patience.retries || waitedMs + pauseMs > patience.longestMs) return { exchange };
    evidence.push(exchange);
    await pause(pauseMs);
    waitedMs += pauseMs;
  }
}
