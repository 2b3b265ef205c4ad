import type { Level } from '../../schemas/contract/clause.ts';
import type { FindingKind } from '../../schemas/finding.ts';
import type { Standing } from '../formats/causes.ts';
import type { RunHeader, RunRecord } from '../run-record.ts';

/** The version of a history's lines that this suite writes, and the only one that it reads. */
export const HISTORY_FORMAT = 1;

/** One letter for how a scenario ended: passed, failed, inconclusive, inapplicable (`a`), not run. */
export type VerdictLetter = 'p' | 'f' | 'i' | 'a' | 'n';

/** How a run ended: `whole` where it came to the end of its plan. */
export type RunEnding = 'whole' | 'interrupted' | 'outage' | 'budget';

/** One departure of one run, in however many scenarios it showed. */
export interface HistoryFinding {
  readonly kind: FindingKind;
  /** Into the answer's body, array indices written `*`: with the scenario and the kind, the finding's fingerprint. */
  readonly place: string;
  readonly level: Level;
  /** What it meant for that run: `new` failed it. */
  readonly standing: Standing;
  /** Where it showed: places in the line's `scenarios`, ascending. */
  readonly in: readonly number[];
}

/** How long the answered calls of one operation took in one run, in milliseconds to a tenth, by nearest rank. */
export interface OperationLatency {
  /** How many were answered. */
  readonly calls: number;
  /** How many came to no whole answer; their time is not counted. */
  readonly failed: number;
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly max: number;
}

/** What a history keeps of one run: one line of NDJSON. */
export interface HistoryLine extends Pick<RunHeader, 'suite' | 'contract' | 'target' | 'failOn' | 'startedAt'> {
  readonly format: typeof HISTORY_FORMAT;
  /** The run's id; that of merged shards is theirs, joined by `+`. */
  readonly run: string;
  /** ISO 8601, UTC. */
  readonly finishedAt: string;
  readonly shard?: NonNullable<RunHeader['shard']>;
  /** Whether only some scenarios of the suite were asked for. */
  readonly partial?: true;
  readonly ended: RunEnding;
  readonly totals: Pick<
    RunRecord['totals'],
    'planned' | 'pass' | 'fail' | 'inconclusive' | 'inapplicable' | 'notRun' | 'defects' | 'requests'
  >;
  /** How many obligations of the contract the run has verified, of how many; absent where it read no contract. */
  readonly coverage?: { readonly verified: number; readonly obligations: number };
  readonly findings: readonly HistoryFinding[];
  /** How many findings more there were than a line holds; absent where it holds all. */
  readonly findingsLeftOut?: number;
  /** Ids of all planned scenarios. */
  readonly scenarios: readonly string[];
  /** A `VerdictLetter` for each of `scenarios`, in one text. */
  readonly verdicts: string;
  /** Those that were decided only in a second attempt: places in `scenarios`. */
  readonly flaky: readonly number[];
  /** By operation. */
  readonly latency: Readonly<Record<string, OperationLatency>>;
}
