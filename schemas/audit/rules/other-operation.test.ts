import { expect, test } from 'vitest';
import { loadOperation } from '../../contract/operation.ts';
import { auditedOf } from '../audited.ts';
import { EXAMPLE_OPERATION, exampleSpec } from '../example.ts';
import { otherOperation } from './other-operation.ts';

/** What is said of a parameter of `things.cancel` that is described so. */
function heard(description: string): string {
  const parameter = { name: 'id', in: 'path', required: true, description, schema: {} };
  const operation = loadOperation(exampleSpec({ parameter }), EXAMPLE_OPERATION);
  return [...otherOperation.find(auditedOf(operation))].map(({ sentence }) => sentence).join(' ');
}

test.each([
  ['to refund', 'refund'],
  ['to be refunded', 'refund'],
  ['to send', 'send'],
  ['to void', 'void'],
  ['to be voided', 'void'],
  ['to be captured', 'capture'],
  ['to publish', 'publish'],
  ['to be published', 'publish'],
  ['to cancel or to send', 'send'],
  ['to admire and to send', 'send'],
])('a thing %s is of an operation that does %s', (what, verb) => {
  expect(heard(`The ID of the thing ${what}.`)).toMatch(new RegExp(`, and things.cancel does not ${verb}.$`));
});

test.each(['to cancel', 'to be sender', 'to listen to', 'to the creditor'])('a thing %s is of no other', (what) => {
  expect(heard(`The ID of the thing ${what}.`)).toBe('');
});
