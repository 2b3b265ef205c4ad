import { pointerTo } from '../../contract/clause.ts';
import { objectAt, resolve } from '../../contract/reference.ts';
import { schemasOf } from '../audited.ts';
import type { AuditRule } from '../rule.ts';
import { takesEmpty } from '../takes.ts';

const named = (value: string, required: readonly string[] = []): object => ({
  type: 'object',
  ...(required.length > 0 && { required }),
  properties: { name: { type: 'string', enum: [value] } },
});

/** Every branch of an anyOf takes the empty object. */
export const anyOfEmpty: AuditRule = {
  id: 'any-of-empty',
  level: 'vacuous',
  summary: 'Every branch of an anyOf takes the empty object.',
  follows: 'What the branches are told apart by may be left out, and then all of them hold.',
  example: {
    speaks: { response: { anyOf: [named('A'), named('B')] } },
    silent: { response: { anyOf: [named('A', ['name']), named('B', ['name'])] } },
  },
  *find(audited) {
    const { spec, sources } = audited;
    const roots = sources.flatMap(({ response }) => response?.contract.schemaPointer ?? []);
    const schemas = [
      ...schemasOf(audited).map(({ node }) => node.pointer),
      ...roots.map((root) => resolve(spec, root)),
    ];
    for (const pointer of new Set(schemas)) {
      const { anyOf: branches, discriminator } = objectAt(spec, pointer);
      if (!Array.isArray(branches) || branches.length < 2 || discriminator !== undefined) continue;
      const at = pointerTo(pointer, 'anyOf');
      const count = branches.length;
      if (!branches.every((_, index) => takesEmpty(spec, resolve(spec, pointerTo(at, index))))) continue;
      yield {
        pointer: at,
        sentence: `{} fits all ${count} branches: none of them requires what tells it from the others.`,
      };
    }
  },
};
