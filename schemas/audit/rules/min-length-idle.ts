import { pointerTo } from '../../contract/clause.ts';
import { matchingWords } from '../../keywords/strings.ts';
import { placeName, schemasOf } from '../audited.ts';
import type { AuditRule } from '../rule.ts';

const text = (minLength: number): object => ({
  type: 'object',
  properties: { a: { type: 'string', minLength, pattern: '^a.b$' } },
});

function shortest(pattern: string): number | undefined {
  for (const word of matchingWords(pattern)) return [...word].length;
  return undefined;
}

/** A `minLength` below the shortest text that the pattern takes. */
export const minLengthIdle: AuditRule = {
  id: 'min-length-idle',
  level: 'slip',
  summary: 'minLength is less than the shortest text that the pattern takes.',
  follows: 'The shortest value that minLength allows is refused: who tests by the limit expects the wrong answer.',
  example: { speaks: { request: text(2) }, silent: { request: text(3) } },
  *find(audited) {
    for (const { node, source } of schemasOf(audited)) {
      const { pattern, minLength } = node.schema;
      if (typeof pattern !== 'string' || typeof minLength !== 'number' || minLength === 0) continue;
      const least = shortest(pattern);
      if (least === undefined || least <= minLength) continue;
      const sentence = `${placeName(node, source)} has minLength ${minLength}; the shortest that its pattern takes has ${least} characters.`;
      yield { pointer: pointerTo(node.pointer, 'minLength'), sentence };
    }
  },
};
