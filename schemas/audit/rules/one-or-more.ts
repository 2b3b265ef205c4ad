import { pointerTo } from '../../contract/clause.ts';
import { placeName, proseOf, schemasOf } from '../audited.ts';
import type { AuditRule } from '../rule.ts';

const list = (minItems: number): object => ({
  type: 'object',
  properties: { a: { type: 'array', description: 'An array of one or more addresses.', minItems, items: {} } },
});

/** An array that has one item or more in prose, and none by its schema. */
export const oneOrMore: AuditRule = {
  id: 'one-or-more',
  level: 'contradiction',
  summary: 'An array has one item or more in prose, and may be empty by its schema.',
  follows: 'Nobody can tell what an empty array means: nothing, everything, or a fault.',
  example: { speaks: { request: list(0) }, silent: { request: list(1) } },
  *find(audited) {
    for (const { node, source } of schemasOf(audited)) {
      const { minItems = 0, type } = node.schema;
      if (type !== 'array' || minItems !== 0 || !/\bone or more\b/i.test(proseOf(node))) continue;
      const sentence = `${placeName(node, source)} has one item or more in prose, and may be empty.`;
      yield { pointer: pointerTo(node.pointer, 'minItems'), sentence };
    }
  },
};
