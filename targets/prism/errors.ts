import type { TargetAnswer } from '../lie.ts';
import type { Fault } from './decide-cancel.ts';
import type { Examples } from './examples.ts';
import { freshDebugId, ownErrorOf } from './personalise.ts';
import { jsonAnswer } from './wire.ts';

const withDebugId = (answer: TargetAnswer, debugId: string): TargetAnswer => ({
  ...answer,
  headers: [...answer.headers, ['PayPal-Debug-Id', debugId]],
});

/** The answer with a debug id of its own in the header, as every answer of PayPal's has. */
export const stamped = (answer: TargetAnswer): TargetAnswer => withDebugId(answer, freshDebugId());

/** The contract's own body for a call of the preamble that is refused: these calls fail as cancel does. */
export function errorAnswer(examples: Examples, status: number, name: string, fault?: Fault): TargetAnswer {
  const debugId = freshDebugId();
  const example = examples.bodyOf(status, name) as Readonly<Record<string, unknown>>;
  return withDebugId(jsonAnswer(status, ownErrorOf(example, debugId, fault)), debugId);
}

/** A step that the invoice's state refuses. The issue code is ours: PayPal's own for these calls are not known. */
export function refusalAnswer(examples: Examples, refused: string): TargetAnswer {
  const debugId = freshDebugId();
  const { name, message } = examples.bodyOf(422, 'INVOICE_CANCELED_ALREADY') as { name: string; message: string };
  const details = [{ issue: 'STEP_NOT_ALLOWED', description: refused }];
  return withDebugId(jsonAnswer(422, { name, message, debug_id: debugId, details }), debugId);
}
