import type { StatusContract } from '../contract/operation.ts';
import { isObject, memberOf, preview } from './answer-body.ts';
import { isAmbiguous, refusesMessage, subjectBranch } from './branches.ts';
import { type CheckDefinition, NONE } from './check.ts';
import { implied, stated } from './grounds.ts';

/** A message that is absent, or that fits the branch of `default` which the body claims, breaks no schema. */
function isImplied(message: unknown, contract: StatusContract, body: unknown): boolean {
  if (message === undefined) return true;
  const subject = subjectBranch(contract, body);
  return subject !== undefined && !refusesMessage(subject, body);
}

/** The error's `message` is the one of its status. Source: the one-value `enum` of `message` in every error schema. */
export const errorMessage: CheckDefinition = {
  id: 'error-message',
  summary: 'The message of an error is the one that the contract pins for its status.',
  judge: ({ status, contract, body }) => {
    if (!contract || contract.messages.length === 0 || !isObject(body)) return NONE;
    const message = memberOf(body, 'message');
    if (contract.messages.some((pinned) => pinned === message)) return NONE;
    if (message === undefined && isAmbiguous(contract, body)) return NONE;
    const clause = contract.messageClause ?? contract.clause;
    const expected = contract.messages.map((pinned) => preview(pinned)).join(' or ');
    return [
      {
        ...(isImplied(message, contract, body) ? implied(clause) : stated(clause)),
        kind: 'wrong-message',
        pointer: '/message',
        expected,
        actual: preview(message),
        explanation: `The message of a ${status} is ${expected}; this one ${message === undefined ? 'has none' : `says ${preview(message)}`}.`,
      },
    ];
  },
};
