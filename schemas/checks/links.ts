import { isObject, itemsOf } from './answer-body.ts';
import { type CheckDefinition, NONE } from './check.ts';
import { stated } from './grounds.ts';
import { memberClause } from './schema-source.ts';

/** What every link has. Source: `required` of `error_link_description`. */
const REQUIRED = ['href', 'rel'] as const;

const lacks = (link: unknown): boolean => isObject(link) && REQUIRED.some((member) => !Object.hasOwn(link, member));

/** Every link has `href` and `rel`. One finding for all links of an answer: they depart in the same way. */
export const links: CheckDefinition = {
  id: 'links',
  summary: 'Every link has href and rel.',
  judge: ({ contract, body }, { operation }) => {
    if (!contract?.members || !Object.hasOwn(contract.members, 'links')) return NONE;
    const all = itemsOf(body, 'links');
    const index = all.findIndex(lacks);
    if (index < 0) return NONE;
    const members = Object.keys(all[index] as object)
      .slice(0, 10)
      .join(' and ');
    const count = all.filter(lacks).length;
    return [
      {
        ...stated(memberClause(operation.spec, contract, '/links/0') ?? contract.clause),
        kind: 'incomplete-link',
        pointer: `/links/${index}`,
        expected: REQUIRED.join(' and '),
        actual: members || 'no member',
        explanation: `A link has href and rel; ${count} of ${all.length} here lack one, the first has ${members || 'no member'}.`,
      },
    ];
  },
};
