import { expect, test } from 'vitest';
import {
  answeredLegacy,
  asking,
  expectingAck,
  judgedLegacy,
  onTheWire,
  sampleMessage,
} from '../../../tests/legacy-judging.ts';
import { pointerTo, tokensOf } from '../../contract/clause.ts';
import type { AnsweredExchange } from '../../exchange.ts';
import type { Message, MessageValue } from '../../wire/message.ts';
import type { Expected } from '../check.ts';
import { correlationIdOf, decodedRequest, looksLike } from './wire-formats.ts';

/** A sample with the values at some pointers changed; undefined takes one out. */
function changed(sample: string, changes: Readonly<Record<string, MessageValue | undefined>>): Message {
  const message = sampleMessage(sample);
  for (const [pointer, value] of Object.entries(changes)) {
    const names = tokensOf(pointer);
    const owner = names.slice(0, -1).reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], message);
    const last = names.at(-1) ?? '';
    if (value === undefined) delete (owner as Record<string, unknown>)[last];
    else (owner as Record<string, unknown>)[last] = value;
  }
  return message;
}

/** The findings of an answer: who draws each, what it says, and the end of the pointer to its clause. */
const told = (exchange: AnsweredExchange, expected?: Expected): string =>
  judgedLegacy(exchange, expected)
    .map((one) =>
      [
        `${one.check}: ${one.kind} (${one.level}, ${one.origin}) at ${one.pointer || 'the whole'}`,
        `  ${one.explanation}`,
        `  ${one.expected} | ${one.actual} | ${pointerTo('', ...tokensOf(one.clause.pointer).slice(-3))}`,
      ].join('\n'),
    )
    .join('\n');

const inJson = (message: Message, expected?: Expected): string =>
  told(answeredLegacy('JSON', onTheWire(message, 'JSON')), expected);

test('of how it ended', () => {
  expect(inJson(sampleMessage('570061'), expectingAck('Success'))).toMatchInlineSnapshot(`
    "legacy-ack-expected: wrong-ack (MUST, spec) at /responseEnvelope/ack
      Expected Success; the answer, with HTTP status 200, says "Failure" ("570061").
      Success | "Failure" ("570061") | /paths/~1Invoice~1CancelInvoice/post"
  `);
  expect(inJson(sampleMessage('Success'), expectingAck('Failure', '570063'))).toMatchInlineSnapshot(`
    "legacy-ack-expected: wrong-ack (MUST, spec) at /responseEnvelope/ack
      Expected Failure 570063; the answer, with HTTP status 200, says "Success".
      Failure 570063 | "Success" | /paths/~1Invoice~1CancelInvoice/post"
  `);
  const four = ['570061', '570062', '570063', '580047'].map(
    (code) => ((sampleMessage(code).error as readonly Message[])[0] ?? {}) as Message,
  );
  const { errorId: _, ...nameless } = four[0] as Message;
  const many = changed('570061', { '/error': [nameless, ...four] });
  expect(inJson(many, expectingAck('Success')).split('\n').slice(0, 3).join('\n')).toMatchInlineSnapshot(`
    "legacy-ack-expected: wrong-ack (MUST, spec) at /responseEnvelope/ack
      Expected Success; the answer, with HTTP status 200, says "Failure" ("no code", "570061", "570062").
      Success | "Failure" ("no code", "570061", "570062") | /paths/~1Invoice~1CancelInvoice/post"
  `);
  expect(
    inJson(changed('570063', { '/responseEnvelope/ack': 'FailureWithWarning' }), expectingAck('Success')),
  ).toMatchInlineSnapshot(`
    "legacy-ack-expected: wrong-ack (MUST, spec) at /responseEnvelope/ack
      Expected Success; the answer, with HTTP status 200, says "FailureWithWarning" ("570063").
      Success | "FailureWithWarning" ("570063") | /paths/~1Invoice~1CancelInvoice/post
    legacy-warning: ack-warning (MAY, spec) at /responseEnvelope/ack
      The answer ends as Failure, with a warning: "570063" "A draft invoice cannot be canceled.".
      Failure | "FailureWithWarning" | /ack/enum/3"
  `);
  expect(inJson(changed('Success', { '/responseEnvelope/ack': 'SuccessWithWarning' }))).toMatchInlineSnapshot(`
    "legacy-warning: ack-warning (MAY, spec) at /responseEnvelope/ack
      The answer ends as Success, with a warning: it does not say which.
      Success | "SuccessWithWarning" | /ack/enum/2"
  `);
  expect(
    inJson(changed('Success', { '/responseEnvelope/ack': 'Maybe' }), expectingAck('Failure')),
  ).toMatchInlineSnapshot(`
    "legacy-ack: unknown-ack (MUST, spec) at /responseEnvelope/ack
      /responseEnvelope/ack is "Maybe"; the contract wants one of "Success", "Failure", "SuccessWithWarning", "FailureWithWarning".
      one of "Success", "Failure", "SuccessWithWarning", "FailureWithWarning" | "Maybe" | /properties/ack/enum"
  `);
});

test('of codes and their messages', () => {
  expect(inJson(sampleMessage('570061'), expectingAck('Failure', '570063'))).toMatchInlineSnapshot(`
    "legacy-code-expected: wrong-issue (MUST, spec) at /error/0/errorId
      Expected 570063; the answer names 570061, which stands for: "Invoice cannot be canceled since it has already been paid.".
      570063 | 570061 | /properties/errorId/enum"
  `);
  expect(
    inJson(sampleMessage('570061'), { ...expectingAck('Failure', '999999'), level: 'SHOULD', origin: 'prose' }),
  ).toMatchInlineSnapshot(`
    "legacy-code-expected: wrong-issue (SHOULD, prose) at /error/0/errorId
      Expected 999999; the answer names 570061, which stands for: "Invoice cannot be canceled since it has already been paid.".
      999999 | 570061 | /paths/~1Invoice~1CancelInvoice/post"
  `);
  const unlisted = changed('570063', { '/error/0/errorId': '560022' });
  expect(inJson(unlisted)).toMatchInlineSnapshot(`
    "legacy-code: unlisted-issue (MUST, spec) at /error/0/errorId
      The page does not list the error "560022" ("A draft invoice cannot be canceled."); it has 520002, 520003, 520009, 550026, 550027, 570058, 570061, 570062, 570063, 570099, 571001, 580022, 580047.
      one of 520002, 520003, 520009, 550026, 550027, 570058, 570061, 570062, 570063, 570099, 571001, 580022, 580047 | "560022" | /schemas/ErrorData/anyOf"
  `);
  expect(inJson(unlisted, expectingAck('Failure'))).toMatchInlineSnapshot(`
    "legacy-code: undocumented-issue (MAY, undefined) at /error/0/errorId
      The page does not list the error "560022" ("A draft invoice cannot be canceled."); it has 520002, 520003, 520009, 550026, 550027, 570058, 570061, 570062, 570063, 570099, 571001, 580022, 580047.
      one of 520002, 520003, 520009, 550026, 550027, 570058, 570061, 570062, 570063, 570099, 571001, 580022, 580047 | "560022" | /paths/~1Invoice~1CancelInvoice/post"
  `);
  expect(inJson(changed('570063', { '/error/0/message': 'Invoice does not exist.' }))).toMatchInlineSnapshot(`
    "legacy-message: wrong-message (MUST, spec) at /error/0/message
      The message of "570063" is "A draft invoice cannot be canceled."; this one is "Invoice does not exist.", which is the message of 580047.
      "A draft invoice cannot be canceled." | "Invoice does not exist." | /properties/message/enum"
  `);
  expect(inJson(changed('570063', { '/error/0/message': 'No.' }))).toMatchInlineSnapshot(`
    "legacy-message: wrong-message (MUST, spec) at /error/0/message
      The message of "570063" is "A draft invoice cannot be canceled."; this one is "No.".
      "A draft invoice cannot be canceled." | "No." | /properties/message/enum"
  `);
  expect(inJson(changed('580022', { '/error/0/message': '' }))).toMatchInlineSnapshot(`
    "legacy-message: wrong-message (MUST, spec) at /error/0/message
      The message of "580022" is a description of the error; this one is "".
      a description of the error | "" | /ErrorData/anyOf/11"
  `);
  expect(
    inJson(changed('570063', { '/error/0/message': undefined, '/error/0/errorId': undefined })),
  ).toMatchInlineSnapshot(`
    "legacy-error-id: wrong-error-id (MUST, spec) at /error/0/errorId
      /error/0/errorId is absent; the contract wants it in every such answer.
      it to be present | absent | /ErrorData/properties/errorId
    legacy-message: wrong-message (MUST, spec) at /error/0/message
      The message of absent is a description of the error; this one is absent.
      a description of the error | absent | /schemas/ErrorData/anyOf"
  `);
  const listed = (sampleMessage('570063').error as readonly Message[])[0] as Message;
  const beside = changed('570063', {
    '/error': [{ ...listed, errorId: '580001' }, listed, { ...listed, errorId: '580001' }],
  });
  expect(inJson(beside, expectingAck('Failure', '570063'))).toMatchInlineSnapshot(`
    "legacy-code: undocumented-issue (MAY, spec) at /error/0/errorId
      The page does not list the error "580001" ("A draft invoice cannot be canceled."); it has 520002, 520003, 520009, 550026, 550027, 570058, 570061, 570062, 570063, 570099, 571001, 580022, 580047.
      one of 520002, 520003, 520009, 550026, 550027, 570058, 570061, 570062, 570063, 570099, 571001, 580022, 580047 | "580001" | /schemas/ErrorData/anyOf"
  `);
});

test('of members', () => {
  expect(
    inJson(changed('Success', { '/responseEnvelope/correlationId': undefined, '/invoiceID': '' })),
  ).toMatchInlineSnapshot(`
    "legacy-correlation-id: missing-correlation-id (MUST, spec) at /responseEnvelope/correlationId
      /responseEnvelope/correlationId is absent; the contract wants it in every such answer.
      it to be present | absent | /ResponseEnvelope/properties/correlationId
    legacy-invoice: missing-invoice (MUST, spec) at /invoiceID
      /invoiceID is ""; the contract wants at least 1 characters.
      at least 1 characters | "" | /properties/invoiceID/minLength"
  `);
  expect(inJson(changed('Success', { '/invoiceURL': 'here' }))).toMatchInlineSnapshot(`
    "legacy-invoice: schema-violation (MUST, spec) at /invoiceURL
      /invoiceURL is "here"; the contract wants the format uri.
      the format uri | "here" | /properties/invoiceURL/format"
  `);
  expect(
    inJson(changed('570063', { '/error/0/severity': 'Fatal', '/error/0/category': undefined, '/error/0/domain': '' })),
  ).toMatchInlineSnapshot(`
    "legacy-severity: wrong-severity (MUST, spec) at /error/0/severity
      /error/0/severity is "Fatal"; the contract wants one of "Error", "Warning".
      one of "Error", "Warning" | "Fatal" | /properties/severity/enum
    legacy-category: wrong-category (MUST, spec) at /error/0/category
      /error/0/category is absent; the contract wants it in every such answer.
      it to be present | absent | /ErrorData/properties/category
    legacy-domain: missing-domain (MUST, spec) at /error/0/domain
      /error/0/domain is ""; the contract wants at least 1 characters.
      at least 1 characters | "" | /properties/domain/minLength"
  `);
  expect(inJson(changed('Success', { '/invoiceID': 'INV2-A', '/total': '5' }))).toMatchInlineSnapshot(`
    "legacy-invoice-id: invoice-mismatch (MUST, spec) at /invoiceID
      The request names the invoice "INV2-RVY9-UWTW-64HZ-BR9W"; the answer speaks of "INV2-A".
      "INV2-RVY9-UWTW-64HZ-BR9W" | "INV2-A" | /properties/invoiceID/x-equals-request
    legacy-unknown-members: unknown-member (MAY, spec) at /total
      The contract does not know /total in a CancelInvoiceResponse; its schemas are open, so this is allowed.
      a member that the contract knows | "/total" | /components/schemas/CancelInvoiceResponse"
  `);
  expect(inJson({ ...sampleMessage('570063'), ...sampleMessage('Success') })).toMatchInlineSnapshot(`
    "legacy-success: error-in-success (MUST, spec) at /error
      An answer that says Success carries the invoice and no error; this one lists [{"errorId":"570063","domain":"PLATFORM","severity":"Error","category":"Application","message":"A draft invoice cannot b….
      no error | [{"errorId":"570063","domain":"PLATFORM","severity":"Error","category":"Application","message":"A draft invoice cannot b… | /components/schemas/CancelInvoiceResponse"
  `);
  expect(
    inJson(changed('570063', { '/error/0/exceptionID': '5', '/error/0/subdomain': 'Any' })),
  ).toMatchInlineSnapshot(`
    "legacy-unused: unused-member (MAY, observed) at /error/0/exceptionID
      The contract says of /error/0/exceptionID that it is not used; this answer has "5" there.
      absent | "5" | /properties/exceptionID/x-unused
    legacy-unused: unused-member (MAY, observed) at /error/0/subdomain
      The contract says of /error/0/subdomain that it is not used; this answer has "Any" there.
      absent or Application | "Any" | /properties/subdomain/x-unused"
  `);
  expect(inJson(changed('570063', { '/responseEnvelope': undefined }))).toMatchInlineSnapshot(`
    "legacy-ack: missing-ack (MUST, spec) at /responseEnvelope
      /responseEnvelope is absent; the contract wants it in every such answer.
      it to be present | absent | /FaultMessage/properties/responseEnvelope"
  `);
});

test('of its format', () => {
  expect(told(answeredLegacy('JSON', onTheWire(sampleMessage('Success'), 'XML')))).toMatchInlineSnapshot(`
    "legacy-format: wrong-format (MUST, spec) at the whole
      The request asks for an answer in JSON; this one is XML.
      JSON | XML | /1/schema/enum"
  `);
  expect(told(answeredLegacy('SOAP', onTheWire(sampleMessage('Success'), 'NV')))).toMatchInlineSnapshot(`
    "legacy-format: wrong-format (MAY, observed) at the whole
      The request asks for an answer in SOAP; this one is NV.
      SOAP | NV | /3/schema/enum"
  `);
  expect(told(answeredLegacy('JSON', ''))).toMatchInlineSnapshot(`
    "legacy-format: undecodable-body (MUST, spec) at the whole
      The answer cannot be read as JSON: The body is empty.
      a message in JSON | no body | /post/responses/200"
  `);
  expect(told(answeredLegacy('XML', '<a>', { validUtf8: false }))).toMatchInlineSnapshot(`
    "legacy-format: invalid-utf8 (SHOULD, observed) at the whole
      Every recorded answer is in UTF-8; this one has bytes that are none.
      UTF-8 | bytes that are no UTF-8 | /post/responses/200
    legacy-format: undecodable-body (MUST, spec) at the whole
      The answer cannot be read as XML: The body cannot be read as XML: unclosed tag: a (line 1, column 3); it begins with <a>
      a message in XML | "<a>" | /post/responses/200"
  `);
  const unasked = answeredLegacy('NV', '<');
  expect(told({ ...unasked, request: { ...unasked.request, headers: [] } })).toMatchInlineSnapshot(`
    "legacy-format: undecodable-body (MUST, spec) at the whole
      The answer cannot be read as XML: The body cannot be read as XML: document must contain a root element (line 1, column 1); it begins with <
      a message in any documented format | "<" | /post/responses/200"
  `);
  expect(told(answeredLegacy('XML', onTheWire(sampleMessage('570063'), 'XML', 'Fault')))).toMatchInlineSnapshot(`
    "legacy-root: wrong-root (SHOULD, prose) at the whole
      An answer with this acknowledgment is a PPFault or PPFaultMessage or FaultMessage; this one is called "Fault".
      PPFault or PPFaultMessage or FaultMessage | "Fault" | /schemas/FaultMessage/x-roots"
  `);
});

test.each([
  ['{', 'JSON'],
  [' \n[', 'JSON'],
  ['', 'NV'],
  ['a=<', 'NV'],
  ['<a/>', 'XML'],
  ['<Envelope>', 'SOAP'],
  ['<?xml version="1.0"?>\n<!-- a -->\n<s-x.y:Envelope\n', 'SOAP'],
  ['<Envelopes>', 'XML'],
  ['<a><Envelope>', 'XML'],
  ['<Envelope/', 'SOAP'],
])('%j looks like %s', (text, format) => {
  expect(looksLike(text)).toBe(format);
});

test('a request is read in the format that it names, or in the one that it looks like', () => {
  const { request } = answeredLegacy('JSON', '');
  const message = { requestEnvelope: { errorLanguage: 'en_US' }, invoiceID: 'INV2-RVY9-UWTW-64HZ-BR9W' };
  expect(decodedRequest(request)).toEqual({ root: null, message });
  expect(decodedRequest({ ...request, headers: [] })).toEqual({ root: null, message });
  expect(decodedRequest({ ...request, headers: [['x-paypal-request-data-format', 'JSON']] })).toMatchObject({
    undecodable: expect.stringMatching(/not JSON/),
  });
  expect(decodedRequest({ ...request, headers: [['X-PAYPAL-MESSAGE-PROTOCOL', 'soap11']] })).toMatchObject({
    undecodable: expect.stringMatching(/XML/),
  });
  expect(decodedRequest({ ...request, headers: [], body: null })).toEqual({ undecodable: 'The body is empty.' });
});

test('the correlationId is found in whatever format was asked for', () => {
  const { correlationId } = sampleMessage('Success').responseEnvelope as Message;
  for (const format of ['NV', 'JSON', 'XML', 'SOAP'] as const)
    expect(correlationIdOf(answeredLegacy(format, onTheWire(sampleMessage('Success'), format)))).toBe(correlationId);
  const answered = answeredLegacy('JSON', onTheWire(sampleMessage('Success'), 'JSON'));
  expect(
    correlationIdOf({ ...answered, request: { ...answered.request, headers: asking('NV').slice(0, 1) } }),
  ).toBeUndefined();
  for (const body of ['', '{}', '{"responseEnvelope":{"correlationId":["a"]}}'])
    expect(correlationIdOf(answeredLegacy('JSON', body))).toBeUndefined();
});

test('many of a kind are told of once, or up to twenty times', () => {
  const [one] = sampleMessage('570063').error as readonly Message[];
  const errors = (change: Message) => changed('570063', { '/error': Array<Message>(25).fill({ ...one, ...change }) });
  const count = (message: Message) => judgedLegacy(answeredLegacy('JSON', onTheWire(message, 'JSON'))).length;
  expect(count(errors({ message: 'No.' }))).toBe(20);
  expect(count(errors({ severity: 'Fatal' }))).toBe(1);
});
