import { expect, test } from 'vitest';
import { loadOperation } from '../contract/operation.ts';
import { auditedOf, proseOf } from './audited.ts';
import { EXAMPLE_OPERATION, type ExampleParts, exampleSpec } from './example.ts';
import { givenExamples } from './examples-in.ts';

test.each([
  ['<p>One<br/>two,\n  <b class="x">three</b></p>', 'One two, three'],
  ['1 < 2', '1 < 2'],
  [undefined, ''],
  [5, ''],
])('the prose of a schema is without markup: %j', (description, prose) => {
  expect(proseOf({ schema: { description } })).toBe(prose);
});

const givenIn = (parts: ExampleParts): readonly string[] =>
  [...givenExamples(auditedOf(loadOperation(exampleSpec(parts), EXAMPLE_OPERATION)))].map(
    ({ pointer, value }) => `${pointer.replace('/paths/~1things~1{id}~1cancel/post', 'P')}: ${value}`,
  );

test('examples stand in a schema, beside it, and by name', () => {
  const given = { schema: { example: 1 }, example: 2, examples: { a: { value: 3 }, b: { summary: 'none' } } };
  const parameter = { name: 'n', in: 'query', ...given };
  const content = { 'application/json': given };
  expect(givenIn({ parameter, responses: { 409: { description: 'No.', content } } })).toEqual([
    'P/parameters/0/schema/example: 1',
    'P/responses/409/content/application~1json/schema/example: 1',
    'P/parameters/0/example: 2',
    'P/parameters/0/examples/a/value: 3',
    'P/responses/409/content/application~1json/example: 2',
    'P/responses/409/content/application~1json/examples/a/value: 3',
  ]);
});

test('nothing stands beside a schema of the components, whatever its name begins like', () => {
  const error = { type: 'object', required: ['name'], properties: { name: { enum: ['SLOW'] } } };
  const content = { 'application/json': { schema: { oneOf: [{ $ref: '#/components/schemas/error_429' }] } } };
  const responses = { default: { description: 'No.', content } };
  expect(givenIn({ responses, schemas: { error_429: error, er: { example: 'of another' } } })).toEqual([]);
});
