import { pointerTo } from '../../contract/clause.ts';
import { placeName, schemasOf } from '../audited.ts';
import type { AuditRule } from '../rule.ts';
import { takes } from '../takes.ts';

const text = (value: string): object => ({ properties: { method: { type: 'string', maxLength: 3, enum: [value] } } });

/** A value of an enum, or a default, that the same schema refuses. */
export const enumOffPattern: AuditRule = {
  id: 'enum-off-pattern',
  level: 'contradiction',
  summary: 'A value that a schema lists, or assumes, is refused by the same schema.',
  follows: 'No answer and no request with this value conforms.',
  example: { speaks: { response: text('POST') }, silent: { response: text('GET') } },
  *find(audited) {
    for (const { node, source } of schemasOf(audited)) {
      const { enum: values, default: assumed } = node.schema;
      const listed = Array.isArray(values) ? values.map((value, index) => ({ value, at: ['enum', index] })) : [];
      const all = assumed === undefined ? listed : [...listed, { value: assumed, at: ['default'] }];
      for (const { value, at } of all)
        if (!takes(audited.spec, node.pointer, value))
          yield {
            pointer: pointerTo(node.pointer, ...at),
            sentence: `${placeName(node, source)} may be ${JSON.stringify(value)} by its ${at[0]}, and the schema refuses it.`,
          };
    }
  },
};
