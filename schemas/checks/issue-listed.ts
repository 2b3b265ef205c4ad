import type { StatusContract } from '../contract/operation.ts';
import { type NamedIssue, preview } from './answer-body.ts';
import {
  type CheckContext,
  type CheckDefinition,
  type Departure,
  type Expected,
  MOST_FINDINGS,
  NONE,
} from './check.ts';
import { explainIssue } from './explain.ts';
import { firstOfEach } from './first-of-each.ts';
import { metExpectation, stated } from './grounds.ts';

function unlisted(
  { issue, index }: NamedIssue,
  contract: StatusContract,
  { operation, expected }: CheckContext,
): Departure {
  const wanted = expected?.issue && contract.issues.has(expected.issue) ? ` Expected: ${expected.issue}.` : '';
  return {
    ...stated(contract.clause),
    kind: 'unlisted-issue',
    pointer: `/details/${index}/issue`,
    expected: `one of ${[...contract.issues.keys()].join(', ')}`,
    actual: preview(issue),
    explanation: explainIssue(issue, contract, operation) + wanted,
  };
}

/** For what the contract has no issue for, whichever one an answer makes up is news, not a departure. */
const undocumented = ({ issue, index }: NamedIssue, { clause }: Expected, contract: StatusContract): Departure => ({
  level: 'MAY',
  origin: 'undefined',
  clause,
  kind: 'undocumented-issue',
  pointer: `/details/${index}/issue`,
  expected: 'nothing: the contract has no issue for this',
  actual: preview(issue),
  explanation: `The contract documents no issue of a ${contract.status} for what was sent; the answer calls it ${preview(issue)}.`,
});

/** Where a status lists issues, an error names one of them. Source: the `enum` of `issue` in the operation's own schema. */
export const issueListed: CheckDefinition = {
  id: 'issue-listed',
  summary: 'Where the contract lists issues for a status, the issues of an error are among them.',
  judge: (judged, context) => {
    const { contract, issues } = judged;
    if (!contract || contract.issues.size === 0) return NONE;
    const unknown = issues.filter(({ issue }) => !contract.issues.has(issue));
    const expected = metExpectation(judged, context);
    const isGap = expected !== undefined && expected.issue === undefined;
    return firstOfEach(unknown, ({ issue }) => issue)
      .slice(0, MOST_FINDINGS)
      .map((named) => (isGap ? undocumented(named, expected, contract) : unlisted(named, contract, context)));
  },
};
