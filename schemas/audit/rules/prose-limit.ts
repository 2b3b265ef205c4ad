import { type JsonPointer, pointerTo } from '../../contract/clause.ts';
import type { SchemaNode } from '../../contract/schema-walk.ts';
import { type Audited, placeName, proseOf, schemasOf } from '../audited.ts';
import type { AuditRule } from '../rule.ts';
import { takes } from '../takes.ts';

/** A limit in prose: of the whole, or of what stands before an @ sign. */
const LIMIT = /(?:up to|at most|no more than|maximum of) (\d{1,7}) characters(?: are| is)?(?: allowed)?( before)?/gi;

const text = (maxLength: number): object => ({
  type: 'object',
  properties: { a: { type: 'string', description: 'Up to 9 characters are allowed.', maxLength } },
});

/** A text that is one character over the limit, in a shape that its schema may take. */
const overlong = (limit: number, isBefore: boolean): string =>
  isBefore ? `${'a'.repeat(limit + 1)}@example.com` : 'a'.repeat(limit + 1);

function* unkept({ spec }: Audited, node: SchemaNode): Generator<{ pointer: JsonPointer; limit: string }> {
  for (const [, digits, before] of proseOf(node).matchAll(LIMIT)) {
    const isBefore = before !== undefined;
    if (!takes(spec, node.pointer, overlong(Number(digits), isBefore))) continue;
    const keyword = node.schema.pattern === undefined ? 'maxLength' : 'pattern';
    yield {
      pointer: pointerTo(node.pointer, keyword),
      limit: `${digits} characters${isBefore ? ' before the @ sign' : ''}`,
    };
  }
}

/** A limit in prose that the schema does not keep. */
export const proseLimit: AuditRule = {
  id: 'prose-limit',
  level: 'contradiction',
  summary: 'The prose names a limit that the schema does not keep.',
  follows: 'A value over the limit is valid by the schema and forbidden by the prose: whether it is refused is open.',
  example: { speaks: { request: text(10) }, silent: { request: text(9) } },
  *find(audited) {
    for (const { node, source } of schemasOf(audited))
      for (const { pointer, limit } of unkept(audited, node))
        yield {
          pointer,
          sentence: `The prose of ${placeName(node, source)} allows ${limit}; its schema takes one more.`,
        };
  },
};
