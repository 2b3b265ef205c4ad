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

/** The branches of a oneOf all take the empty object, and no discriminator tells them apart. */
export const oneOfUntold: AuditRule = {
  id: 'one-of-untold',
  level: 'vacuous',
  summary: 'The branches of a oneOf all take the empty object, and no discriminator tells them apart.',
  follows:
    'A body belongs to the branch that happens to refuse least: one that says nothing fits them all, and one that claims another status than its own conforms.',
  example: {
    speaks: { response: { oneOf: [named('A'), named('B')] } },
    silent: { response: { oneOf: [named('A', ['name']), named('B', ['name'])] } },
  },
  *find(audited) {
    const { spec, sources } = audited;
    const roots = sources.flatMap(({ response }) => response?.contract.schemaPointer ?? []);
    const schemas = [
      ...schemasOf(audited).map(({ node }) => node.pointer),
      ...roots.map((root) => resolve(spec, root)),
    ];
    for (const pointer of new Set(schemas)) {
      const { oneOf: branches, discriminator } = objectAt(spec, pointer);
      if (!Array.isArray(branches) || branches.length < 2 || discriminator !== undefined) continue;
      const at = pointerTo(pointer, 'oneOf');
      const count = branches.length;
      if (!branches.every((_, index) => takesEmpty(spec, resolve(spec, pointerTo(at, index))))) continue;
      yield {
        pointer: at,
        sentence: `{} fits all ${count} branches, so that it conforms to none; whatever fits one of them conforms, under any status.`,
      };
    }
  },
};
