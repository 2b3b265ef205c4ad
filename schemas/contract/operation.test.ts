import { expect, test } from 'vitest';
import { answerOf, smallOperation } from '../../tests/small-operation.ts';
import { assertCompiles } from './operation.ts';
import { securityObligations } from './security-obligations.ts';

test('an operation that says nothing of parameters and a body has none', () => {
  const { parameters, requestBody, security } = smallOperation();
  expect({ parameters, requestBody, security }).toEqual({
    parameters: [],
    requestBody: null,
    security: { schemes: [], scopes: [], clause: null },
  });
});

test('a status has three digits: an extension and a slip are none', () => {
  const nothing = { description: '' };
  const responses = { 204: nothing, 'x-404': nothing, 4040: nothing, '4XX': nothing };
  expect(smallOperation({ responses }).statuses).toEqual([204]);
});

test('a body without a schema promises nothing of itself', () => {
  const responses = { 200: { description: '', content: { 'text/plain': {} } } };
  expect(smallOperation({ responses }).statusContract(200)).toMatchObject({
    mediaTypes: ['text/plain'],
    schemaPointer: null,
    validate: null,
    members: null,
  });
});

test('an issue is what the details name, with or without a description', () => {
  const issue = { properties: { issue: { enum: ['A'] } } };
  const warning = { properties: { issue: { enum: ['B'] } } };
  const schema = { required: ['details'], properties: { details: { items: issue }, warnings: { items: warning } } };
  const contract = smallOperation({ responses: { 422: answerOf(schema) } }).statusContract(422);
  expect([...(contract?.issues.values() ?? [])]).toMatchObject([{ issue: 'A', descriptions: [] }]);
  expect([contract?.validate?.({}), contract?.validate?.({ details: [] })]).toEqual([false, true]);
});

test('of a status that no branch of default names, no name is promised', () => {
  const branch = { properties: { name: { enum: ['GONE'] }, message: { enum: ['It is gone.'] } } };
  const responses = { default: answerOf({ oneOf: [{ $ref: '#/components/schemas/error_410' }] }) };
  const { statusContract } = smallOperation({ responses }, { components: { schemas: { error_410: branch } } });
  expect(statusContract(410)).toMatchObject({ names: ['GONE'], messages: ['It is gone.'], listed: false });
  expect(statusContract(410)?.branches.map(({ validate }) => validate({ name: 'HERE' }))).toEqual([false]);
  expect(statusContract(418)).toMatchObject({ names: [], nameClause: null, messages: [], messageClause: null });
});

test('each part validates by its own schema', () => {
  const parameters = [{ name: 'page', in: 'query', schema: { type: 'integer' } }];
  const requestBody = { content: { 'application/json': { schema: { type: 'object' } } } };
  const operation = smallOperation({ parameters, requestBody });
  expect(operation.parameters.map(({ validate }) => [validate(1), validate('a')])).toEqual([[true, false]]);
  expect([operation.requestBody?.validate({}), operation.requestBody?.validate([])]).toEqual([true, false]);
});

const bad = { pattern: '(' };
test.each<[string, object]>([
  ['a parameter', { parameters: [{ name: 'page', in: 'query', schema: bad }] }],
  ['the body', { requestBody: { content: { 'application/json': { schema: bad } } } }],
  ['a status', { responses: { 404: answerOf(bad) } }],
  ['default', { responses: { default: answerOf(bad) } }],
  ['a branch of default', { responses: { default: answerOf({ oneOf: [{}, bad] }) } }],
])('a schema that cannot be compiled is told beforehand: of %s', (_, operation) => {
  const loaded = smallOperation({ ...operation });
  expect(() => assertCompiles(loaded)).toThrow('go.json line 1: the schema cannot be compiled');
});

test('a scheme with nothing behind its name asks for no scope', () => {
  const operation = smallOperation(
    { security: [{ key: null }] },
    { components: { securitySchemes: { key: { type: 'apiKey' } } } },
  );
  expect(operation.security).toMatchObject({ schemes: ['key'], scopes: [] });
  expect(securityObligations(operation).map(({ id }) => id)).toEqual([
    'security/key/missing',
    'security/key/malformed',
  ]);
});

test('security that is no list is named with its line', () => {
  expect(() => smallOperation({ security: { key: [] } })).toThrow(
    expect.objectContaining({
      code: 'SPEC_INVALID',
      message: expect.stringMatching(/ line \d+: security is no list$/),
      hint: 'Write a list of requirements.',
    }),
  );
});

test('a body whose schema takes itself in is refused before a value is judged by it', () => {
  const schema = { allOf: [{ $ref: '#/components/schemas/it' }] };
  const responses = { 200: answerOf({ $ref: '#/components/schemas/it' }) };
  const operation = smallOperation({ responses }, { components: { schemas: { it: schema } } });
  expect(() => assertCompiles(operation)).toThrow(/takes itself in/);
});
