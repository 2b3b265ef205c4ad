import type { Standing } from '../formats/causes.ts';
import type { HistoryLine, RunEnding } from './history-line.ts';
import { recentRuns } from './recent-runs.ts';

/** One run in a trend. */
export interface TrendRow {
  readonly run: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly ended: RunEnding;
  /** Whether it was only a part of the suite, by choice or as a shard that nobody merged. */
  readonly isPart: boolean;
  readonly pass: number;
  readonly fail: number;
  readonly inconclusive: number;
  readonly notRun: number;
  /** Findings that failed the run. */
  readonly new: number;
  /** Findings that the baseline accepted. */
  readonly known: number;
}

const drawn = ({ findings }: HistoryLine, standing: Standing): number =>
  findings.filter((finding) => finding.standing === standing).reduce((sum, finding) => sum + finding.in.length, 0);

/** How verdicts and findings went in the last runs, oldest first. */
export const trendRows = (history: readonly HistoryLine[]): readonly TrendRow[] =>
  recentRuns(history).map((line) => {
    const { run, startedAt, ended, partial = false, shard, totals } = line;
    const { pass, fail, inconclusive, notRun } = totals;
    const isPart = partial || shard !== undefined;
    return {
      ...{ run, startedAt, ended, isPart, pass, fail, inconclusive, notRun },
      new: drawn(line, 'new'),
      known: drawn(line, 'known'),
    };
  });
