import { pointerTo } from '../../contract/clause.ts';
import type { SchemaNode } from '../../contract/schema-walk.ts';
import { placeName } from '../audited.ts';
import type { AuditRule } from '../rule.ts';

const body = (required: readonly string[]): object => ({
  type: 'object',
  required,
  properties: { name: { type: 'string' } },
});

/** Whether a schema itself names a member: what refers back to it is not walked again. */
const names = ({ schema }: SchemaNode, member: unknown): boolean =>
  Object.hasOwn(Object(schema.properties), String(member));

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
          if (
            ![String(name), '*'].some((member) => described.has([...node.path, member].join('/'))) &&
            !names(node, name)
          )
            yield {
              pointer: pointerTo(node.pointer, 'required', index),
              sentence: `${placeName(node, source)} requires ${name}, which no schema describes.`,
            };
      }
    }
  },
};
