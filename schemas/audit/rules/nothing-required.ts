import type { AuditRule } from '../rule.ts';
import { takesEmpty } from '../takes.ts';

/** A response body of which nothing is required: the empty object conforms. */
export const nothingRequired: AuditRule = {
  id: 'nothing-required',
  level: 'vacuous',
  summary: 'Nothing is required at the top of a response schema.',
  follows: 'An answer without any of its members conforms, so that being valid says next to nothing of it.',
  example: {
    speaks: { response: { type: 'object', properties: { name: { type: 'string' } } } },
    silent: { response: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } } },
  },
  *find({ sources, operation: { spec } }) {
    for (const { name, response, nodes, pointer } of sources) {
      if (!response || !takesEmpty(spec, pointer)) continue;
      const top = nodes.filter(({ path }) => path.length === 0);
      const names = new Set(top.flatMap(({ schema }) => Object.keys((schema.properties ?? {}) as object)));
      const at = top.find(({ schema }) => schema.properties !== undefined);
      if (at === undefined) continue;
      const members =
        names.size === 1 ? 'its one member is not required' : `none of its ${names.size} members is required`;
      yield { pointer: at.pointer, sentence: `{} conforms to the body of ${name}: ${members}.` };
    }
  },
};
