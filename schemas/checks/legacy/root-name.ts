import { preview } from '../answer-body.ts';
import { NONE } from '../check.ts';
import { inProse } from '../grounds.ts';
import type { LegacyCheck } from './legacy-check.ts';

/** In XML and SOAP a message has the name that the page gives it; of the fault any of its three. */
export const rootName: LegacyCheck = {
  id: 'legacy-root',
  summary: 'In XML and SOAP the message is called by one of the names that are documented for it.',
  judge: ({ root, held }, { operation }) => {
    if (root === null || !held || held.roots.length === 0 || held.roots.includes(root)) return NONE;
    const expected = held.roots.join(' or ');
    return [
      {
        ...inProse(operation.spec.clauseAt(`${held.pointer}/x-roots`)),
        kind: 'wrong-root',
        pointer: '',
        expected,
        actual: preview(root),
        explanation: `An answer with this acknowledgment is a ${expected}; this one is called ${preview(root)}.`,
      },
    ];
  },
};
