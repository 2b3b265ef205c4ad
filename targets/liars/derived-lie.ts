import type { Lie } from '../lie.ts';

/**
 * What provokes a derived lie: a request that shows an obligation, or one that a documented answer is due to. In the legacy
 * system the answer is told by its outcome: `Success`, or the code of an error.
 */
export type Provocation =
  | { readonly obligation: string }
  | { readonly status: number; readonly issue?: string }
  | { readonly outcome: string };

/** A way of answering that is derived from the contract, never typed by hand. */
export interface DerivedLie {
  /** What it is about and what it does, e.g. `issue/422/CANNOT_CANCEL_PAID_INVOICE 3`, `422/CANNOT_CANCEL_PAID_INVOICE name retyped as null`. */
  readonly name: string;
  /** What kind of thing it breaks, as reports count it. */
  readonly group: string;
  /** `broken` breaks the contract, `kept` keeps it in another way, `away` lets nobody know: the service says that it is busy or out. */
  readonly contract: 'broken' | 'kept' | 'away';
  readonly provokedBy: Provocation;
  readonly tell: Lie;
}
