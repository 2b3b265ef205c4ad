import type { SuiteError } from '../../schemas/contract/suite-error.ts';
import { connectPrism } from '../prism/connect-prism.ts';
import { type StartedPrism, startPrism } from '../prism/prism.ts';
import type { Target } from '../target.ts';
import { KNOWN_DEPARTURES, type KnownDeparture } from './departures.ts';
import { changing, clockOff, latency } from './distance.ts';
import { expiringTokens } from './expiring-tokens.ts';
import { type Fault, strike } from './faults.ts';
import { laggingReads } from './lagging-reads.ts';
import { callNameOf, type Layer, layered } from './layer.ts';
import { type RateLimit, rateLimit } from './rate-limit.ts';

/** What the rehearsed service is like; every part left out is as at home. */
export interface RehearsalOptions {
  /** All that are known by default. */
  readonly departures?: readonly KnownDeparture[];
  /** Milliseconds that each call takes longer. */
  readonly latencyMs?: number;
  readonly rate?: RateLimit;
  readonly faults?: readonly Fault[];
  /** After how many calls the tokens handed out so far stop working. */
  readonly tokensExpireAfterCalls?: number;
  /** How many reads after a change still show what was before. */
  readonly readsLag?: number;
  /** How far its clock is ahead, in seconds. */
  readonly clockAheadS?: number;
  /** Any free one by default. */
  readonly port?: number;
  readonly onDefect?: (error: SuiteError) => void;
}

/** A call that came in: its name, and when, in milliseconds of `performance.now()`. */
export interface SeenCall {
  readonly name: string;
  readonly atMs: number;
}

/** The running rehearsal. */
export interface StartedRehearsal extends StartedPrism {
  /** Every call so far, the director's own left out. */
  readonly seen: readonly SeenCall[];
}

const watching =
  (seen: SeenCall[]): Layer =>
  (request, passage) => {
    seen.push({ name: callNameOf(request), atMs: performance.now() });
    return passage.on(request);
  };

/** The layers, the outermost first: a service that is far away refuses after the way, not before it. */
function layersOf(options: RehearsalOptions): readonly Layer[] {
  const { departures = KNOWN_DEPARTURES, latencyMs, rate, faults = [], tokensExpireAfterCalls, readsLag } = options;
  return [
    ...(latencyMs ? [latency(latencyMs)] : []),
    ...(options.clockAheadS ? [clockOff(options.clockAheadS)] : []),
    ...(rate ? [rateLimit(rate)] : []),
    ...faults.map(strike),
    ...departures.map(({ change }) => changing(change)),
    ...(tokensExpireAfterCalls ? [expiringTokens(tokensExpireAfterCalls)] : []),
    ...(readsLag ? [laggingReads(readsLag)] : []),
  ];
}

/** The rehearsal at `baseUrl` as a service: it can be told nothing, and has a second merchant. */
const connectRehearsal = (baseUrl: string): Target => ({
  ...connectPrism(baseUrl),
  name: 'rehearsal',
  judges: 'service',
  capabilities: new Set(['foreign-merchant']),
});

/**
 * Stands in for PayPal's sandbox, which cannot be reached from everywhere: the prism target's director over real HTTP, with
 * the departures that were recorded from the real service, its distance, its limits and its bad days.
 */
export async function startRehearsal(options: RehearsalOptions = {}): Promise<StartedRehearsal> {
  const seen: SeenCall[] = [];
  const { port = 0, onDefect = () => {} } = options;
  const pass = layered([watching(seen), ...layersOf(options)]);
  const prism = await startPrism({ lie: { pass }, port, onDefect });
  return { ...prism, target: connectRehearsal(prism.baseUrl), seen };
}
