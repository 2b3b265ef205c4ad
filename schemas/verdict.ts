import type { Clause, Level, Origin } from './contract/clause.ts';
import type { Exchange } from './exchange.ts';
import type { Finding } from './finding.ts';

/** How a scenario ended (see DECISIONS.md): nothing is known of the contract from an inconclusive one. */
export type Verdict = 'pass' | 'fail' | 'inconclusive' | 'inapplicable';

/** An invoice that could not be cleared up, and why: it still stands on the account. */
export interface Leftover {
  /** null where the answer to its creation was lost: whether it stands is not known. */
  readonly invoiceId: string | null;
  /** What it carries, so that it can be found. */
  readonly reference?: string;
  /** The run's id, as it stands in the references of its invoices. */
  readonly run?: string;
  /** As last seen; null where it is uncertain. */
  readonly state: string | null;
  readonly reason: string;
}

/** What an earlier run left on the account, and could not be cleared up since. */
export interface Orphan extends Leftover {
  readonly reference: string;
  readonly run: string;
}

/** Why a run ended before its plan was done, although nobody stopped it. */
export interface EndedEarly {
  readonly cause: 'outage' | 'budget';
  /** What was seen: a sentence. */
  readonly reason: string;
}

/** How a request under test was answered, in its own system's words. */
export interface ShownAnswer {
  /** Index of its exchange, among those of its scenario. */
  readonly exchange: number;
  /** The HTTP status, which decides nothing in the legacy system. */
  readonly status: number;
  /** The issue of a refusal, or the six digits of the legacy system; null where the answer names none. */
  readonly code: string | null;
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
  /** What its first exchanges made for the scenarios after it as well: a shared invoice, named by what it is like. */
  readonly prepares?: { readonly what: string; readonly exchanges: number };
  /** Why its first attempt was inconclusive, where a second one, alone at the end of the run, decided. */
  readonly flaky?: string;
  /** Why the contract has no word for what the scenario provokes; absent where it has. */
  readonly gap?: string;
  /** The id of the same scenario in the other system, where both can express it. */
  readonly twin?: string;
  /** How the request under test was answered, the first of several at once; absent where no answer can be judged. */
  readonly answer?: ShownAnswer;
  readonly findings: readonly Finding[];
  readonly exchanges: readonly Exchange[];
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** Milliseconds. */
  readonly durationMs: number;
}
