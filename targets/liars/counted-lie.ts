import { isDeepStrictEqual } from 'node:util';
import type { Lie } from '../lie.ts';

/** A lie, and how often it made a difference so far. */
export interface CountedLie {
  readonly lie: Lie;
  changes(): number;
}

/** The lie, counting; of one that stands in the way every call counts: one that never made a difference was never told, so nobody could have caught it. */
export function countedLie({ answer, decide, stateAfter, get, pass }: Lie): CountedLie {
  let changes = 0;
  const noting = <T>(honest: T, told: T): T => {
    if (told !== honest && !isDeepStrictEqual(told, honest)) changes++;
    return told;
  };
  const lie: Lie = {
    ...(pass && {
      pass: (request, passage) => {
        changes++;
        return pass(request, passage);
      },
    }),
    ...(answer && { answer: (honest, context) => noting<ReturnType<typeof answer>>(honest, answer(honest, context)) }),
    ...(decide && { decide: (context) => noting(context.decision, decide(context)) }),
    ...(stateAfter && { stateAfter: (honest, context) => noting(honest, stateAfter(honest, context)) }),
    ...(get && { get: (honest, request) => noting(honest, get(honest, request)) }),
  };
  return { lie, changes: () => changes };
}
