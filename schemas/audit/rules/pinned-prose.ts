import { pointerTo } from '../../contract/clause.ts';
import { placeName, proseOf } from '../audited.ts';
import type { AuditRule } from '../rule.ts';

/** Prose by which a value is free to change. */
const FREE = /must not (depend|rely)|should not (depend|rely)|do not (depend|rely)|can change over|may change/i;

const described = { type: 'string', description: 'It can change, so clients must not depend on it.' };

/** An `enum` on a member of which the prose says that clients must not depend on its value. */
export const pinnedProse: AuditRule = {
  id: 'pinned-prose',
  level: 'contradiction',
  summary: 'An enum pins a text that clients must not depend on, by the contract itself.',
  follows: 'A service that rewords the text keeps the prose and breaks the schema: nobody can validate by it for long.',
  example: {
    speaks: { response: { properties: { text: { ...described, enum: ['No.'] } } } },
    silent: { response: { properties: { text: described } } },
  },
  *find({ sources }) {
    for (const source of sources)
      for (const free of source.nodes.filter((node) => FREE.test(proseOf(node))))
        for (const node of source.nodes) {
          if (node.path.join('/') !== free.path.join('/') || !Array.isArray(node.schema.enum)) continue;
          const sentence = `${placeName(node, source)} is pinned to ${JSON.stringify(node.schema.enum[0])}, and clients must not depend on it.`;
          yield { pointer: pointerTo(node.pointer, 'enum'), sentence };
        }
  },
};
