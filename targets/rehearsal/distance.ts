import { setTimeout as wait } from 'node:timers/promises';
import { withHeader } from '../liars/rewrite.ts';
import type { TargetAnswer } from '../lie.ts';
import type { Layer } from './layer.ts';

/** Each call takes so much longer, in milliseconds. */
export const latency =
  (ms: number): Layer =>
  async (request, passage) => {
    await wait(ms);
    return passage.on(request);
  };

/** Changes each answer on its way back. */
export const changing =
  (change: (answer: TargetAnswer) => TargetAnswer): Layer =>
  async (request, passage) => {
    const outcome = await passage.on(request);
    return typeof outcome === 'string' ? outcome : change(outcome);
  };

/** A clock that is off by so many seconds, as the `Date` of each answer tells. */
export const clockOff = (seconds: number): Layer =>
  changing((answer) => withHeader(answer, 'Date', new Date(Date.now() + seconds * 1000).toUTCString()));
