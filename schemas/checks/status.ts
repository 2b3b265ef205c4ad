import { selfDescription } from './answer-body.ts';
import { type CheckDefinition, type Departure, type Expected, type Judged, NONE } from './check.ts';
import { expectedBy, stated } from './grounds.ts';

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

/** The status is the one that the scenario expects; without a scenario, one that the contract knows. */
export const status: CheckDefinition = {
  id: 'status',
  summary: 'The status is the expected one, and one that the contract documents.',
  judge: (judged, { operation, expected }) => {
    if (expected) return expected.status.includes(judged.status) ? NONE : [unexpected(judged, expected)];
    if (judged.contract) return NONE;
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
