import type { JsonPointer } from '../contract/clause.ts';
import type { Audited } from './audited.ts';
import type { ExampleParts } from './example.ts';

/**
 * What is wrong with a contract: `vacuous`, it says something that nothing can break; `contradiction`, it says two
 * things that cannot both hold; `gap`, it leaves open what a caller has to know; `slip`, it is untidy and misleads.
 */
export type AuditLevel = 'vacuous' | 'contradiction' | 'gap' | 'slip';

/** The levels, the one that costs a reader of the contract most first. */
export const AUDIT_LEVELS: readonly AuditLevel[] = ['vacuous', 'contradiction', 'gap', 'slip'];

/** One place where a rule has something to say. */
export interface Hit {
  readonly pointer: JsonPointer;
  /** What is wrong there, in one sentence. */
  readonly sentence: string;
}

/** One thing that a contract can get wrong. */
export interface AuditRule {
  /** Permanent, e.g. `nothing-required`. */
  readonly id: string;
  readonly level: AuditLevel;
  /** What is wrong, in one sentence without a place. */
  readonly summary: string;
  /** What follows for those who implement, call or test by the contract. */
  readonly follows: string;
  /** The smallest contracts on which it speaks, and on which it does not. */
  readonly example: { readonly speaks: ExampleParts; readonly silent: ExampleParts };
  /** Where it speaks; the same place may be named more than once. */
  find(audited: Audited): Iterable<Hit>;
}
