import { refusalOf } from '../../boundaries/refusal.ts';
import type { AuditRule } from '../rule.ts';

const detail = (issue: string): object => ({ properties: { issue: { type: 'string', enum: [issue] } } });
const listing = (issue: string): object => ({
  type: 'object',
  required: ['details'],
  properties: { details: { type: 'array', items: { anyOf: [detail(issue)] } } },
});
const parameter = { name: 'note', in: 'query', schema: { maxLength: 9 } };

/** A constraint on the request for whose violation no issue is documented, where the 400 lists issues. */
export const refusedWithoutIssue: AuditRule = {
  id: 'refused-without-issue',
  level: 'gap',
  summary: 'The request has a constraint for whose violation no issue is documented.',
  follows: 'A caller cannot tell from the contract how this refusal will look; any issue, or none, conforms.',
  example: {
    speaks: { parameter, response: listing('INVALID_ARRAY_MAX_ITEMS') },
    silent: { parameter, response: listing('INVALID_STRING_MAX_LENGTH') },
  },
  *find({ operation, obligations: { obligations } }) {
    if ((operation.statusContract(400)?.issues.size ?? 0) === 0) return;
    for (const { group, standing, subject, clause, keyword } of obligations) {
      if (standing !== 'open' || (group !== 'request' && group !== 'parameter')) continue;
      // A part of the request that no keyword speaks of is one that has to be there.
      const named = keyword?.name ?? 'required';
      if (refusalOf(operation, [named]).gap === undefined) continue;
      yield {
        pointer: clause.pointer,
        sentence: `${subject.slice(0, 80)}: the 400 lists no issue for a violated ${named}.`,
      };
    }
  },
};
