import { pointerTo } from '../../contract/clause.ts';
import { placeName, schemasOf } from '../audited.ts';
import type { AuditRule } from '../rule.ts';

const MINIMA = ['minLength', 'minItems', 'minProperties'];

const text = (minLength: number): object => ({ type: 'object', properties: { a: { type: 'string', minLength } } });

/** A minimum of zero: nothing is shorter. */
export const minimumOfZero: AuditRule = {
  id: 'minimum-of-zero',
  level: 'slip',
  summary: 'A minimum is zero.',
  follows: 'It forbids nothing; whether the empty value is meant to be allowed stays open.',
  example: { speaks: { request: text(0) }, silent: { request: text(1) } },
  *find(audited) {
    for (const { node, source } of schemasOf(audited))
      for (const keyword of MINIMA)
        if (node.schema[keyword] === 0)
          yield { pointer: pointerTo(node.pointer, keyword), sentence: `${placeName(node, source)} has ${keyword} 0.` };
  },
};
