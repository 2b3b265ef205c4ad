import { emptyAlternatives, named } from '../alternatives.ts';
import type { AuditRule } from '../rule.ts';

/** Every branch of an anyOf takes the empty object. */
export const anyOfEmpty: AuditRule = {
  id: 'any-of-empty',
  level: 'vacuous',
  summary: 'Every branch of an anyOf takes the empty object.',
  follows: 'What the branches are told apart by may be left out, and then all of them hold.',
  example: {
    speaks: { response: { anyOf: [named('A'), named('B')] } },
    silent: { response: { anyOf: [named('A', ['name']), named('B', ['name'])] } },
  },
  *find(audited) {
    for (const { pointer, count } of emptyAlternatives(audited, 'anyOf'))
      yield {
        pointer,
        sentence: `{} fits all ${count} branches: none of them requires what tells it from the others.`,
      };
  },
};
