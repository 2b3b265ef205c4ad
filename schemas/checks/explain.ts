import type { Operation, StatusContract } from '../contract/operation.ts';
import { memberOf, preview } from './answer-body.ts';
import { branchOf } from './branches.ts';
import type { Departure } from './check.ts';
import { stated } from './grounds.ts';
import { nearestFirst } from './nearest.ts';

const statusesWith = (issue: string, { statuses, statusContract }: Operation): readonly number[] =>
  statuses.filter((status) => statusContract(status)?.issues.has(issue));

/** For an issue that a status does not list: where else it is documented, and what the status has, the nearest first. */
export function explainIssue(issue: string, contract: StatusContract, operation: Operation): string {
  const elsewhere = statusesWith(issue, operation);
  const documented = nearestFirst(issue, contract.issues.keys());
  return [
    `The contract does not list ${preview(issue)} for a ${contract.status}`,
    elsewhere.length > 0 ? `, it is one of ${elsewhere.join(' and ')}` : '',
    `; documented, the nearest first: ${documented.join(', ')}.`,
  ].join('');
}

/** Which branch of `default` a name belongs to, e.g. `the name of error_400`; that it belongs to none. */
export function explainName(name: unknown, contract: StatusContract): string {
  const { branches } = contract;
  const owner = branchOf(contract, name);
  if (owner) return `it is the name of ${owner.component}`;
  return branches.length > 0 ? `none of the ${branches.length} branches of the default response has it` : 'no other';
}

function why(contract: StatusContract, body: unknown, matching: number): string {
  const total = contract.branches.length;
  const name = memberOf(body, 'name');
  if (matching > 0) return `${matching} of ${total} match: nothing in them is required`;
  if (name === undefined) return `none of ${total} matches`;
  const near = nearestFirst(
    String(name),
    contract.branches.flatMap(({ names }) => names),
  ).slice(0, 3);
  return `its name ${preview(name)} is of none of ${total}, the nearest are ${near.join(', ')}`;
}

/** The finding for a body that has to match exactly one branch of the `default` response and claims none. */
export function unclaimed(contract: StatusContract, body: unknown, matching: number): Departure {
  const { status, branches, clause } = contract;
  const own = branches.find((branch) => branch.status === status);
  const wanted = (own ? [own] : branches).flatMap(({ names }) => names).join(', ');
  return {
    ...stated(clause),
    kind: 'schema-violation',
    pointer: '',
    expected: `a body that claims one branch of the default response by its name: ${wanted}`,
    actual: preview(body),
    explanation: `A ${status} is covered by the default response; the body claims no branch by its name (${why(contract, body, matching)}).`,
  };
}
