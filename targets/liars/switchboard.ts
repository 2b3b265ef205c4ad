import type { Lie } from '../lie.ts';

/** One running target that tells one lie after the other. */
export interface Switchboard {
  /** What the target is started with. */
  readonly lie: Lie;
  /** From now on the target tells this lie; `{}` makes it honest. */
  tell(lie: Lie): void;
}

/** A switchboard that is honest until it is told a lie. */
export function createSwitchboard(): Switchboard {
  let current: Lie = {};
  return {
    lie: {
      decide: (context) => current.decide?.(context) ?? context.decision,
      answer: (answer, context) => current.answer?.(answer, context) ?? answer,
      stateAfter: (honest, context) => current.stateAfter?.(honest, context) ?? honest,
      get: (answer, request) => current.get?.(answer, request) ?? answer,
      legacy: {
        decide: (context) => current.legacy?.decide?.(context) ?? context.decision,
        say: (answer, context) => current.legacy?.say?.(answer, context) ?? answer,
        answer: (answer, context) => current.legacy?.answer?.(answer, context) ?? answer,
        stateAfter: (honest, context) => current.legacy?.stateAfter?.(honest, context) ?? honest,
        details: (details, request) => current.legacy?.details?.(details, request) ?? details,
      },
    },
    tell: (lie) => {
      current = lie;
    },
  };
}
