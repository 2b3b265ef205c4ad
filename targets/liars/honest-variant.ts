import type { Lie } from '../lie.ts';

/** A target that keeps the whole contract, in another way than ours. A suite that faults it asks for more than was promised. */
export interface HonestVariant {
  /** Stable, in kebab-case. */
  readonly name: string;
  /** A predicate, e.g. `indents its JSON`. */
  readonly does: string;
  readonly tell: Lie;
}
