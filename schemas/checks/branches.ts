import type { Branch, StatusContract } from '../contract/operation.ts';
import { memberOf } from './answer-body.ts';

/** The branches of the `default` response that a body is valid against. */
export const matchingBranches = ({ branches }: StatusContract, body: unknown): readonly Branch[] =>
  branches.filter(({ validate }) => validate(body));

/** The branch that a name belongs to; undefined for one of no branch. */
export const branchOf = ({ branches }: StatusContract, name: unknown): Branch | undefined =>
  branches.find(({ names }) => names.some((pinned) => pinned === name));

/** The branch that a body claims by its `name`; undefined where it has none, or one of no branch. */
export const claimedBranch = (contract: StatusContract, body: unknown): Branch | undefined =>
  branchOf(contract, memberOf(body, 'name'));

/** The branch that a body is held to: the one it claims, or the one of its status. */
export const subjectBranch = (contract: StatusContract, body: unknown): Branch | undefined =>
  claimedBranch(contract, body) ?? contract.branches.find(({ status }) => status === contract.status);

/** Whether a body claims no branch and is valid against several: the contract asks for exactly one. */
export const isAmbiguous = (contract: StatusContract, body: unknown): boolean =>
  memberOf(body, 'name') === undefined && matchingBranches(contract, body).length > 1;

/** Whether the message of a body is another than the branch pins: with its name, it then fits no branch at all. */
export const refusesMessage = ({ validate }: Branch, body: unknown): boolean =>
  !validate(body) && validate.errors?.some(({ instancePath }) => instancePath === '/message') === true;
