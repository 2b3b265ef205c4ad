import { preview } from '../answer-body.ts';
import { NONE } from '../check.ts';
import { expectedBy } from '../grounds.ts';
import { carriesErrors, documentedAs } from './errors-in.ts';
import type { LegacyCheck } from './legacy-check.ts';

/** Among the errors of a failure is the one that is documented for what happened. */
export const codeExpected: LegacyCheck = {
  id: 'legacy-code-expected',
  summary: 'Where a code is documented for what happened, the failure names it.',
  judge: ({ errors, contract, held, ended }, { expected }) => {
    if (expected?.issue === undefined || expected.ack !== ended || !carriesErrors(held)) return NONE;
    const listed = errors.filter((error) => documentedAs(error, contract) !== undefined);
    const [first] = listed;
    if (!first || listed.some(({ code }) => code === expected.issue)) return NONE;
    return [
      {
        ...expectedBy(expected, contract.codes.get(expected.issue)?.clause),
        kind: 'wrong-issue',
        pointer: `${first.pointer}/errorId`,
        expected: expected.issue,
        actual: listed
          .slice(0, 3)
          .map(({ code }) => code)
          .join(', '),
        explanation: `Expected ${expected.issue}; the answer names ${first.code}, which stands for: ${preview(first.message)}.`,
      },
    ];
  },
};
