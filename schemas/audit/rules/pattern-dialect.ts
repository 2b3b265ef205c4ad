import { pointerTo } from '../../contract/clause.ts';
import { placeName, schemasOf } from '../audited.ts';
import type { AuditRule } from '../rule.ts';

/** The flags that validators and generators compile patterns with. */
const FLAGS = ['', 'u', 'v'];

function compiles(pattern: string, flags: string): boolean {
  try {
    new RegExp(pattern, flags);
    return true;
  } catch {
    return false;
  }
}

const text = (pattern: string): object => ({ type: 'object', properties: { a: { type: 'string', pattern } } });

/** A pattern that does not compile under every flag that is in use. */
export const patternDialect: AuditRule = {
  id: 'pattern-dialect',
  level: 'slip',
  summary: 'A pattern does not compile under every flag that validators use.',
  follows: 'A validator that compiles with that flag, as browsers do by v, refuses the contract or skips the pattern.',
  example: { speaks: { request: text('^[a-z&&]$|[{}]') }, silent: { request: text('^[a-z]$') } },
  *find(audited) {
    for (const { node, source } of schemasOf(audited)) {
      const { pattern } = node.schema;
      if (typeof pattern !== 'string') continue;
      const good = FLAGS.filter((flags) => compiles(pattern, flags));
      const bad = FLAGS.filter((flags) => !good.includes(flags));
      if (bad.length === 0) continue;
      const names = (flags: readonly string[]): string => flags.map((flag) => flag || 'no flag').join(' and ');
      const sentence = `The pattern of ${placeName(node, source)} compiles under ${names(good)}, not under ${names(bad)}.`;
      yield { pointer: pointerTo(node.pointer, 'pattern'), sentence };
    }
  },
};
