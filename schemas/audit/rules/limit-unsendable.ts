import { pointerTo } from '../../contract/clause.ts';
import { ruleOf } from '../../keywords/keywords.ts';
import { placeName, schemasOf } from '../audited.ts';
import type { AuditRule } from '../rule.ts';

const MAXIMA = ['maxLength', 'maxItems', 'maxProperties'];

const text = (maxLength: number): object => ({ type: 'object', properties: { a: { type: 'string', maxLength } } });

/** A maximum beyond anything that can be sent. */
export const limitUnsendable: AuditRule = {
  id: 'limit-unsendable',
  level: 'vacuous',
  summary: 'A maximum lies beyond anything that can be sent.',
  follows: 'The real limit is another one, and not documented: who relies on this one is refused long before.',
  example: { speaks: { request: text(2_147_483_647) }, silent: { request: text(4000) } },
  *find(audited) {
    for (const { node, source } of schemasOf(audited))
      for (const keyword of MAXIMA) {
        const reason = ruleOf(keyword)?.unbreakable?.(node.schema);
        if (reason === undefined) continue;
        yield { pointer: pointerTo(node.pointer, keyword), sentence: `${placeName(node, source)}: ${reason}.` };
      }
  },
};
