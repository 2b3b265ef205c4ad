import { describe, expect, test } from 'vitest';
import { loadOperation } from '../contract/operation.ts';
import { audit } from './audit.ts';
import { EXAMPLE_OPERATION, type ExampleParts, exampleSpec } from './example.ts';

const members = (properties: object, more: object = {}) => ({ type: 'object', properties, ...more });

/** What one rule says of a document. */
const heard = (rule: string, parts: ExampleParts): string =>
  audit([loadOperation(exampleSpec(parts), EXAMPLE_OPERATION)])
    .filter((finding) => finding.rule === rule)
    .map(({ sentence }) => sentence)
    .join('\n');

describe('a member that its prose requires is required where its own schema stands', () => {
  const said = (response: object) => heard('required-in-prose', { response });
  const a = { description: 'Required.' };
  const list = { type: 'array', items: a };
  test.each([
    ['three levels down', members({ in: members({ deep: members({ a }, { required: ['a'] }) }) })],
    ['as a list within another member', members({ in: members({ list }, { required: ['list'] }) })],
  ])('%s', (_, response) => {
    expect(said(response)).toBe('');
  });
  test.each([
    ['by a member beside it', members({ a, b: { required: ['a'] } })],
    ['by one of the same names, deeper', members({ in: members({ a }), b: members({ in: { required: ['a'] } }) })],
    [
      'by one whose name is spelled with a slash',
      members({ in: members({ b: members({ a }) }), 'in/b': { required: ['a'] } }),
    ],
  ])('and not %s', (_, response) => {
    expect(said(response)).toMatch(/a is required by its prose, and no schema requires it\.$/);
  });
});

test.each([
  [
    'additionalProperties describes whatever is required',
    'required-undescribed',
    members({ a: { required: ['b'], additionalProperties: {} } }),
  ],
  ['an example that is a text has no members', 'example-undescribed', members({ a: {} }, { example: 'text' })],
  [
    'an example without a schema’s members has none too many',
    'example-undescribed',
    { type: 'object', example: { a: 1 } },
  ],
])('nothing is said: %s', (_, rule, response) => {
  expect(heard(rule, { response })).toBe('');
});

test('a member that refers back to its own schema is described', () => {
  const response = { $ref: '#/components/schemas/node' };
  const node = members({ next: response }, { required: ['next', 'nxet'] });
  const said = heard('required-undescribed', { response, schemas: { node } });
  expect(said).toBe('the 400 requires nxet, which no schema describes.');
});

test('the shortest parameter in a path counts, whatever longer one its schema refuses', () => {
  const parameter = { name: 'id', in: 'path', required: true, schema: { type: 'string', maxLength: 5 } };
  expect(heard('empty-path-parameter', { parameter })).toMatch(/^id may be empty by its schema/);
});

test('what the request needs to have has its issue or is told, and what cannot be broken is not', () => {
  const issue = { type: 'string', enum: ['INVALID_STRING_MAX_LENGTH'] };
  const response = members({ details: { type: 'array', items: members({ issue }) } });
  const parameter = { name: 'q', in: 'query', schema: { type: 'string', maxLength: 3 } };
  const request = { type: 'object', properties: { a: { maxLength: 2 } } };
  expect(heard('refused-without-issue', { request, response, parameter })).toMatchInlineSnapshot(`
    "the body is required: the 400 lists no issue for a violated required.
    request: type "object": the 400 lists no issue for a violated type."
  `);
});

describe('an operation is known by', () => {
  const parameter = { name: 'id', in: 'path', required: true, description: 'The ID to refund.', schema: {} };
  test.each(['summary', 'description'])('its %s', (member) => {
    expect(heard('other-operation', { parameter, operation: { [member]: 'Refunds a thing.' } })).toBe('');
    expect(heard('other-operation', { parameter, operation: { [member]: 'Voids a thing.' } })).not.toBe('');
  });
});
