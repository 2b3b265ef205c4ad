import { pointerTo } from '../../contract/clause.ts';
import { placeName, proseOf, type Source } from '../audited.ts';
import type { AuditRule } from '../rule.ts';

/** Prose that requires: `Required.`, `Required for client-side errors.` */
const REQUIRES = /(?:^|[.!] )Required\b(?! if| when| unless)/;

const member = { type: 'string', description: 'The field at fault. Required for client-side errors.' };

/** Whether a schema of the place that holds the member requires it; what an array's item is told holds for the array. */
function isRequired({ nodes }: Source, path: readonly string[]): boolean {
  const own = path.at(-1) === '*' ? path.slice(0, -1) : path;
  const holders = nodes.filter(
    (node) => node.path.length === own.length - 1 && node.path.every((step, index) => step === own[index]),
  );
  return holders.some(({ schema }) => (schema.required as readonly string[] | undefined)?.includes(String(own.at(-1))));
}

/** A member that is required in prose, and by no schema. */
export const requiredInProse: AuditRule = {
  id: 'required-in-prose',
  level: 'contradiction',
  summary: 'A member is required in prose, and by no schema.',
  follows: 'An answer without it conforms to the schema and departs from the prose; only a check of its own sees that.',
  example: {
    speaks: { response: { type: 'object', properties: { field: member } } },
    silent: { response: { type: 'object', required: ['field'], properties: { field: member } } },
  },
  *find({ sources }) {
    for (const source of sources)
      for (const node of source.nodes) {
        if (node.path.length === 0 || !REQUIRES.test(proseOf(node)) || isRequired(source, node.path)) continue;
        const sentence = `${placeName(node, source)} is required by its prose, and no schema requires it.`;
        yield { pointer: pointerTo(node.pointer, 'description'), sentence };
      }
  },
};
