import { pointerTo } from '../../contract/clause.ts';
import { placeName, proseOf, schemasOf } from '../audited.ts';
import type { AuditRule } from '../rule.ts';

const IGNORED = /not be hono(?:u)?red|not hono(?:u)?red|\b(?:is|are|will be) ignored\b|has no effect/i;

/** Keywords that refuse a value; the type is not among them. */
const LIMITS = ['maxLength', 'minLength', 'pattern', 'format', 'enum', 'maximum', 'minimum', 'maxItems', 'minItems'];

const note = (more: object): object => ({
  type: 'object',
  properties: { note: { type: 'string', description: 'User-provided values will not be honored.', ...more } },
});

/** Limits on a value that is not honoured. */
export const limitNotHonored: AuditRule = {
  id: 'limit-not-honored',
  level: 'contradiction',
  summary: 'A value is limited, and by its prose not honored at all.',
  follows: 'A call can be refused for a value that would have no effect; and no answer shows what became of it.',
  example: { speaks: { request: note({ maxLength: 4000 }) }, silent: { request: note({}) } },
  *find(audited) {
    for (const { node, source } of schemasOf(audited)) {
      const [limit] = LIMITS.filter((keyword) => node.schema[keyword] !== undefined);
      if (limit === undefined || !IGNORED.test(proseOf(node))) continue;
      const sentence = `${placeName(node, source)} is limited by ${limit} ${JSON.stringify(node.schema[limit])}, and not honored.`;
      yield { pointer: pointerTo(node.pointer, limit), sentence };
    }
  },
};
