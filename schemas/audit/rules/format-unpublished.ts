import { pointerTo } from '../../contract/clause.ts';
import { ruleOf } from '../../keywords/keywords.ts';
import { placeName, schemasOf } from '../audited.ts';
import type { AuditRule } from '../rule.ts';

const text = (format: string): object => ({ type: 'object', properties: { a: { type: 'string', format } } });

/** A format that nobody publishes. */
export const formatUnpublished: AuditRule = {
  id: 'format-unpublished',
  level: 'gap',
  summary: "A format is the vendor's own, and no definition of it is published.",
  follows: 'Validators skip it or refuse the contract; what it forbids cannot be known.',
  example: { speaks: { request: text('acme_address_v2') }, silent: { request: text('date') } },
  *find(audited) {
    for (const { node, source } of schemasOf(audited)) {
      const reason = node.schema.format === undefined ? undefined : ruleOf('format')?.unbreakable?.(node.schema);
      if (!reason?.includes('no definition')) continue;
      yield { pointer: pointerTo(node.pointer, 'format'), sentence: `${placeName(node, source)}: ${reason}.` };
    }
  },
};
