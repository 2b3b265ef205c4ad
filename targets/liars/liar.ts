import type { FindingKind } from '../../schemas/finding.ts';
import type { Lie } from '../lie.ts';

/** What part of its duty a liar neglects: getting an answer across, HTTP, the body's shape, limits, sense, the invoice, order, access. */
export type LiarClass =
  | 'transport'
  | 'http'
  | 'schema'
  | 'boundary'
  | 'coherence'
  | 'state'
  | 'concurrency'
  | 'security';

/** A target that breaks exactly one rule. A suite that passes it proves nothing. */
export interface Liar {
  /** Stable, in kebab-case. */
  readonly name: string;
  readonly class: LiarClass;
  /** A predicate, e.g. `answers 200 where 204 is due`. */
  readonly lies: string;
  readonly tell: Lie;
  /** What must be found. Nothing: then nothing can be known of the contract, and the scenario is inconclusive. */
  readonly draws: readonly FindingKind[];
  /** Ids of scenarios that can see it; each finds all that it draws. */
  readonly seenBy: readonly [string, ...string[]];
}

/** A liar before its class is written on it. */
export type LiarOfClass = Omit<Liar, 'class'>;

/** The liars of one class. */
export const ofClass = (name: LiarClass, liars: readonly LiarOfClass[]): readonly Liar[] =>
  liars.map((liar) => ({ ...liar, class: name }));
