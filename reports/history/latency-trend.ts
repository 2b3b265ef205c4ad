import type { HistoryLine, OperationLatency } from './history-line.ts';
import { percentileOf } from './latency-of.ts';
import { recentRuns } from './recent-runs.ts';

/** How long the calls of one operation take now, beside what was usual; in milliseconds. */
export interface LatencyTrend {
  readonly operation: string;
  readonly now: OperationLatency;
  /** The median of each over the earlier runs; null where there is none. */
  readonly usual: Pick<OperationLatency, 'p50' | 'p90' | 'p99'> | null;
}

const medianOf = (values: readonly number[]): number =>
  percentileOf(
    values.toSorted((a, b) => a - b),
    0.5,
  );

function usualOf(earlier: readonly OperationLatency[]): LatencyTrend['usual'] {
  if (earlier.length === 0) return null;
  const of = (share: 'p50' | 'p90' | 'p99'): number => medianOf(earlier.map((latency) => latency[share]));
  return { p50: of('p50'), p90: of('p90'), p99: of('p99') };
}

/** The latency of each operation of the latest run, beside the runs before it. */
export function latencyTrends(history: readonly HistoryLine[]): readonly LatencyTrend[] {
  const recent = recentRuns(history);
  const earlier = recent.slice(0, -1);
  return Object.entries(recent.at(-1)?.latency ?? {}).map(([operation, now]) => ({
    operation,
    now,
    usual: usualOf(earlier.flatMap(({ latency }) => latency[operation] ?? [])),
  }));
}
