import { memberOf, selfDescription } from './answer-body.ts';
import { claimedBranch } from './branches.ts';
import { type CheckDefinition, type Departure, type Expected, type Judged, NONE } from './check.ts';
import { expectedBy, implied, stated } from './grounds.ts';

const wanted = ({ status, issue }: Expected): string => [status.join(' or '), issue ?? ''].join(' ').trim();

function unexpected(judged: Judged, expected: Expected): Departure {
  const { status } = judged;
  const self = selfDescription(judged);
  return {
    ...expectedBy(expected),
    kind: 'wrong-status',
    pointer: '',
    expected: wanted(expected),
    actual: `${status} ${self}`.trim(),
    explanation: `Expected ${wanted(expected)}; the answer is ${status} and calls itself ${self || 'nothing'}.`,
  };
}

/** A status that only `default` covers, with the body of an error that belongs to another status by its name. */
function borrowed({ status, contract, body }: Judged): readonly Departure[] {
  if (!contract || contract.branches.some((branch) => branch.status === status)) return NONE;
  const claimed = claimedBranch(contract, body);
  if (claimed === undefined || claimed.status === null) return NONE;
  const name = memberOf(body, 'name');
  return [
    {
      ...implied(claimed.clause),
      kind: 'wrong-status',
      pointer: '',
      expected: String(claimed.status),
      actual: `${status} ${name}`,
      explanation: `The answer calls itself ${name}, which belongs to ${claimed.status}, and its status is ${status}: callers go by the status.`,
    },
  ];
}

/** The status is the one that the scenario expects; without a scenario, one that the contract knows. */
export const status: CheckDefinition = {
  id: 'status',
  summary: 'The status is the expected one, and one that the contract documents.',
  judge: (judged, { operation, expected }) => {
    if (expected) return expected.status.includes(judged.status) ? NONE : [unexpected(judged, expected)];
    if (judged.contract) return borrowed(judged);
    const documented = operation.statuses.join(', ');
    return [
      {
        ...stated(operation.clause),
        kind: 'wrong-status',
        pointer: '',
        expected: `one of ${documented}`,
        actual: String(judged.status),
        explanation: `The contract documents ${documented} for ${operation.id}, and has no default response.`,
      },
    ];
  },
};
