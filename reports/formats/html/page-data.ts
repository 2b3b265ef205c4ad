import type { Level } from '../../../schemas/contract/clause.ts';
import type { Exchange } from '../../../schemas/exchange.ts';
import type { Finding, FindingKind } from '../../../schemas/finding.ts';
import type { CoverageEntry, RunHeader, ScenarioRecord } from '../../run-record.ts';
import type { Standing } from '../causes.ts';
import type { Outcome } from '../outcome.ts';
import type { CauseHistory } from './cause-history.ts';

/** How a row of the list ended: as others read the run, and planned ones that were not run. */
export type RowOutcome = Outcome | 'not-run';

/** One scenario in the list: what is searched and filtered by. */
export interface PageRow {
  readonly id: string;
  readonly title: string;
  readonly topic: string;
  readonly operation: string;
  /** null where it was not run. */
  readonly level: Level | null;
  readonly outcome: RowOutcome;
  /** Milliseconds. */
  readonly ms: number;
  /** Of its findings, each once. */
  readonly kinds: readonly FindingKind[];
  readonly isFlaky: boolean;
}

/** An exchange in one line; `whole` has its evidence, unless the page would grow too large by it. */
export interface PageExchange extends Pick<Exchange, 'operation'> {
  readonly method: string;
  /** The status, or the code of a failure. */
  readonly end: string;
  /** Milliseconds. */
  readonly ms: number;
  readonly debugId?: string;
  readonly whole?: Pick<Exchange, 'request' | 'response' | 'startedAt'> & {
    /** A line for a shell that sends it again; null where it is too long to be shown. */
    readonly curl: string | null;
  };
}

/** A finding and what it means for the run. */
export type PageFinding = Omit<Finding, 'check'> & { readonly standing: Standing };

/** Everything of one scenario that its dialog shows. */
export interface PageDetail
  extends Pick<ScenarioRecord, 'clause' | 'origin' | 'startedAt' | 'reason' | 'flaky' | 'gap' | 'prepares'> {
  readonly findings: readonly PageFinding[];
  readonly exchanges: readonly PageExchange[];
}

/** One departure with the scenarios that show it, as places in the list of rows. */
export interface PageCause {
  readonly standing: Standing;
  readonly finding: Omit<Finding, 'check'>;
  readonly scenarios: readonly number[];
  /** In how many scenarios it shows: `scenarios` may name fewer. */
  readonly shows: number;
  /** What somebody accepted it by: reason, owner, date. */
  readonly accepted?: {
    readonly reason: string;
    readonly owner: string;
    readonly date: string;
    readonly source: string;
  };
  readonly history?: CauseHistory;
}

/** A kind of finding: its permanent code, and what it is called. */
export interface PageKind {
  readonly code: string;
  readonly title: string;
}

/** What the page's script reads at once; details follow, a line each, in the order of the rows. */
export interface PageData {
  readonly run: Pick<RunHeader, 'id' | 'target' | 'contract' | 'suite' | 'startedAt'>;
  readonly rows: readonly PageRow[];
  readonly causes: readonly PageCause[];
  readonly kinds: Readonly<Partial<Record<FindingKind, PageKind>>>;
  readonly obligations: readonly CoverageEntry[];
  /** The lines of each pinned document that is cited, by its path below `specs/`. */
  readonly specs: Readonly<Record<string, readonly string[]>>;
}
