import { expect, test } from 'vitest';
import { specFromText } from './spec.ts';

const TEXT = `# A comment
openapi: 3.0.3
info: &info
  title: Go
  empty:
paths:
  /a:
    get:
      responses:
        204:
          description: >
            Gone.
tags:
  - name: one
  -
    name: two
x-alias: *info
`;

test.each([
  ['', 2],
  ['/openapi', 2],
  ['/info/title', 4],
  ['/paths/~1a/get/responses/204/description', 11],
  ['/tags/0/name', 14],
  ['/tags/1', 16],
  ['/tags/1/name', 16],
  ['/x-alias', 17],
])('%j is written on line %i', (pointer, line) => {
  expect(specFromText('a.yaml', TEXT).clauseAt(pointer)).toEqual({ file: 'a.yaml', pointer, line });
});

test.each([
  ['a member that is not there', '/info/none', 3],
  ['a member below it', '/info/none/at/all', 3],
  ['an item that is not there', '/tags/2', 13],
  ['an item that is no number', '/tags/x/name', 13],
  ['below a text', '/openapi/version', 2],
  ['below nothing', '/info/empty/a', 5],
  ['below an alias', '/x-alias/title', 17],
  ['nothing at all', '/none', 2],
])('%s: the nearest above it counts', (_, pointer, line) => {
  expect(specFromText('a.yaml', TEXT).clauseAt(pointer).line).toBe(line);
});
