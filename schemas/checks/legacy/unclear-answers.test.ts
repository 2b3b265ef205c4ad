import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inShort } from '../../../tests/judging.ts';
import {
  answeredLegacy,
  expectingAck,
  judgedLegacy,
  legacyCancel,
  onTheWire,
  sampleMessage,
} from '../../../tests/legacy-judging.ts';
import { loadOperation } from '../../contract/operation.ts';
import { packageFile } from '../../contract/package-file.ts';
import { specFromText } from '../../contract/spec.ts';
import type { Message } from '../../wire/message.ts';
import type { Expected } from '../check.ts';
import { judgeExchange } from '../judge.ts';

const [draft] = sampleMessage('570063').error as readonly [Message];
const errorOf = (code: string): Message => ((sampleMessage(code).error as readonly Message[])[0] ?? {}) as Message;

/** A failure, or what else its acknowledgment says, with these errors, in JSON. */
function failing(ack: string, ...error: readonly Message[]): Message {
  const { responseEnvelope, ...more } = sampleMessage(ack.startsWith('Success') ? 'Success' : '570063');
  return { ...more, responseEnvelope: { ...(responseEnvelope as Message), ack }, error };
}
const found = (message: Message, expected?: Expected) =>
  judgedLegacy(answeredLegacy('JSON', onTheWire(message, 'JSON')), expected);
const drawn = (...args: Parameters<typeof found>) => inShort(found(...args));

describe('of an answer that does not say how it ended', () => {
  const UNKNOWN = 'MUST unknown-ack /responseEnvelope/ack';

  test('the code is not compared with the expected one', () => {
    expect(drawn(failing('Maybe', errorOf('570061')), expectingAck('Failure', '570063'))).toEqual([UNKNOWN]);
  });

  test('a code of no page is a departure, whatever was expected', () => {
    const unlisted = failing('Maybe', { ...draft, errorId: '560022' });
    expect(drawn(unlisted, expectingAck('Failure'))).toEqual([UNKNOWN, 'MUST unlisted-issue /error/0/errorId']);
  });

  test('only the envelope is judged where its members do not tell either', () => {
    const { responseEnvelope } = sampleMessage('Success');
    const envelope = { ...(responseEnvelope as Message), correlationId: 'x', ack: '' };
    expect(drawn({ responseEnvelope: envelope })).toEqual([
      'MUST missing-ack /responseEnvelope/ack',
      'MUST wrong-correlation-id /responseEnvelope/correlationId',
    ]);
  });
});

describe('the errors of a success', () => {
  const warnings = ['570061', '570062', '570063', '580047'].map((errorId) => ({ ...draft, errorId, message: 'So.' }));
  const other = { ...draft, errorId: '560022', message: 'Other.' };

  test('are its warning, of which no code and no message is documented', () => {
    expect(drawn(failing('SuccessWithWarning', other, { ...draft, message: 'Other.' }))).toEqual([
      'MAY ack-warning /responseEnvelope/ack',
    ]);
  });

  test('are told up to three', () => {
    const [finding] = found(failing('SuccessWithWarning', ...warnings));
    expect(finding?.explanation).toBe(
      'The answer ends as Success, with a warning: "570061" "So."; "570062" "So."; "570063" "So.".',
    );
  });
});

describe('of several errors', () => {
  test('one is enough to be the expected one', () => {
    expect(drawn(failing('Failure', errorOf('570061'), draft), expectingAck('Failure', '570063'))).toEqual([]);
  });

  test('the first three are told where none is', () => {
    const codes = ['570061', '570062', '580047', '520002'].map(errorOf);
    expect(found(failing('Failure', ...codes), expectingAck('Failure', '570063'))).toMatchObject([
      { kind: 'wrong-issue', actual: '570061, 570062, 580047' },
    ]);
  });

  test('each code of no page is told once, in the order of the answer', () => {
    const codes = ['560022', '580001', '560022'].map((errorId) => ({ ...draft, errorId }));
    expect(drawn(failing('Failure', ...codes))).toEqual([
      'MUST unlisted-issue /error/0/errorId',
      'MUST unlisted-issue /error/1/errorId',
    ]);
  });

  test('a code that is no text is the schema’s to judge alone', () => {
    expect(drawn(failing('Failure', { ...draft, errorId: ['560022'] }))).toEqual([
      'MUST wrong-error-id /error/0/errorId',
    ]);
  });
});

test('a member that is not used may be empty', () => {
  expect(drawn(failing('Failure', { ...draft, exceptionID: '', subdomain: '' }))).toEqual([]);
});

test.each([
  ['that names no invoice', 'requestEnvelope.errorLanguage=en_US'],
  ['that cannot be read', ''],
])('a success is of any invoice for a request %s', (_, body) => {
  const exchange = answeredLegacy('JSON', onTheWire(sampleMessage('Success'), 'JSON'));
  expect(judgedLegacy({ ...exchange, request: { ...exchange.request, body } })).toEqual([]);
});

test('a message may be called anything where the page gives it no name', () => {
  const page = readFileSync(packageFile('specs/legacy.cancel-invoice.openapi.yaml'), 'utf8');
  const operation = loadOperation(specFromText('a.yaml', page.replaceAll('x-roots:', 'x-names:')), legacyCancel.id);
  const exchange = answeredLegacy('XML', onTheWire(sampleMessage('Success'), 'XML', 'Anything'));
  expect(inShort(judgedLegacy(exchange))).toEqual(['SHOULD wrong-root']);
  expect(judgeExchange(exchange, { operation })).toEqual([]);
});

test('an answer is held to nothing where the page has no messages', () => {
  const responses = { 200: { description: '', content: { 'application/json': { schema: { type: 'object' } } } } };
  const paths = { '/Invoice/CancelInvoice': { post: { operationId: legacyCancel.id, responses } } };
  const operation = loadOperation(specFromText('a.json', JSON.stringify({ openapi: '3.0.3', paths })), legacyCancel.id);
  for (const message of [sampleMessage('Success'), sampleMessage('570063'), {}])
    expect(judgeExchange(answeredLegacy('JSON', onTheWire(message, 'JSON')), { operation })).toEqual([]);
});
