import type { StatusContract } from '../contract/operation.ts';
import { isObject, memberOf, preview } from './answer-body.ts';
import { claimedBranch, isAmbiguous, refusesMessage } from './branches.ts';
import { type CheckDefinition, NONE } from './check.ts';
import { explainName } from './explain.ts';
import { implied, stated } from './grounds.ts';

/** A name that is absent, or that makes a whole with the message of another branch of `default`, breaks no schema. */
function isImplied(name: unknown, contract: StatusContract, body: unknown): boolean {
  if (name === undefined) return true;
  const claimed = claimedBranch(contract, body);
  return claimed !== undefined && !refusesMessage(claimed, body);
}

/** The error's `name` is the one of its status. Source: the one-value `enum` of `name` in every error schema. */
export const errorName: CheckDefinition = {
  id: 'error-name',
  summary: 'The name of an error is the one that the contract pins for its status.',
  judge: ({ status, contract, body }) => {
    if (!contract || contract.names.length === 0 || !isObject(body)) return NONE;
    const name = memberOf(body, 'name');
    if (contract.names.some((pinned) => pinned === name) || isAmbiguous(contract, body)) return NONE;
    const clause = contract.nameClause ?? contract.clause;
    const expected = contract.names.join(' or ');
    const what = name === undefined ? 'has no name' : `is named ${preview(name)} (${explainName(name, contract)})`;
    return [
      {
        ...(isImplied(name, contract, body) ? implied(clause) : stated(clause)),
        kind: 'wrong-name',
        pointer: '/name',
        expected,
        actual: preview(name),
        explanation: `A ${status} is named ${expected}; this one ${what}.`,
      },
    ];
  },
};
