import { pointerTo } from '../../contract/clause.ts';
import { isUniversal } from '../../keywords/strings.ts';
import { placeName, schemasOf } from '../audited.ts';
import type { AuditRule } from '../rule.ts';

const text = (pattern: string): object => ({ type: 'object', properties: { a: { type: 'string', pattern } } });

/** A pattern that every text matches. */
export const patternIdle: AuditRule = {
  id: 'pattern-idle',
  level: 'vacuous',
  summary: 'Every text matches the pattern.',
  follows: 'It reads like a constraint and forbids nothing; no test can show that it is kept.',
  example: { speaks: { request: text('^[\\S\\s]*$') }, silent: { request: text('^\\S*$') } },
  *find(audited) {
    for (const { node, source } of schemasOf(audited)) {
      const { pattern } = node.schema;
      if (typeof pattern !== 'string' || !isUniversal(pattern)) continue;
      yield {
        pointer: pointerTo(node.pointer, 'pattern'),
        sentence: `Every text matches ${pattern} of ${placeName(node, source)}.`,
      };
    }
  },
};
