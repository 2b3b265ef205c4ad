import { pointerTo } from '../../contract/clause.ts';
import { takesBeyondAscii } from '../../keywords/strings.ts';
import { placeName, proseOf, schemasOf } from '../audited.ts';
import type { AuditRule } from '../rule.ts';

const INTERNATIONAL = /internationali[sz]ed|\bunicode\b|any language/i;

const text = (pattern: string): object => ({
  type: 'object',
  properties: { name: { type: 'string', description: 'The internationalized name.', pattern } },
});

/** A text that is called internationalized, with a pattern that takes nothing outside ASCII. */
export const asciiOnly: AuditRule = {
  id: 'ascii-only',
  level: 'contradiction',
  summary: 'A text is called internationalized, and its pattern takes nothing outside ASCII.',
  follows: 'The letters that the prose promises are refused.',
  example: { speaks: { request: text('^[A-Za-z]+$') }, silent: { request: text('^\\p{L}+$') } },
  *find(audited) {
    for (const { node, source } of schemasOf(audited)) {
      const { pattern } = node.schema;
      if (typeof pattern !== 'string' || !INTERNATIONAL.test(proseOf(node))) continue;
      if (takesBeyondAscii(pattern) !== false) continue;
      const sentence = `${placeName(node, source)} is internationalized in prose; its pattern refuses every character outside ASCII.`;
      yield { pointer: pointerTo(node.pointer, 'pattern'), sentence };
    }
  },
};
