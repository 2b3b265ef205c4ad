import type { IssueContract, Operation, StatusContract } from '../contract/operation.ts';
import { memberOf, type NamedIssue, preview } from './answer-body.ts';
import { type CheckDefinition, type Departure, MOST_FINDINGS, NONE } from './check.ts';
import { inProse, stated } from './grounds.ts';

const ownersOf = new WeakMap<Operation, ReadonlyMap<string, string>>();

/** Which issue of the operation a description belongs to. */
function ownerOf(description: string, operation: Operation): string | undefined {
  const { statuses, statusContract } = operation;
  const owners =
    ownersOf.get(operation) ??
    new Map(
      statuses
        .flatMap((status) => [...(statusContract(status)?.issues.values() ?? [])])
        .flatMap(({ issue, descriptions }) => descriptions.map((text) => [text, issue] as const)),
    );
  ownersOf.set(operation, owners);
  return owners.get(description);
}

function departure(named: NamedIssue, { issue, clause, descriptions }: IssueContract, operation: Operation): Departure {
  const description = memberOf(named.detail, 'description') as string;
  const owner = ownerOf(description, operation);
  const expected = descriptions.map((text) => preview(text)).join(' or ');
  return {
    ...(owner === undefined ? inProse(clause) : stated(clause)),
    kind: owner === undefined ? 'unknown-description' : 'wrong-description',
    pointer: `/details/${named.index}/description`,
    expected,
    actual: preview(description),
    explanation:
      owner === undefined
        ? `The contract describes ${issue} as ${expected}; clients must not depend on the wording, and it changed.`
        : `The description of ${issue} is the one of ${owner}; its own is ${expected}.`,
  };
}

/** Whether an issue has its own description, or none that could be compared. */
function isItsOwn({ issue, detail }: NamedIssue, { issues }: StatusContract): boolean {
  const descriptions = issues.get(issue)?.descriptions;
  const description = memberOf(detail, 'description');
  if (descriptions === undefined || descriptions.length === 0 || typeof description !== 'string') return true;
  return descriptions.includes(description);
}

/** The description of an issue is its own. Source: the `enum` of `description` beside that of `issue`; the prose lets the wording change. */
export const issueDescription: CheckDefinition = {
  id: 'issue-description',
  summary: 'The description of an issue is its own: never that of another issue, and worded as the contract has it.',
  judge: ({ contract, issues }, { operation }) => {
    if (!contract) return NONE;
    return issues
      .filter((named) => !isItsOwn(named, contract))
      .slice(0, MOST_FINDINGS)
      .map((named) => departure(named, contract.issues.get(named.issue) as IssueContract, operation));
  },
};
