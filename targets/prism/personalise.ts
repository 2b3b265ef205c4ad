import { randomBytes } from 'node:crypto';
import type { TargetAnswer } from '../lie.ts';
import type { Fault } from './decide-cancel.ts';

/** A fresh debug id: 13 lower-case hexadecimal characters, as all recorded ones are. */
export const freshDebugId = (): string => randomBytes(7).toString('hex').slice(0, 13);

/** The example made this request's own: its debug id, in the header too, and in `details[0]` the actual fault. */
export function personalise(answer: TargetAnswer, debugId: string, fault: Fault | undefined): TargetAnswer {
  const headers = [...answer.headers, ['PayPal-Debug-Id', debugId] as const];
  if (answer.body === '') return { ...answer, headers };
  const example: Record<string, unknown> = JSON.parse(String(answer.body));
  return { ...answer, headers, body: JSON.stringify(ownErrorOf(example, debugId, fault)) };
}

/** An example error with its own debug id, and in `details[0]` the actual fault. */
export function ownErrorOf(
  example: Readonly<Record<string, unknown>>,
  debugId: string,
  fault: Fault | undefined,
): Readonly<Record<string, unknown>> {
  const own = { ...example, debug_id: debugId };
  const [first, ...others] = Array.isArray(example.details) ? example.details : [];
  if (first === undefined || fault === undefined) return own;
  return { ...own, details: [{ ...first, ...fault }, ...others] };
}
