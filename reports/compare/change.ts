import type { Level } from '../../schemas/contract/clause.ts';
import type { Finding } from '../../schemas/finding.ts';

/**
 * What can have become of one thing between two runs, the worst first. `now-inconclusive` is every scenario that was judged
 * and is not any more, whatever the reason; `vanished` one that is not even planned.
 */
export const CHANGE_KINDS = [
  'regressed',
  'added',
  'vanished',
  'coverage-fell',
  'now-inconclusive',
  'flaky',
  'removed',
  'fixed',
] as const;

/** What has become of it. */
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One difference between two runs. */
export interface Change {
  readonly kind: ChangeKind;
  /** What has changed: a finding's fingerprint, an obligation's id, otherwise the scenario's id. */
  readonly subject: string;
  /** The scenario's id; null where it is about an obligation. */
  readonly scenario: string | null;
  /** The level of the finding, or of the scenario; null where it is about an obligation. */
  readonly level: Level | null;
  /** Whether the comparison fails by it. */
  readonly isRegression: boolean;
  /** The finding that is new or gone. */
  readonly finding?: Finding;
  /** For a person: what was, and what is. */
  readonly sentence: string;
}
