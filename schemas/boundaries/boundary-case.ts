import type { JsonPointer } from '../contract/clause.ts';
import type { Obligation, ObligingKeyword } from '../contract/obligation.ts';

/** An obligation of a keyword: only those have a boundary. */
export type KeywordObligation = Obligation & { readonly keyword: ObligingKeyword };

/** A value at a boundary of a schema, in an instance that conforms everywhere else. */
export interface BoundaryCase {
  /** Stable: where it stands and what it is, e.g. `note.length-4001`. */
  readonly id: string;
  /** `note: 4001 characters` */
  readonly title: string;
  /** Ids of the obligations whose boundary this is; never empty. */
  readonly obligations: readonly string[];
  /** Whether the schema accepts it: asked of the validator, never assumed. */
  readonly accepted: boolean;
  /** Which of them the value breaks; empty where it is accepted. */
  readonly broken: readonly string[];
  /** Keywords that refuse the instance, in any schema; empty where it is accepted. */
  readonly refusedBy: readonly string[];
  /** The whole instance. */
  readonly instance: unknown;
  /** Where the value stands in the instance. */
  readonly pointer: JsonPointer;
  readonly value: unknown;
  /** What the contract's prose says against a value that its schema accepts: then the contract does not decide. */
  readonly proseAgainst?: string;
}

/** An obligation that no case stands on both sides of. */
export interface OneSided {
  readonly obligation: string;
  readonly missing: 'accepted' | 'refused';
  readonly reason: string;
}
