import { preview, printable } from '../answer-body.ts';
import { NONE } from '../check.ts';
import { unknownPlaces } from '../unknown-members.ts';
import type { LegacyCheck } from './legacy-check.ts';

/** Members that the message's tables do not have. An `error` in a success is reported by another check, or a warning. */
export const unknownLegacyMembers: LegacyCheck = {
  id: 'legacy-unknown-members',
  summary: 'Members of an answer that the contract does not know are news (MAY).',
  judge: ({ message, held }, { operation }) =>
    !held
      ? NONE
      : unknownPlaces(message, held.members)
          .filter((pointer) => pointer !== '/error')
          .map((pointer) => ({
            level: 'MAY',
            origin: 'spec',
            clause: operation.spec.clauseAt(held.pointer),
            kind: 'unknown-member',
            pointer,
            expected: 'a member that the contract knows',
            actual: preview(pointer),
            explanation: `The contract does not know ${printable(pointer)} in a ${held.name}; its schemas are open, so this is allowed.`,
          })),
};
