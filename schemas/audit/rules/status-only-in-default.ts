import type { AuditRule } from '../rule.ts';

const schemas = {
  error_429: { type: 'object', required: ['name'], properties: { name: { type: 'string', enum: ['SLOW_DOWN'] } } },
};
const body = { 'application/json': { schema: { oneOf: [{ $ref: '#/components/schemas/error_429' }] } } };
const other = { description: 'Anything else.', content: body };

/** A status that only a branch of `default` names. */
export const statusOnlyInDefault: AuditRule = {
  id: 'status-only-in-default',
  level: 'gap',
  summary: 'A status is named by a branch of default only.',
  follows: 'Nothing ties the branch to its status: a generator makes no type for it, and any branch conforms under it.',
  example: { speaks: { responses: { default: other }, schemas }, silent: { responses: { 429: other }, schemas } },
  *find({ operation: { id, statuses, statusContract } }) {
    for (const status of statuses) {
      const contract = statusContract(status);
      if (!contract || contract.listed) continue;
      yield {
        pointer: contract.clause.pointer,
        sentence: `${id} answers ${status} by the name of a branch of default only.`,
      };
    }
  },
};
