import type { AuditRule } from '../rule.ts';

const flag = { type: 'object', properties: { quiet: { type: 'boolean', default: false } } };

/** A default of the request that no answer shows. */
export const defaultUnshown: AuditRule = {
  id: 'default-unshown',
  level: 'gap',
  summary: 'A default is assumed, and no answer shows that it was.',
  follows: 'Nobody can test whether the service assumes it: a caller who relies on it relies on prose.',
  example: {
    speaks: { request: flag },
    silent: {
      request: flag,
      responses: { 204: undefined, 200: { description: 'Done.', content: { 'application/json': {} } } },
    },
  },
  *find({ obligations: { obligations } }) {
    for (const { keyword, standing, subject, clause, reason } of obligations)
      if (keyword?.name === 'default' && standing === 'unobservable')
        yield { pointer: clause.pointer, sentence: `${subject}: ${reason}.` };
  },
};
