import { expect, test } from 'vitest';
import { answerOf, smallOperation } from '../../tests/small-operation.ts';
import { legacyContractOf } from './legacy-contract.ts';

const pinning = (code: string, message?: string) => ({
  properties: { errorId: { enum: [code] }, ...(message && { message: { enum: [message] } }) },
});

test('a code is what an error pins; its list is where the first one stands', () => {
  const error = { items: { anyOf: [pinning('1', 'One.'), pinning('2')] } };
  const Fault = { properties: { error, warning: { items: pinning('3') }, errorId: { enum: ['4'] } } };
  const schema = { anyOf: [{ $ref: '#/components/schemas/Fault' }] };
  const operation = smallOperation({ responses: { 200: answerOf(schema) } }, { components: { schemas: { Fault } } });
  const { codes, codesClause, messages } = legacyContractOf(operation);
  expect([...codes.values()].map(({ code, message }) => [code, message])).toEqual([
    ['1', 'One.'],
    ['2', undefined],
  ]);
  expect(codesClause.pointer).toBe('/components/schemas/Fault/properties/error/items/anyOf');
  expect(messages).toMatchObject([{ name: 'Fault', acks: [], roots: [], required: [] }]);
  expect(['4', '5'].map((errorId) => messages[0]?.validate({ errorId }))).toEqual([true, false]);
});

test.each([
  ['whose answer has no codes', { 200: answerOf({ type: 'object' }) }, '/responses/200'],
  ['that answers no 200', { 404: { description: '' } }, ''],
])('an operation %s promises none of it, and is cited itself', (_, responses, at) => {
  const operation = smallOperation({ responses });
  const clause = operation.spec.clauseAt(`${operation.clause.pointer}${at}`);
  expect(legacyContractOf(operation)).toEqual({
    messages: [],
    codes: new Map(),
    codesClause: clause,
    acks: new Map(),
    unused: [],
    repeated: [],
    clause,
  });
});
