import type { AuditFinding } from '../../schemas/audit/audit.ts';
import type { AuditLevel } from '../../schemas/audit/rule.ts';
import type { ResponseVacuity } from '../../schemas/audit/vacuity/vacuity.ts';
import type { ChangeClass } from '../../schemas/drift/changes.ts';
import type { Difference } from '../../schemas/drift/drift.ts';

/** A contract that was looked at: the file, the API's own version, and the hash of the file's bytes. */
export interface LookedAt {
  readonly file: string;
  readonly version: string;
  readonly sha256: string;
}

interface Common {
  readonly format: 1;
  readonly suite: { readonly name: string; readonly version: string };
  readonly contract: LookedAt;
  /** The ids of the operations that were looked at. */
  readonly operations: readonly string[];
  /** Operations without an operationId, which were not, e.g. `GET /ping`. */
  readonly unnamed: readonly string[];
}

/** What the report says of a rule, whether or not it spoke. */
export interface ReportedRule {
  readonly id: string;
  readonly level: AuditLevel;
  readonly summary: string;
  readonly follows: string;
}

/** A contract judged by itself. Published as `contract.schema.json`. */
export interface AuditReport extends Common {
  readonly kind: 'audit';
  readonly rules: readonly ReportedRule[];
  readonly findings: readonly AuditFinding[];
  readonly vacuity: readonly ResponseVacuity[];
  readonly totals: Readonly<Record<AuditLevel, number>>;
}

/** A difference with the scenarios that claim what it touches. */
export type ReportedDifference = Difference & { readonly scenarios: readonly string[] };

/** A contract compared with another copy of it. Published as `contract.schema.json`. */
export interface DriftReport extends Common {
  readonly kind: 'drift';
  readonly against: LookedAt;
  readonly differences: readonly ReportedDifference[];
  readonly totals: Readonly<Record<ChangeClass, number>>;
}

export type ContractReport = AuditReport | DriftReport;

/** How many of the items have each of these words. */
export const countsOf = <W extends string, T>(
  words: readonly W[],
  items: readonly T[],
  wordOf: (item: T) => W,
): Readonly<Record<W, number>> =>
  Object.fromEntries(words.map((word) => [word, items.filter((item) => wordOf(item) === word).length])) as Record<
    W,
    number
  >;
