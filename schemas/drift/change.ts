import type { JsonPointer } from '../contract/clause.ts';
import type { ChangeKind, Direction } from './changes.ts';

/** What one side of a change says, and where. */
export interface Side {
  readonly value: unknown;
  readonly at: readonly JsonPointer[];
  /** Whether all that is written below these places is concerned as well. */
  readonly below?: true;
}

/** One difference between two contracts, before it is classified. */
export interface Change {
  readonly kind: ChangeKind;
  readonly direction: Direction;
  /** The place of the instance, e.g. `request/note`, `response/422/details/*`. */
  readonly place: string;
  /** What of the place: a keyword, a member's name, `status`. */
  readonly subject: string;
  /** null where the side says nothing of it. */
  readonly before: Side | null;
  readonly after: Side | null;
}

/** Where a comparison stands. */
export interface Where {
  readonly direction: Direction;
  readonly place: string;
}

/** The change of something that one side lacks, or that differs. */
export const changeOf = (
  { direction, place }: Where,
  kind: ChangeKind,
  subject: string,
  before: Side | null,
  after: Side | null,
): Change => ({ kind, direction, place, subject, before, after });
