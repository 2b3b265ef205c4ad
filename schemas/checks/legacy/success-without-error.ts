import { memberOf, preview } from '../answer-body.ts';
import { NONE } from '../check.ts';
import { stated } from '../grounds.ts';
import type { LegacyCheck } from './legacy-check.ts';

/** A success lists no error; one with a warning may, as its warning. Source: PPFault is returned if an error occurs. */
export const successWithoutError: LegacyCheck = {
  id: 'legacy-success',
  summary: 'A success without a warning lists no error.',
  judge: ({ ack, ended, message, held }, { operation }) => {
    const error = memberOf(message, 'error');
    const isEmpty = error === undefined || (Array.isArray(error) && error.length === 0);
    if (ended !== 'Success' || ack !== ended || !held || isEmpty) return NONE;
    return [
      {
        ...stated(operation.spec.clauseAt(held.pointer)),
        kind: 'error-in-success',
        pointer: '/error',
        expected: 'no error',
        actual: preview(error),
        explanation: `An answer that says ${ack} carries the invoice and no error; this one lists ${preview(error)}.`,
      },
    ];
  },
};
