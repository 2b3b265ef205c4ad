import { pointerTo } from '../../contract/clause.ts';
import { placeName, schemasOf } from '../audited.ts';
import type { AuditRule } from '../rule.ts';

/** Constraints on a text that an enum makes idle. */
const IDLE = ['pattern', 'minLength', 'maxLength'];

const text = (more: object): object => ({
  type: 'object',
  required: ['method'],
  properties: { method: { type: 'string', ...more } },
});

/** A member with both an enum and a pattern. */
export const enumAndPattern: AuditRule = {
  id: 'enum-and-pattern',
  level: 'slip',
  summary: 'A member has both an enum and a pattern.',
  follows: 'The enum decides alone; the pattern suggests that more values are meant to come, and forbids none.',
  example: {
    speaks: { response: text({ enum: ['GET'], pattern: '^[A-Z]*$' }) },
    silent: { response: text({ enum: ['GET'] }) },
  },
  *find(audited) {
    for (const { node, source } of schemasOf(audited)) {
      const values = node.schema.enum;
      if (!Array.isArray(values) || node.schema.pattern === undefined) continue;
      const idle = IDLE.filter((keyword) => node.schema[keyword] !== undefined).join(', ');
      const sentence = `${placeName(node, source)} has an enum of ${values.length} and beside it ${idle}.`;
      yield { pointer: pointerTo(node.pointer, 'pattern'), sentence };
    }
  },
};
