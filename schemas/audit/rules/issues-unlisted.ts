import type { AuditRule } from '../rule.ts';

const detail = (more: object): object => ({
  type: 'object',
  required: ['details'],
  properties: {
    details: { type: 'array', items: { type: 'object', properties: { issue: { type: 'string', ...more } } } },
  },
});
const answer = (more: object): object => ({
  description: 'Refused.',
  content: { 'application/json': { schema: detail(more) } },
});

/** A refusal whose body has room for issues, of which none is listed, where other refusals of the operation list theirs. */
export const issuesUnlisted: AuditRule = {
  id: 'issues-unlisted',
  level: 'gap',
  summary: 'A refusal names its issue, and the contract lists none for it.',
  follows: 'Any issue code conforms; a caller cannot tell one cause from another.',
  example: {
    speaks: { responses: { 404: answer({}), 422: answer({ enum: ['PAID'] }) } },
    silent: { responses: { 404: answer({ enum: ['GONE'] }), 422: answer({ enum: ['PAID'] }) } },
  },
  *find({ sources, operation: { statuses, statusContract } }) {
    if (!statuses.some((status) => (statusContract(status)?.issues.size ?? 0) > 0)) return;
    for (const { response, nodes } of sources) {
      if (!response?.contract.listed || response.contract.issues.size > 0) continue;
      const issue = nodes.find(({ path }) => path.join('/') === 'details/*/issue');
      if (issue === undefined) continue;
      yield {
        pointer: response.contract.clause.pointer,
        sentence: `A ${response.label} may carry issues, and none is listed for it.`,
      };
    }
  },
};
