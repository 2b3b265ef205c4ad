import { expect, test } from 'vitest';
import { answeredLegacy, onTheWire, sampleMessage } from '../tests/legacy-judging.ts';
import { whenText } from './when-text.ts';

const answered = answeredLegacy('NV', onTheWire(sampleMessage('Success'), 'NV'));
const sentAs = (body: string) => ({ ...answered, request: { ...answered.request, body } });
const NV = { request: 'NV', response: 'XML' } as const;

test('a legacy request is shown as it was sent, read', () => {
  expect(whenText({ wire: NV }, true, sentAs('requestEnvelope.errorLanguage=en_US&invoiceID=INV2-A'))).toBe(
    'cancel with {"requestEnvelope":{"errorLanguage":"en_US"},"invoiceID":"INV2-A"}, NV in, XML out',
  );
});

test('one that is no message, and one that was never sent, as they are told', () => {
  expect(whenText({ wire: NV, text: 'a=%' }, true, sentAs('a=%'))).toBe('cancel with a=%, NV in, XML out');
  expect(whenText({ message: { subject: 'x' }, wire: { request: 'SOAP', response: 'SOAP' } }, true, undefined)).toBe(
    'cancel with {"subject":"x"}, in SOAP',
  );
});

test('a REST request is its body', () => {
  expect(whenText({ text: null, credential: 'none' }, false, undefined)).toBe('cancel with no body, credential none');
  expect(whenText({}, false, undefined)).toBe('cancel with {}');
});
