import type { AnsweredExchange } from '../schemas/exchange.ts';

/** Nothing more can be learnt of the contract here, and why: a sentence for a person. It makes a scenario inconclusive. */
export interface Undecided {
  readonly undecided: string;
  /** Of several requests at once those whose answers can be judged all the same. */
  readonly answers?: readonly AnsweredExchange[];
}

/** What a step returns in place of its result where nothing can be known. */
export const undecided = (reason: string): Undecided => ({ undecided: reason });

/** Whether a step came to nothing. */
export const isUndecided = <T extends object>(value: T | Undecided): value is Undecided => 'undecided' in value;
