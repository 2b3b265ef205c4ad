import { isDeepStrictEqual } from 'node:util';
import type { LegacyLie, Lie } from '../lie.ts';

/** A lie, and how often it made a difference so far. */
export interface CountedLie {
  readonly lie: Lie;
  changes(): number;
}

/** The lie, counting; of one that stands in the way every call counts: one that never made a difference was never told, so nobody could have caught it. */
export function countedLie({ answer, decide, stateAfter, get, pass, legacy }: Lie): CountedLie {
  let changes = 0;
  const noting: Noting = (honest, told) => {
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
    ...(legacy && { legacy: countedLegacy(legacy, noting) }),
  };
  return { lie, changes: () => changes };
}

/** Counts what was told where it is not what is honest, and passes it on. */
type Noting = <T>(honest: T, told: T) => T;

const countedLegacy = ({ answer, decide, say, stateAfter, details }: LegacyLie, noting: Noting): LegacyLie => ({
  ...(answer && { answer: (honest, context) => noting<ReturnType<typeof answer>>(honest, answer(honest, context)) }),
  ...(decide && { decide: (context) => noting(context.decision, decide(context)) }),
  ...(say && {
    say: (honest, context) => {
      const told = say(honest, context);
      // As text: another order of members is a difference here.
      noting(JSON.stringify(honest), JSON.stringify(told));
      return told;
    },
  }),
  ...(stateAfter && { stateAfter: (honest, context) => noting(honest, stateAfter(honest, context)) }),
  ...(details && { details: (honest, request) => noting(honest, details(honest, request)) }),
});
