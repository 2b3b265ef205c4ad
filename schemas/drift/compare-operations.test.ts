import { expect, test } from 'vitest';
import { drift, inShort, type Json, json, type Parts } from '../../tests/drifting.ts';

const inPath = (name: string, maxLength: number): Json => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string', maxLength },
});

const at = (path: string, ...parameters: readonly Json[]): Parts => ({
  document: {
    paths: {
      [path]: { post: { operationId: 'things.add', responses: { 204: { description: 'Done.' } }, parameters } },
    },
  },
});

test('a parameter of the path that is renamed is the same one: no request shows its name', () => {
  expect(drift(at('/a/{id}', inPath('id', 1)), at('/a/{invoice_id}', inPath('invoice_id', 1)))).toMatchInlineSnapshot(`
    "editorial told-otherwise name at parameter/path/id: "id" → "invoice_id"
      /paths/~1a~1{id}/post → /paths/~1a~1{invoice_id}/post"
  `);
  expect(
    inShort(drift(at('/a/{id}/b', inPath('id', 2)), at('/a/{other}/b', inPath('other', 1)))),
  ).toMatchInlineSnapshot(`
    "breaking narrowed maxLength at parameter/path/id: 2 → 1
    editorial told-otherwise name at parameter/path/id: "id" → "other""
  `);
  expect(
    inShort(drift(at('/{a}/{b}', inPath('a', 1), inPath('b', 2)), at('/{b}/{a}', inPath('a', 1), inPath('b', 2)))),
  ).toMatchInlineSnapshot(`
    "breaking narrowed maxLength at parameter/path/b: 2 → 1
    widening widened maxLength at parameter/path/a: 1 → 2
    editorial told-otherwise name at parameter/path/a: "a" → "b"
    editorial told-otherwise name at parameter/path/b: "b" → "a""
  `);
  const named = (name: string): Parts => at(`/{${name}}-{y}`, inPath(name, 1), inPath('y', 2));
  expect(inShort(drift(named('x'), named('-')))).toBe('editorial told-otherwise name at parameter/path/x: "x" → "-"');
  expect(inShort(drift(at('/a/{id}', inPath('id', 1)), at('/b/{other}', inPath('other', 1))))).toMatchInlineSnapshot(`
    "breaking address-changed address at request: "POST /a/{}" → "POST /b/{}"
    breaking parameter-removed path id at parameter/path/id: "path id" → null
    breaking parameter-demanded path other at parameter/path/other: null → "path other""
  `);
  expect(inShort(drift(at('/a/{id}', inPath('id', 1)), at('/a/{id}/{b}', inPath('id', 1), inPath('b', 1))))).toContain(
    'breaking address-changed address at request: "POST /a/{}" → "POST /a/{}/{}"',
  );
});

test('what comes and goes touches what its references oblige to as well', () => {
  const body = (type: string): Parts => ({
    request: { type: 'object' },
    schemas: { thing: { type: 'string', maxLength: 5 } },
    operation: { requestBody: { content: { [type]: { schema: { $ref: '#/components/schemas/thing' } } } } },
  });
  const none: Parts = { ...body('text/plain'), operation: { requestBody: undefined } };
  expect(drift(body('text/plain'), none)).toMatchInlineSnapshot(`
    "breaking body-removed body at request: "body" → null
      P/requestBody → nowhere
      media-type/request/text/plain request/type request/maxLength"
  `);
  expect(drift(body('text/plain'), body('text/html'))).toMatchInlineSnapshot(`
    "breaking media-type-removed text/plain at request: "text/plain" → null
      P/requestBody/content → nowhere
      media-type/request/text/plain request/type request/maxLength
    widening media-type-added text/html at request: null → "text/html"
      nowhere → P/requestBody/content
      media-type/request/text/html request/type request/maxLength"
  `);
});

test('a status is covered by default, and by its own range alone', () => {
  const answers = (...statuses: readonly string[]): Parts => ({
    responses: Object.fromEntries(statuses.map((status) => [status, { description: 'No.', content: json({}) }])),
  });
  const kindOf = (before: Parts, after: Parts): string => inShort(drift(before, after)).split(' at ')[0] ?? '';
  expect(kindOf(answers('default'), answers('default', '4XX'))).toBe('tightening status-named status');
  expect(kindOf(answers('5XX'), answers('5XX', '404'))).toBe('breaking status-added status');
  expect(kindOf(answers('5XX'), answers('5XX', '4XX'))).toBe('breaking status-added status');
  expect(kindOf(answers('default'), answers())).toBe('tightening status-removed status');
});
