import { emptyAlternatives, named } from '../alternatives.ts';
import type { AuditRule } from '../rule.ts';

/** The branches of a oneOf all take the empty object, and no discriminator tells them apart. */
export const oneOfUntold: AuditRule = {
  id: 'one-of-untold',
  level: 'vacuous',
  summary: 'The branches of a oneOf all take the empty object, and no discriminator tells them apart.',
  follows:
    'A body belongs to the branch that happens to refuse least: one that says nothing fits them all, and one that claims another status than its own conforms.',
  example: {
    speaks: { response: { oneOf: [named('A'), named('B')] } },
    silent: { response: { oneOf: [named('A', ['name']), named('B', ['name'])] } },
  },
  *find(audited) {
    for (const { pointer, count } of emptyAlternatives(audited, 'oneOf'))
      yield {
        pointer,
        sentence: `{} fits all ${count} branches, so that it conforms to none; whatever fits one of them conforms, under any status.`,
      };
  },
};
