import type { Clause, Level, Origin } from './contract/clause.ts';
import type { Exchange } from './exchange.ts';
import type { Finding } from './finding.ts';

/** How a scenario ended (see DECISIONS.md): nothing is known of the contract from an inconclusive one. */
export type Verdict = 'pass' | 'fail' | 'inconclusive' | 'inapplicable';

/** An invoice that could not be cleared up, and why: it still stands on the account. */
export interface Leftover {
  readonly invoiceId: string;
  /** As last seen; null where it is uncertain. */
  readonly state: string | null;
  readonly reason: string;
}

/** Everything about one scenario's run. */
export interface ScenarioResult {
  readonly id: string;
  readonly title: string;
  readonly topic: string;
  readonly operation: string;
  readonly clause: Clause;
  readonly level: Level;
  readonly origin: Origin;
  readonly verdict: Verdict;
  /** Why it is inconclusive or inapplicable; absent otherwise. */
  readonly reason?: string;
  /** Why the contract has no word for what the scenario provokes; absent where it has. */
  readonly gap?: string;
  readonly findings: readonly Finding[];
  readonly exchanges: readonly Exchange[];
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** Milliseconds. */
  readonly durationMs: number;
}
