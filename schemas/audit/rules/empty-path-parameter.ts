import { pointerTo } from '../../contract/clause.ts';
import type { AuditRule } from '../rule.ts';
import { takes } from '../takes.ts';

const parameter = (minLength: number): object => ({
  name: 'id',
  in: 'path',
  required: true,
  schema: { type: 'string', minLength },
});

/** A parameter in the path whose schema takes the empty text. */
export const emptyPathParameter: AuditRule = {
  id: 'empty-path-parameter',
  level: 'contradiction',
  summary: 'A parameter in the path may be empty by its schema.',
  follows: 'With an empty one the request has another path, and reaches another operation or none.',
  example: { speaks: { parameter: parameter(0) }, silent: { parameter: parameter(1) } },
  *find({ spec, operation: { parameters } }) {
    for (const { name, in: place, schemaPointer } of parameters) {
      if (place !== 'path' || !takes(spec, schemaPointer, '')) continue;
      const pointer = pointerTo(schemaPointer, 'minLength');
      yield { pointer, sentence: `${name} may be empty by its schema; a path without it is another path.` };
    }
  },
};
