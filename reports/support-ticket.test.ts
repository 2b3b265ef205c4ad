import { expect, test } from 'vitest';
import { EXCHANGE, FINDING, HEADER } from '../tests/run-samples.ts';
import { answerIdOf, supportTicket } from './support-ticket.ts';

const answered = (body: string, headers: readonly (readonly [string, string])[] = []) => ({
  ...EXCHANGE,
  response: { kind: 'answer', status: 422, headers, body, bodyBytes: body.length, validUtf8: true } as const,
});

test.each([
  ['a header', answered('{"debug_id":"body"}', [['paypal-debug-id', 'head']]), 'PayPal-Debug-Id', 'head'],
  ['a body', answered('{"debug_id": "body"}'), 'PayPal-Debug-Id', 'body'],
  ['legacy JSON', answered('{"responseEnvelope":{"correlationId":"b1985a2"}}'), 'correlationId', 'b1985a2'],
  [
    'name-value pairs',
    answered('responseEnvelope.ack=Failure&responseEnvelope.correlationId=b1985a2&x=1'),
    'correlationId',
    'b1985a2',
  ],
  ['XML', answered('<correlationId>b1985a2</correlationId>'), 'correlationId', 'b1985a2'],
])('an answer is found again by the id in %s', (_, exchange, name, value) => {
  expect(answerIdOf(exchange)).toEqual({ name, value });
});

test('an answer without one, and no answer at all, have none', () => {
  expect(answerIdOf(answered('{}'))).toBeUndefined();
  const response = { kind: 'failure', code: 'TIMEOUT', message: 'late' } as const;
  expect(answerIdOf({ response })).toBeUndefined();
});

const ticketOf = (exchange = answered('{"name":"X"}')) =>
  supportTicket({ run: HEADER, scenario: 'cancel.state.draft', exchange, finding: FINDING });

test('a ticket begins with what support asks for, and holds request, answer and clause', () => {
  const text = ticketOf();
  expect(text).toMatch(
    /^Subject: invoices\.cancel departs .*\n\nPayPal-Debug-Id: the answer carried none\nWhen: 2026-01-01T00:00:01\.000Z \(UTC\), answered in 3 ms\nWhere: http:\/\/127\.0\.0\.1:1\n/,
  );
  expect(text).toContain(
    'Expected: 204\nActual:   422\nContract: paypal/invoices.cancel.openapi.yaml 2.7, line 12, /paths',
  );
  expect(text).toContain(
    'POST http://127.0.0.1:1/v2/invoicing/invoices/INV2-A/cancel\ncontent-type: application/json\n\n{}',
  );
  expect(text).toContain('HTTP 422\n\n{"name":"X"}');
  expect(text).toMatch(/Seen by cancel-conformance 0\.1\.0, run a-run, scenario cancel\.state\.draft\.$/);
});

test("a ticket holds no secret and nobody's address, whatever the record holds", () => {
  const body = '{"access_token":"A21AAF-long-enough-to-be-one","payer":"jane.doe@mail.test.de"}';
  const text = ticketOf(
    answered(body, [
      ['Set-Cookie', 'session=abcdef'],
      ['X', 'Bearer A21AAF-long-enough-to-be-one'],
    ]),
  );
  expect(text).not.toMatch(/A21AAF|jane|abcdef/);
  expect(text).toContain('Set-Cookie: [redacted]');
});

test('a long body is cut, and says so', () => {
  const text = ticketOf(answered('x'.repeat(5000)));
  expect(text).toContain('… and 1000 characters more');
});
