import { pointerTo } from '../../contract/clause.ts';
import { placeName } from '../audited.ts';
import type { AuditRule } from '../rule.ts';

const body = (required: readonly string[]): object => ({
  type: 'object',
  required,
  properties: { name: { type: 'string' } },
});

/** A required member that no schema describes. */
export const requiredUndescribed: AuditRule = {
  id: 'required-undescribed',
  level: 'gap',
  summary: 'A member is required, and no schema describes it.',
  follows: 'It has to be there, and anything will do; most often its name is misspelt in one of the two places.',
  example: { speaks: { response: body(['nmae']) }, silent: { response: body(['name']) } },
  *find({ sources }) {
    for (const source of sources) {
      const described = new Set(source.nodes.map(({ path }) => path.join('/')));
      for (const node of source.nodes) {
        const required = Array.isArray(node.schema.required) ? node.schema.required : [];
        for (const [index, name] of required.entries())
          if (!described.has([...node.path, String(name)].join('/')) && !described.has([...node.path, '*'].join('/')))
            yield {
              pointer: pointerTo(node.pointer, 'required', index),
              sentence: `${placeName(node, source)} requires ${name}, which no schema describes.`,
            };
      }
    }
  },
};
