import type { Exchange } from '../../schemas/exchange.ts';
import type { OperationLatency } from './history-line.ts';
import { historyText } from './history-place.ts';

/** The value below which a share of them lies, by nearest rank: one that was really measured; 0 of none. */
export function percentileOf(ascending: readonly number[], share: number): number {
  const rank = Math.max(1, Math.ceil(share * ascending.length));
  return ascending[rank - 1] ?? 0;
}

const tenths = (milliseconds: number): number => Math.round(milliseconds * 10) / 10;

function percentiles(durations: readonly number[], failed: number): OperationLatency {
  const ascending = durations.toSorted((a, b) => a - b);
  const at = (share: number): number => tenths(percentileOf(ascending, share));
  return { calls: ascending.length, failed, p50: at(0.5), p90: at(0.9), p99: at(0.99), max: at(1) };
}

/** How long calls took, by operation in the order of their names; those without a whole answer are only counted. */
export function latencyOf(exchanges: Iterable<Exchange>): Readonly<Record<string, OperationLatency>> {
  const byOperation = new Map<string, { readonly durations: number[]; failed: number }>();
  for (const { operation, response, durationMs } of exchanges) {
    const calls = byOperation.get(operation) ?? { durations: [], failed: 0 };
    byOperation.set(operation, calls);
    if (response.kind === 'answer') calls.durations.push(durationMs);
    else calls.failed += 1;
  }
  const sorted = [...byOperation].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    sorted.map(([operation, { durations, failed }]) => [historyText(operation), percentiles(durations, failed)]),
  );
}
