import type { Obligation } from '../../schemas/contract/obligation.ts';
import type { Operation } from '../../schemas/contract/operation.ts';
import type { Lie } from '../lie.ts';

/** Lies that each break one obligation of an operation; none where the obligation is of a kind that it knows nothing of. */
export type LiesAgainst = (obligation: Obligation, operation: Operation) => readonly Lie[];
