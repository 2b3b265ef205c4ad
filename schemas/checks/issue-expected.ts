import type { Clause } from '../contract/clause.ts';
import type { StatusContract } from '../contract/operation.ts';
import { isObject, memberOf, preview } from './answer-body.ts';
import { type CheckDefinition, type Departure, type Expected, type Judged, NONE } from './check.ts';
import { expectedBy, metExpectation } from './grounds.ts';

const missing = (expected: Expected, clause: Clause, details: unknown): Departure => ({
  ...expectedBy(expected, clause),
  kind: 'missing-details',
  pointer: '/details',
  expected: `details that name ${expected.issue}`,
  actual: preview(details),
  explanation: `The contract documents ${expected.issue} for what happened; the answer has ${details === undefined ? 'no details' : 'empty details'}.`,
});

function wrong(expected: Expected, contract: StatusContract, clause: Clause, { issues }: Judged): Departure {
  const [first] = issues;
  const names = issues.map(({ issue }) => issue).slice(0, 3);
  const actual = names.join(', ') || 'no issue';
  const known = first && contract.issues.get(first.issue)?.descriptions[0];
  return {
    ...expectedBy(expected, clause),
    kind: 'wrong-issue',
    pointer: first ? `/details/${first.index}/issue` : '/details',
    expected: String(expected.issue),
    actual,
    explanation: `Expected ${expected.issue}; the answer names ${actual}${known ? `, which stands for: ${known}` : '.'}`,
  };
}

/** Whether another check says already what is wrong with the issues: the schema, or that the contract lists none of them. */
function isSaidElsewhere(contract: StatusContract, { issues, body }: Judged): boolean {
  if (issues.length === 0) return contract.validate?.(body) === false;
  return contract.issues.size > 0 && issues.every(({ issue }) => !contract.issues.has(issue));
}

/** Where the contract documents an issue for what happened, `details` names it. Source: the prose of `error_details`. */
export const issueExpected: CheckDefinition = {
  id: 'issue-expected',
  summary: 'Where the contract documents an issue for what happened, details are present and name it.',
  judge: (judged, context) => {
    const { contract, body, issues } = judged;
    const expected = metExpectation(judged, context);
    if (!contract || expected?.issue === undefined || !isObject(body)) return NONE;
    if (issues.some(({ issue }) => issue === expected.issue)) return NONE;
    const clause = contract.issues.get(expected.issue)?.clause ?? expected.clause;
    const details = memberOf(body, 'details');
    if (details === undefined || (Array.isArray(details) && details.length === 0))
      return [missing(expected, clause, details)];
    if (isSaidElsewhere(contract, judged)) return NONE;
    return [wrong(expected, contract, clause, judged)];
  },
};
