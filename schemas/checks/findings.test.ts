import { expect, test } from 'vitest';
import { answered, cancel, DEBUG_ID, expecting, judged, sampleBody } from '../../tests/judging.ts';
import type { Answer } from '../exchange.ts';
import type { Expected } from './check.ts';
import { findingText } from './finding-text.ts';
import { judgeExchange } from './judge.ts';

const DRAFT = 'CANNOT_CANCEL_DRAFT_INVOICE';
const PAID = 'CANNOT_CANCEL_PAID_INVOICE';
const SENT_TOO_LONG = {
  issue: 'INVALID_STRING_MAX_LENGTH',
  field: '/note',
  location: 'body',
  value: 'too long',
} as const;

/** The findings that an answer draws, as a person reads them, each with the check that drew it. */
function texts(status: number, body: unknown, expected?: Expected, more: Partial<Answer> = {}): string {
  const findings = judged(answered(status, body, more), expected);
  return findings.map((finding) => findingText(finding.check, finding)).join('\n');
}

const refused = (over: object) => ({ ...sampleBody(422, DRAFT), ...over });
const detailed = (...details: readonly object[]) => ({ ...sampleBody(422), details });

test('of a status', () => {
  expect(texts(422, sampleBody(422, DRAFT), expecting([204, 404]))).toMatchInlineSnapshot(`
    "status: wrong-status (MUST, spec)
      Expected 204 or 404; the answer is 422 and calls itself UNPROCESSABLE_ENTITY (CANNOT_CANCEL_DRAFT_INVOICE).
      clause   paypal/invoices.cancel.openapi.yaml:114 /paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post
      expected 204 or 404
      actual   422 UNPROCESSABLE_ENTITY (CANNOT_CANCEL_DRAFT_INVOICE)"
  `);
  expect(texts(204, '', expecting(422, { issue: DRAFT }))).toMatchInlineSnapshot(`
    "status: wrong-status (MUST, spec)
      Expected 422 CANNOT_CANCEL_DRAFT_INVOICE; the answer is 204 and calls itself nothing.
      clause   paypal/invoices.cancel.openapi.yaml:114 /paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post
      expected 422 CANNOT_CANCEL_DRAFT_INVOICE
      actual   204"
  `);
  expect(texts(401, { error: 'invalid_token', name: 7, debug_id: 'x' }, expecting(204))).toMatchInlineSnapshot(`
    "status: wrong-status (MUST, spec)
      Expected 204; the answer is 401 and calls itself nothing.
      clause   paypal/invoices.cancel.openapi.yaml:114 /paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post
      expected 204
      actual   401
    error-name: wrong-name (MUST, spec)
      A 401 is named AUTHENTICATION_FAILURE; this one is named 7 (none of the 10 branches of the default response has it).
      clause   paypal/invoices.cancel.openapi.yaml:626 /components/schemas/error_401/properties/name/enum
      pointer  /name
      expected AUTHENTICATION_FAILURE
      actual   7
    error-message: wrong-message (SHOULD, spec)
      The message of a 401 is "Authentication failed due to missing authorization header, or invalid authentication credentials."; this one has none.
      clause   paypal/invoices.cancel.openapi.yaml:630 /components/schemas/error_401/properties/message/enum
      pointer  /message
      expected "Authentication failed due to missing authorization header, or invalid authentication credentials."
      actual   absent
    debug-id: debug-id-mismatch (SHOULD, prose)
      The debug_id of the body is not that of the PayPal-Debug-Id header: one of them leads support astray.
      clause   paypal/invoices.cancel.openapi.yaml:638 /components/schemas/error_401/properties/debug_id
      pointer  /debug_id
      expected "90957fca61718"
      actual   "x"
    unknown-members: unknown-member (MAY, spec)
      The contract does not know /error in a 401; its schemas are open, so this is allowed.
      clause   paypal/invoices.cancel.openapi.yaml:617 /components/schemas/error_401
      pointer  /error
      expected a member that the contract knows
      actual   "/error""
  `);
  expect(
    texts(204, '', { ...expecting(204), status: [404], level: 'MAY', origin: 'undefined' }),
  ).toMatchInlineSnapshot(`
    "status: wrong-status (MAY, undefined)
      Expected 404; the answer is 204 and calls itself nothing.
      clause   paypal/invoices.cancel.openapi.yaml:114 /paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post
      expected 404
      actual   204"
  `);
});

test('of a status whose body is another one’s', () => {
  expect(texts(418, sampleBody(404))).toMatchInlineSnapshot(`
    "status: wrong-status (SHOULD, spec)
      The answer calls itself RESOURCE_NOT_FOUND, which belongs to 404, and its status is 418: callers go by the status.
      clause   paypal/invoices.cancel.openapi.yaml:338 /components/schemas/error_404
      expected 404
      actual   418 RESOURCE_NOT_FOUND"
  `);
  expect(texts(418, { name: 'TEAPOT' })).not.toContain('wrong-status');
  expect(texts(401, sampleBody(404))).not.toContain('wrong-status');
});

test('of a body where there should be none', () => {
  expect(texts(204, '{"id":"ü"}')).toMatchInlineSnapshot(`
    "no-content: unexpected-body (MUST, spec)
      The contract documents a 204 without content; the answer has a body (11 bytes: "{\\"id\\":\\"ü\\"}").
      clause   paypal/invoices.cancel.openapi.yaml:134 /paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post/responses/204
      expected no body
      actual   11 bytes: "{\\"id\\":\\"ü\\"}""
  `);
  expect(texts(204, '', undefined, { headers: [['Content-Length', '7']] })).toMatchInlineSnapshot(`
    "no-content: unexpected-body (MUST, spec)
      The contract documents a 204 without content; the answer has a body (announced by Content-Length: 7).
      clause   paypal/invoices.cancel.openapi.yaml:134 /paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post/responses/204
      expected no body
      actual   announced by Content-Length: 7"
  `);
  expect(texts(204, '', undefined, { headers: [['Transfer-Encoding', 'chunked']] })).toMatchInlineSnapshot(`
    "no-content: unexpected-body (MUST, spec)
      The contract documents a 204 without content; the answer has a body (announced by Transfer-Encoding: chunked).
      clause   paypal/invoices.cancel.openapi.yaml:134 /paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post/responses/204
      expected no body
      actual   announced by Transfer-Encoding: chunked"
  `);
});

test('of a media type', () => {
  const typed = (type: string) => texts(404, sampleBody(404), undefined, { headers: [['Content-Type', type]] });
  expect(typed('text/plain; charset=utf-8')).toMatchInlineSnapshot(`
    "media-type: wrong-media-type (MUST, spec)
      The contract has application/json for a 404; the answer says text/plain; charset=utf-8.
      clause   paypal/invoices.cancel.openapi.yaml:154 /paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post/responses/404
      expected application/json
      actual   text/plain; charset=utf-8"
  `);
  expect(texts(404, sampleBody(404), undefined, { headers: [] })).toMatchInlineSnapshot(`
    "media-type: wrong-media-type (MUST, spec)
      The contract has application/json for a 404; the answer has no Content-Type.
      clause   paypal/invoices.cancel.openapi.yaml:154 /paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post/responses/404
      expected application/json
      actual   absent"
  `);
  expect(typed(' APPLICATION/JSON ;charset=x')).toBe('');
});

test('of JSON', () => {
  expect(texts(404, '{"name":')).toMatchInlineSnapshot(`
    "well-formed-json: malformed-json (MUST, spec)
      The body is not JSON: Unexpected end of JSON input.
      clause   paypal/invoices.cancel.openapi.yaml:154 /paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post/responses/404
      expected a JSON text
      actual   "{\\"name\\":""
  `);
  expect(texts(404, '')).toMatchInlineSnapshot(`
    "well-formed-json: malformed-json (MUST, spec)
      The contract documents a JSON body for a 404; the answer has none.
      clause   paypal/invoices.cancel.openapi.yaml:154 /paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post/responses/404
      expected a JSON text
      actual   no body"
  `);
  expect(texts(400, '', expecting(400))).toMatchInlineSnapshot(`
    "well-formed-json: malformed-json (MAY, undefined)
      The contract documents a JSON body for a 400; the answer has none.
      clause   paypal/invoices.cancel.openapi.yaml:138 /paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post/responses/400
      expected a JSON text
      actual   no body"
  `);
  expect(texts(400, '{"name":', expecting(400))).toMatchInlineSnapshot(`
    "well-formed-json: malformed-json (MUST, spec)
      The body is not JSON: Unexpected end of JSON input.
      clause   paypal/invoices.cancel.openapi.yaml:138 /paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post/responses/400
      expected a JSON text
      actual   "{\\"name\\":""
  `);
  expect(texts(400, '', expecting(204))).toMatchInlineSnapshot(`
    "status: wrong-status (MUST, spec)
      Expected 204; the answer is 400 and calls itself nothing.
      clause   paypal/invoices.cancel.openapi.yaml:114 /paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post
      expected 204
      actual   400
    well-formed-json: malformed-json (MUST, spec)
      The contract documents a JSON body for a 400; the answer has none.
      clause   paypal/invoices.cancel.openapi.yaml:138 /paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post/responses/400
      expected a JSON text
      actual   no body"
  `);
  expect(texts(404, '', expecting(404))).toMatchInlineSnapshot(`
    "well-formed-json: malformed-json (MUST, spec)
      The contract documents a JSON body for a 404; the answer has none.
      clause   paypal/invoices.cancel.openapi.yaml:154 /paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post/responses/404
      expected a JSON text
      actual   no body"
  `);
  expect(texts(400, '', expecting(400, { issue: DRAFT }))).toMatchInlineSnapshot(`
    "well-formed-json: malformed-json (MUST, spec)
      The contract documents a JSON body for a 400; the answer has none.
      clause   paypal/invoices.cancel.openapi.yaml:138 /paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post/responses/400
      expected a JSON text
      actual   no body"
  `);
  expect(texts(404, sampleBody(404), undefined, { validUtf8: false })).toMatchInlineSnapshot(`
    "well-formed-json: invalid-utf8 (MUST, spec)
      JSON is sent in UTF-8 (RFC 8259 §8.1); the body has bytes that are none.
      clause   paypal/invoices.cancel.openapi.yaml:154 /paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post/responses/404
      expected UTF-8
      actual   bytes that are no UTF-8"
  `);
  expect(texts(404, '{"name":', undefined, { validUtf8: false })).toMatchInlineSnapshot(`
    "well-formed-json: invalid-utf8 (MUST, spec)
      JSON is sent in UTF-8 (RFC 8259 §8.1); the body has bytes that are none.
      clause   paypal/invoices.cancel.openapi.yaml:154 /paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post/responses/404
      expected UTF-8
      actual   bytes that are no UTF-8
    well-formed-json: malformed-json (MUST, spec)
      The body is not JSON: Unexpected end of JSON input.
      clause   paypal/invoices.cancel.openapi.yaml:154 /paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post/responses/404
      expected a JSON text
      actual   "{\\"name\\":""
  `);
});

test('of a name', () => {
  expect(texts(422, refused({ name: 'INVALID_REQUEST' }))).toMatchInlineSnapshot(`
    "error-name: wrong-name (MUST, spec)
      A 422 is named UNPROCESSABLE_ENTITY; this one is named "INVALID_REQUEST" (no other).
      clause   paypal/invoices.cancel.openapi.yaml:380 /components/schemas/error_422/properties/name/enum
      pointer  /name
      expected UNPROCESSABLE_ENTITY
      actual   "INVALID_REQUEST""
  `);
  expect(texts(422, refused({ name: undefined }))).toMatchInlineSnapshot(`
    "error-name: wrong-name (SHOULD, spec)
      A 422 is named UNPROCESSABLE_ENTITY; this one has no name.
      clause   paypal/invoices.cancel.openapi.yaml:380 /components/schemas/error_422/properties/name/enum
      pointer  /name
      expected UNPROCESSABLE_ENTITY
      actual   absent"
  `);
  expect(texts(401, { ...sampleBody(401), name: 'INVALID_REQUEST' })).toMatchInlineSnapshot(`
    "error-name: wrong-name (MUST, spec)
      A 401 is named AUTHENTICATION_FAILURE; this one is named "INVALID_REQUEST" (it is the name of error_400).
      clause   paypal/invoices.cancel.openapi.yaml:626 /components/schemas/error_401/properties/name/enum
      pointer  /name
      expected AUTHENTICATION_FAILURE
      actual   "INVALID_REQUEST""
  `);
  expect(
    texts(401, { ...sampleBody(401), name: 'INVALID_REQUEST', message: sampleBody(400).message }),
  ).toMatchInlineSnapshot(`
    "error-name: wrong-name (SHOULD, spec)
      A 401 is named AUTHENTICATION_FAILURE; this one is named "INVALID_REQUEST" (it is the name of error_400).
      clause   paypal/invoices.cancel.openapi.yaml:626 /components/schemas/error_401/properties/name/enum
      pointer  /name
      expected AUTHENTICATION_FAILURE
      actual   "INVALID_REQUEST"
    error-message: wrong-message (SHOULD, spec)
      The message of a 401 is "Authentication failed due to missing authorization header, or invalid authentication credentials."; this one says "Request is not well-formed, syntactically incorrect, or violates schema.".
      clause   paypal/invoices.cancel.openapi.yaml:630 /components/schemas/error_401/properties/message/enum
      pointer  /message
      expected "Authentication failed due to missing authorization header, or invalid authentication credentials."
      actual   "Request is not well-formed, syntactically incorrect, or violates schema.""
  `);
  expect(texts(401, { ...sampleBody(401), name: 'X' })).toMatchInlineSnapshot(`
    "error-name: wrong-name (MUST, spec)
      A 401 is named AUTHENTICATION_FAILURE; this one is named "X" (none of the 10 branches of the default response has it).
      clause   paypal/invoices.cancel.openapi.yaml:626 /components/schemas/error_401/properties/name/enum
      pointer  /name
      expected AUTHENTICATION_FAILURE
      actual   "X""
  `);
  expect(texts(401, { message: sampleBody(401).message })).toMatchInlineSnapshot(`
    "error-name: wrong-name (SHOULD, spec)
      A 401 is named AUTHENTICATION_FAILURE; this one has no name.
      clause   paypal/invoices.cancel.openapi.yaml:626 /components/schemas/error_401/properties/name/enum
      pointer  /name
      expected AUTHENTICATION_FAILURE
      actual   absent
    debug-id: missing-debug-id (SHOULD, prose)
      An error carries a debug_id for correlation; this one has none.
      clause   paypal/invoices.cancel.openapi.yaml:638 /components/schemas/error_401/properties/debug_id
      pointer  /debug_id
      expected the id that correlates this answer
      actual   absent"
  `);
});

test('of a name that makes a whole with its message, whatever else is wrong', () => {
  const whole = { ...sampleBody(401), name: 'INVALID_REQUEST', message: sampleBody(400).message, debug_id: 5 };
  expect(texts(401, whole)).toContain('error-name: wrong-name (SHOULD, spec)');
  expect(texts(401, { ...whole, message: 'Other.' })).toContain('error-name: wrong-name (MUST, spec)');
});

test('of a message', () => {
  expect(texts(404, { ...sampleBody(404), message: 'Not found.' })).toMatchInlineSnapshot(`
    "error-message: wrong-message (MUST, spec)
      The message of a 404 is "The specified resource does not exist."; this one says "Not found.".
      clause   paypal/invoices.cancel.openapi.yaml:351 /components/schemas/error_404/properties/message/enum
      pointer  /message
      expected "The specified resource does not exist."
      actual   "Not found.""
  `);
  expect(texts(404, { ...sampleBody(404), message: undefined })).toMatchInlineSnapshot(`
    "error-message: wrong-message (SHOULD, spec)
      The message of a 404 is "The specified resource does not exist."; this one has none.
      clause   paypal/invoices.cancel.openapi.yaml:351 /components/schemas/error_404/properties/message/enum
      pointer  /message
      expected "The specified resource does not exist."
      actual   absent"
  `);
  expect(texts(401, { ...sampleBody(401), message: undefined })).toMatchInlineSnapshot(`
    "error-message: wrong-message (SHOULD, spec)
      The message of a 401 is "Authentication failed due to missing authorization header, or invalid authentication credentials."; this one has none.
      clause   paypal/invoices.cancel.openapi.yaml:630 /components/schemas/error_401/properties/message/enum
      pointer  /message
      expected "Authentication failed due to missing authorization header, or invalid authentication credentials."
      actual   absent"
  `);
  expect(texts(401, { ...sampleBody(401), message: 7 })).toMatchInlineSnapshot(`
    "error-message: wrong-message (MUST, spec)
      The message of a 401 is "Authentication failed due to missing authorization header, or invalid authentication credentials."; this one says 7.
      clause   paypal/invoices.cancel.openapi.yaml:630 /components/schemas/error_401/properties/message/enum
      pointer  /message
      expected "Authentication failed due to missing authorization header, or invalid authentication credentials."
      actual   7"
  `);
});

test('of a body that claims no branch of the default response', () => {
  expect(texts(401, { debug_id: DEBUG_ID })).toMatchInlineSnapshot(`
    "body-schema: schema-violation (MUST, spec)
      A 401 is covered by the default response; the body claims no branch by its name (10 of 10 match: nothing in them is required).
      clause   paypal/invoices.cancel.openapi.yaml:617 /components/schemas/error_401
      expected a body that claims one branch of the default response by its name: AUTHENTICATION_FAILURE
      actual   {"debug_id":"90957fca61718"}"
  `);
  expect(texts(401, { name: 7, message: 7, debug_id: DEBUG_ID })).toMatchInlineSnapshot(`
    "error-name: wrong-name (MUST, spec)
      A 401 is named AUTHENTICATION_FAILURE; this one is named 7 (none of the 10 branches of the default response has it).
      clause   paypal/invoices.cancel.openapi.yaml:626 /components/schemas/error_401/properties/name/enum
      pointer  /name
      expected AUTHENTICATION_FAILURE
      actual   7
    error-message: wrong-message (MUST, spec)
      The message of a 401 is "Authentication failed due to missing authorization header, or invalid authentication credentials."; this one says 7.
      clause   paypal/invoices.cancel.openapi.yaml:630 /components/schemas/error_401/properties/message/enum
      pointer  /message
      expected "Authentication failed due to missing authorization header, or invalid authentication credentials."
      actual   7"
  `);
  expect(texts(418, { name: 'TEAPOT', debug_id: DEBUG_ID })).toMatchInlineSnapshot(`
    "body-schema: schema-violation (MUST, spec)
      A 418 is covered by the default response; the body claims no branch by its name (its name "TEAPOT" is of none of 10, the nearest are INVALID_REQUEST, NOT_AUTHORIZED, INTERNAL_SERVER_ERROR).
      clause   paypal/invoices.cancel.openapi.yaml:174 /paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post/responses/default
      expected a body that claims one branch of the default response by its name: INVALID_REQUEST, AUTHENTICATION_FAILURE, NOT_AUTHORIZED, RESOURCE_NOT_FOUND, RESOURCE_CONFLICT, UNSUPPORTED_MEDIA_TYPE, UNPROCESSABLE_ENTITY, RATE_LIMIT_REACHED, INTERNAL_SERVER_ERROR, SERVICE_UNAVAILABLE
      actual   {"name":"TEAPOT","debug_id":"90957fca61718"}"
  `);
  expect(texts(418, { links: 7 })).toMatchInlineSnapshot(`
    "debug-id: missing-debug-id (SHOULD, prose)
      An error carries a debug_id for correlation; this one has none.
      clause   paypal/invoices.cancel.openapi.yaml:174 /paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post/responses/default
      pointer  /debug_id
      expected the id that correlates this answer
      actual   absent"
  `);
  expect(texts(418, [])).toMatchInlineSnapshot(`
    "body-schema: schema-violation (MUST, spec)
      A 418 is covered by the default response; the body claims no branch by its name (none of 10 matches).
      clause   paypal/invoices.cancel.openapi.yaml:174 /paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post/responses/default
      expected a body that claims one branch of the default response by its name: INVALID_REQUEST, AUTHENTICATION_FAILURE, NOT_AUTHORIZED, RESOURCE_NOT_FOUND, RESOURCE_CONFLICT, UNSUPPORTED_MEDIA_TYPE, UNPROCESSABLE_ENTITY, RATE_LIMIT_REACHED, INTERNAL_SERVER_ERROR, SERVICE_UNAVAILABLE
      actual   []"
  `);
});

test('of issues', () => {
  const expected = expecting(422, { issue: DRAFT });
  expect(texts(422, detailed({ issue: 'CANCEL_DRAFT' }))).toMatchInlineSnapshot(`
    "issue-listed: unlisted-issue (MUST, spec)
      The contract does not list "CANCEL_DRAFT" for a 422; documented, the nearest first: CANNOT_CANCEL_DRAFT_INVOICE, CANNOT_CANCEL_PAID_INVOICE, CANNOT_CANCEL_REFUNDED_INVOICE, INVOICE_CANCELED_ALREADY, CANNOT_CANCEL_SCHEDULED_INVOICE.
      clause   paypal/invoices.cancel.openapi.yaml:160 /paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post/responses/422
      pointer  /details/0/issue
      expected one of CANNOT_CANCEL_DRAFT_INVOICE, CANNOT_CANCEL_PAID_INVOICE, CANNOT_CANCEL_REFUNDED_INVOICE, CANNOT_CANCEL_SCHEDULED_INVOICE, INVOICE_CANCELED_ALREADY
      actual   "CANCEL_DRAFT""
  `);
  expect(texts(422, detailed({ issue: 'PERMISSION_DENIED' }), expected)).toMatchInlineSnapshot(`
    "issue-listed: unlisted-issue (MUST, spec)
      The contract does not list "PERMISSION_DENIED" for a 422, it is one of 403; documented, the nearest first: CANNOT_CANCEL_PAID_INVOICE, INVOICE_CANCELED_ALREADY, CANNOT_CANCEL_REFUNDED_INVOICE, CANNOT_CANCEL_DRAFT_INVOICE, CANNOT_CANCEL_SCHEDULED_INVOICE. Expected: CANNOT_CANCEL_DRAFT_INVOICE.
      clause   paypal/invoices.cancel.openapi.yaml:160 /paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post/responses/422
      pointer  /details/0/issue
      expected one of CANNOT_CANCEL_DRAFT_INVOICE, CANNOT_CANCEL_PAID_INVOICE, CANNOT_CANCEL_REFUNDED_INVOICE, CANNOT_CANCEL_SCHEDULED_INVOICE, INVOICE_CANCELED_ALREADY
      actual   "PERMISSION_DENIED""
  `);
  const four = ['A', 'B', 'C', 'D'].map((issue) => ({ issue }));
  expect(texts(422, detailed(...four), expecting(204))).toContain('calls itself UNPROCESSABLE_ENTITY (A, B, C).');
  expect(texts(401, { error: 'invalid_token' }, expecting(204))).toContain('calls itself invalid_token.');
  expect(texts(422, detailed({ issue: 'A' }, { issue: 'A' }, { issue: 'B' }), expecting(422))).toMatchInlineSnapshot(`
    "issue-listed: undocumented-issue (MAY, undefined)
      The contract documents no issue of a 422 for what was sent; the answer calls it "A".
      clause   paypal/invoices.cancel.openapi.yaml:114 /paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post
      pointer  /details/0/issue
      expected nothing: the contract has no issue for this
      actual   "A"
    issue-listed: undocumented-issue (MAY, undefined)
      The contract documents no issue of a 422 for what was sent; the answer calls it "B".
      clause   paypal/invoices.cancel.openapi.yaml:114 /paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post
      pointer  /details/2/issue
      expected nothing: the contract has no issue for this
      actual   "B""
  `);
  expect(texts(422, { ...sampleBody(422, PAID) }, expected)).toMatchInlineSnapshot(`
    "issue-expected: wrong-issue (MUST, spec)
      Expected CANNOT_CANCEL_DRAFT_INVOICE; the answer names CANNOT_CANCEL_PAID_INVOICE, which stands for: Cannot cancel a paid or partially paid invoice.
      clause   paypal/invoices.cancel.openapi.yaml:415 /components/schemas/invoices.cancel-422/properties/details/items/anyOf/0/properties/issue/enum/0
      pointer  /details/0/issue
      expected CANNOT_CANCEL_DRAFT_INVOICE
      actual   CANNOT_CANCEL_PAID_INVOICE"
  `);
  expect(
    texts(422, detailed({ issue: PAID }, { issue: 'B' }, { issue: 'C' }, { issue: 'D' }), expected),
  ).toMatchInlineSnapshot(`
    "issue-listed: unlisted-issue (MUST, spec)
      The contract does not list "B" for a 422; documented, the nearest first: CANNOT_CANCEL_PAID_INVOICE, CANNOT_CANCEL_DRAFT_INVOICE, INVOICE_CANCELED_ALREADY, CANNOT_CANCEL_REFUNDED_INVOICE, CANNOT_CANCEL_SCHEDULED_INVOICE. Expected: CANNOT_CANCEL_DRAFT_INVOICE.
      clause   paypal/invoices.cancel.openapi.yaml:160 /paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post/responses/422
      pointer  /details/1/issue
      expected one of CANNOT_CANCEL_DRAFT_INVOICE, CANNOT_CANCEL_PAID_INVOICE, CANNOT_CANCEL_REFUNDED_INVOICE, CANNOT_CANCEL_SCHEDULED_INVOICE, INVOICE_CANCELED_ALREADY
      actual   "B"
    issue-listed: unlisted-issue (MUST, spec)
      The contract does not list "C" for a 422; documented, the nearest first: CANNOT_CANCEL_PAID_INVOICE, CANNOT_CANCEL_DRAFT_INVOICE, INVOICE_CANCELED_ALREADY, CANNOT_CANCEL_REFUNDED_INVOICE, CANNOT_CANCEL_SCHEDULED_INVOICE. Expected: CANNOT_CANCEL_DRAFT_INVOICE.
      clause   paypal/invoices.cancel.openapi.yaml:160 /paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post/responses/422
      pointer  /details/2/issue
      expected one of CANNOT_CANCEL_DRAFT_INVOICE, CANNOT_CANCEL_PAID_INVOICE, CANNOT_CANCEL_REFUNDED_INVOICE, CANNOT_CANCEL_SCHEDULED_INVOICE, INVOICE_CANCELED_ALREADY
      actual   "C"
    issue-listed: unlisted-issue (MUST, spec)
      The contract does not list "D" for a 422; documented, the nearest first: CANNOT_CANCEL_PAID_INVOICE, INVOICE_CANCELED_ALREADY, CANNOT_CANCEL_DRAFT_INVOICE, CANNOT_CANCEL_REFUNDED_INVOICE, CANNOT_CANCEL_SCHEDULED_INVOICE. Expected: CANNOT_CANCEL_DRAFT_INVOICE.
      clause   paypal/invoices.cancel.openapi.yaml:160 /paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post/responses/422
      pointer  /details/3/issue
      expected one of CANNOT_CANCEL_DRAFT_INVOICE, CANNOT_CANCEL_PAID_INVOICE, CANNOT_CANCEL_REFUNDED_INVOICE, CANNOT_CANCEL_SCHEDULED_INVOICE, INVOICE_CANCELED_ALREADY
      actual   "D"
    issue-expected: wrong-issue (MUST, spec)
      Expected CANNOT_CANCEL_DRAFT_INVOICE; the answer names CANNOT_CANCEL_PAID_INVOICE, B, C, which stands for: Cannot cancel a paid or partially paid invoice.
      clause   paypal/invoices.cancel.openapi.yaml:415 /components/schemas/invoices.cancel-422/properties/details/items/anyOf/0/properties/issue/enum/0
      pointer  /details/0/issue
      expected CANNOT_CANCEL_DRAFT_INVOICE
      actual   CANNOT_CANCEL_PAID_INVOICE, B, C"
  `);
  expect(texts(422, refused({ details: [] }), expected)).toMatchInlineSnapshot(`
    "issue-expected: missing-details (MUST, spec)
      The contract documents CANNOT_CANCEL_DRAFT_INVOICE for what happened; the answer has empty details.
      clause   paypal/invoices.cancel.openapi.yaml:415 /components/schemas/invoices.cancel-422/properties/details/items/anyOf/0/properties/issue/enum/0
      pointer  /details
      expected details that name CANNOT_CANCEL_DRAFT_INVOICE
      actual   []"
  `);
  expect(
    texts(422, refused({ details: undefined }), { ...expected, level: 'SHOULD', origin: 'prose' }),
  ).toMatchInlineSnapshot(`
    "issue-expected: missing-details (SHOULD, prose)
      The contract documents CANNOT_CANCEL_DRAFT_INVOICE for what happened; the answer has no details.
      clause   paypal/invoices.cancel.openapi.yaml:415 /components/schemas/invoices.cancel-422/properties/details/items/anyOf/0/properties/issue/enum/0
      pointer  /details
      expected details that name CANNOT_CANCEL_DRAFT_INVOICE
      actual   absent"
  `);
  expect(
    texts(404, { ...sampleBody(404), details: [{ field: '/x' }] }, expecting(404, { issue: 'GONE' })),
  ).toMatchInlineSnapshot(`
    "body-schema: schema-violation (MUST, spec)
      /details/0/issue is absent; the contract wants it to be present.
      clause   paypal/invoices.cancel.openapi.yaml:534 /components/schemas/error_details/required
      pointer  /details/0/issue
      expected it to be present
      actual   absent"
  `);
  expect(
    texts(404, { ...sampleBody(404), details: [{}, { issue: 'LOST' }] }, expecting(404, { issue: 'GONE' })),
  ).toMatchInlineSnapshot(`
    "body-schema: schema-violation (MUST, spec)
      /details/0/issue is absent; the contract wants it to be present.
      clause   paypal/invoices.cancel.openapi.yaml:534 /components/schemas/error_details/required
      pointer  /details/0/issue
      expected it to be present
      actual   absent
    issue-expected: wrong-issue (MUST, spec)
      Expected GONE; the answer names LOST.
      clause   paypal/invoices.cancel.openapi.yaml:114 /paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post
      pointer  /details/1/issue
      expected GONE
      actual   LOST"
  `);
});

test('of descriptions', () => {
  const described = (description: unknown) => texts(422, detailed({ issue: DRAFT, description }));
  const own = sampleBody(422, DRAFT).details?.[0] ?? {};
  const mixed = texts(422, detailed(own, { issue: PAID, description: 'No.' }));
  expect(mixed.match(/pointer {2}\S+/g)).toEqual(['pointer  /details/1/description']);
  expect(described('A draft cannot be cancelled.')).toMatchInlineSnapshot(`
    "issue-description: unknown-description (SHOULD, prose)
      The contract describes CANNOT_CANCEL_DRAFT_INVOICE as "Draft invoice cannot be canceled."; clients must not depend on the wording, and it changed.
      clause   paypal/invoices.cancel.openapi.yaml:415 /components/schemas/invoices.cancel-422/properties/details/items/anyOf/0/properties/issue/enum/0
      pointer  /details/0/description
      expected "Draft invoice cannot be canceled."
      actual   "A draft cannot be cancelled.""
  `);
  expect(described('Cannot cancel a paid or partially paid invoice.')).toMatchInlineSnapshot(`
    "issue-description: wrong-description (MUST, spec)
      The description of CANNOT_CANCEL_DRAFT_INVOICE is the one of CANNOT_CANCEL_PAID_INVOICE; its own is "Draft invoice cannot be canceled.".
      clause   paypal/invoices.cancel.openapi.yaml:415 /components/schemas/invoices.cancel-422/properties/details/items/anyOf/0/properties/issue/enum/0
      pointer  /details/0/description
      expected "Draft invoice cannot be canceled."
      actual   "Cannot cancel a paid or partially paid invoice.""
  `);
  expect(described('Field value exceeded the maximum allowed number of characters.')).toMatchInlineSnapshot(`
    "issue-description: wrong-description (MUST, spec)
      The description of CANNOT_CANCEL_DRAFT_INVOICE is the one of INVALID_STRING_MAX_LENGTH; its own is "Draft invoice cannot be canceled.".
      clause   paypal/invoices.cancel.openapi.yaml:415 /components/schemas/invoices.cancel-422/properties/details/items/anyOf/0/properties/issue/enum/0
      pointer  /details/0/description
      expected "Draft invoice cannot be canceled."
      actual   "Field value exceeded the maximum allowed number of characters.""
  `);
  expect(described(7)).toMatchInlineSnapshot(`
    "body-schema: schema-violation (MUST, spec)
      /details/0/description is 7; the contract wants the type string.
      clause   paypal/invoices.cancel.openapi.yaml:529 /components/schemas/error_details/properties/description/type
      pointer  /details/0/description
      expected the type string
      actual   7"
  `);
});

test('of where the fault is', () => {
  const at = (...details: readonly object[]) =>
    texts(400, { ...sampleBody(400), details }, expecting(400, SENT_TOO_LONG));
  const { issue } = SENT_TOO_LONG;
  expect(at({ issue, field: '/subject', location: 'query', value: 'v' })).toMatchInlineSnapshot(`
    "details-location: wrong-field (SHOULD, prose)
      The issue is about the field /note; the answer says "/subject".
      clause   paypal/invoices.cancel.openapi.yaml:514 /components/schemas/error_details/properties/field
      pointer  /details/0/field
      expected /note
      actual   "/subject"
    details-location: wrong-location (SHOULD, prose)
      The issue is about the location body; the answer says "query".
      clause   paypal/invoices.cancel.openapi.yaml:607 /components/schemas/error_location
      pointer  /details/0/location
      expected body
      actual   "query"
    details-location: wrong-value (SHOULD, prose)
      The issue is about the value "too long"; the answer says "v".
      clause   paypal/invoices.cancel.openapi.yaml:520 /components/schemas/error_details/properties/value
      pointer  /details/0/value
      expected "too long"
      actual   "v""
  `);
  expect(at({ issue })).toMatchInlineSnapshot(`
    "details-location: wrong-field (SHOULD, prose)
      The issue is about the field /note; the answer says absent.
      clause   paypal/invoices.cancel.openapi.yaml:514 /components/schemas/error_details/properties/field
      pointer  /details/0/field
      expected /note
      actual   absent"
  `);
  expect(at({ issue, field: '/a', value: 'v' }, { issue, field: '/b' }, { issue, field: '/c' })).toMatchInlineSnapshot(`
    "details-location: wrong-field (SHOULD, prose)
      The issue is about the field /note; the answer says "/b".
      clause   paypal/invoices.cancel.openapi.yaml:514 /components/schemas/error_details/properties/field
      pointer  /details/1/field
      expected /note
      actual   "/b""
  `);
  expect(at({ issue, field: '/a' }, { issue, field: '/note' })).toBe('');
  const elsewhere = expecting(422, { issue: DRAFT, field: '/a', level: 'MAY', origin: 'observed' });
  expect(texts(422, detailed({ issue: DRAFT }), elsewhere)).toMatchInlineSnapshot(`
    "details-location: wrong-field (MAY, observed)
      The issue is about the field /a; the answer says absent.
      clause   paypal/invoices.cancel.openapi.yaml:514 /components/schemas/error_details/properties/field
      pointer  /details/0/field
      expected /a
      actual   absent"
  `);
});

test('of the debug id', () => {
  const identified = (debug_id: unknown, ...values: readonly string[]) =>
    texts(500, { ...sampleBody(500), debug_id }, undefined, {
      headers: [['Content-Type', 'application/json'], ...values.map((value) => ['paypal-DEBUG-id', value] as const)],
    });
  expect(identified(undefined)).toMatchInlineSnapshot(`
    "debug-id: missing-debug-id (SHOULD, prose)
      An error carries a debug_id for correlation; this one has none.
      clause   paypal/invoices.cancel.openapi.yaml:476 /components/schemas/error_500/properties/debug_id
      pointer  /debug_id
      expected the id that correlates this answer
      actual   absent"
  `);
  expect(identified('')).toMatchInlineSnapshot(`
    "debug-id: missing-debug-id (SHOULD, prose)
      An error carries a debug_id for correlation; this one has an empty one.
      clause   paypal/invoices.cancel.openapi.yaml:476 /components/schemas/error_500/properties/debug_id
      pointer  /debug_id
      expected the id that correlates this answer
      actual   """
  `);
  expect(identified('c', 'a  ,b', 'd')).toMatchInlineSnapshot(`
    "debug-id: debug-id-mismatch (SHOULD, prose)
      The debug_id of the body is not that of the PayPal-Debug-Id header: one of them leads support astray.
      clause   paypal/invoices.cancel.openapi.yaml:476 /components/schemas/error_500/properties/debug_id
      pointer  /debug_id
      expected "a" or "b" or "d"
      actual   "c""
  `);
  expect(identified('B', 'a ,  b')).toBe('');
  expect(identified('', 'a')).toContain('missing-debug-id');
});

test('of links', () => {
  const linked = (...links: readonly unknown[]) => texts(404, { ...sampleBody(404), links });
  expect(linked({ href: 'x', rel: 'y' }, { rel: 'x' }, { href: 'x' })).toMatchInlineSnapshot(`
    "links: incomplete-link (MUST, spec)
      A link has href and rel; 2 of 3 here lack one, the first has rel.
      clause   paypal/invoices.cancel.openapi.yaml:536 /components/schemas/error_link_description
      pointer  /links/1
      expected href and rel
      actual   rel"
  `);
  expect(linked({})).toMatchInlineSnapshot(`
    "links: incomplete-link (MUST, spec)
      A link has href and rel; 1 of 1 here lack one, the first has no member.
      clause   paypal/invoices.cancel.openapi.yaml:536 /components/schemas/error_link_description
      pointer  /links/0
      expected href and rel
      actual   no member"
  `);
  const many = Object.fromEntries([...'abcdefghijk'].map((name) => [name, 1]));
  expect(linked({ href: 'x', ...many })).toContain(
    'actual   href and a and b and c and d and e and f and g and h and i\n',
  );
  expect(linked(5)).toMatchInlineSnapshot(`
    "body-schema: schema-violation (MUST, spec)
      /links/0 is 5; the contract wants the type object.
      clause   paypal/invoices.cancel.openapi.yaml:541 /components/schemas/error_link_description/type
      pointer  /links/0
      expected the type object
      actual   5"
  `);
});

test('of schemas and of members that they do not know', () => {
  expect(texts(404, { ...sampleBody(404), links: [{ href: 5, rel: 'y', method: 'a' }] })).toMatchInlineSnapshot(`
    "body-schema: schema-violation (MUST, spec)
      /links/0/href is 5; the contract wants the type string.
      clause   paypal/invoices.cancel.openapi.yaml:554 /components/schemas/error_link_description/properties/href/type
      pointer  /links/0/href
      expected the type string
      actual   5
    body-schema: schema-violation (MUST, spec)
      /links/0/method is "a"; the contract wants one of "GET", "POST", "PUT", "DELETE", "PATCH" and at least 3 characters and text that matches ^[A-Z]*$.
      clause   paypal/invoices.cancel.openapi.yaml:575 /components/schemas/error_link_description/properties/method/enum
      pointer  /links/0/method
      expected one of "GET", "POST", "PUT", "DELETE", "PATCH" and at least 3 characters and text that matches ^[A-Z]*$
      actual   "a""
  `);
  expect(texts(404, [])).toMatchInlineSnapshot(`
    "body-schema: schema-violation (MUST, spec)
      The body is []; the contract wants the type object.
      clause   paypal/invoices.cancel.openapi.yaml:339 /components/schemas/error_404/type
      expected the type object
      actual   []"
  `);
  expect(
    texts(404, { ...sampleBody(404), 'more\u0007': 1, links: [{ href: 'x', rel: 'y', more: { most: 1 } }] }),
  ).toMatchInlineSnapshot(`
    "unknown-members: unknown-member (MAY, spec)
      The contract does not know /links/0/more in a 404; its schemas are open, so this is allowed.
      clause   paypal/invoices.cancel.openapi.yaml:154 /paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post/responses/404
      pointer  /links/0/more
      expected a member that the contract knows
      actual   "/links/0/more"
    unknown-members: unknown-member (MAY, spec)
      The contract does not know /more\\u0007 in a 404; its schemas are open, so this is allowed.
      clause   paypal/invoices.cancel.openapi.yaml:154 /paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post/responses/404
      pointer  /more\\u0007
      expected a member that the contract knows
      actual   "/more\\u0007""
  `);
  expect(texts(404, { ...sampleBody(404), debug_id: null })).toMatchInlineSnapshot(`
    "body-schema: schema-violation (MUST, spec)
      /debug_id is null; the contract wants the type string.
      clause   paypal/invoices.cancel.openapi.yaml:358 /components/schemas/error_404/properties/debug_id/type
      pointer  /debug_id
      expected the type string
      actual   null"
  `);
});

test('of a value that is long, or nested too deeply', () => {
  const shown = (message: unknown) =>
    texts(404, { ...sampleBody(404), message })
      .split('\n')
      .at(-1);
  expect(shown('x'.repeat(121))).toBe(`  actual   "${'x'.repeat(119)}…`);
  expect(shown('x'.repeat(119))).toBe(`  actual   "${'x'.repeat(119)}…`);
  expect(shown('x'.repeat(118))).toBe(`  actual   "${'x'.repeat(118)}"`);
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  expect(texts(404, deep)).toContain('actual   a value nested too deeply to be shown');
});

test('of an answer that the simulator was asked for', () => {
  const asked = { ...expecting(422, { issue: DRAFT }), origin: 'simulator', level: 'MAY' } as const;
  expect(texts(500, `{"issue":"${DRAFT}S","x":"${'x'.repeat(300)}"}`, asked)).toMatchInlineSnapshot(`
    "simulated: wrong-status (MAY, simulator)
      The invoice id asks the sandbox for CANNOT_CANCEL_DRAFT_INVOICE, and it answered 500.
      clause   paypal/invoices.cancel.openapi.yaml:114 /paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post
      expected 422
      actual   500
    simulated: wrong-issue (MAY, simulator)
      The invoice id asks the sandbox for CANNOT_CANCEL_DRAFT_INVOICE, which its answer does not name.
      clause   paypal/invoices.cancel.openapi.yaml:114 /paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post
      expected CANNOT_CANCEL_DRAFT_INVOICE
      actual   {"issue":"CANNOT_CANCEL_DRAFT_INVOICES","x":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
  `);
  expect(texts(422, `{"a":"${DRAFT}."}`, asked)).toBe('');
  const { issue: _, ...success } = asked;
  expect(texts(500, '', { ...success, status: [200, 204] })).toMatchInlineSnapshot(`
    "simulated: wrong-status (MAY, simulator)
      The invoice id asks the sandbox for a success, and it answered 500.
      clause   paypal/invoices.cancel.openapi.yaml:114 /paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post
      expected 200 or 204
      actual   500"
  `);
});

test('of a status that the contract does not document, where nothing else covers it', () => {
  const operation = { ...cancel, statusContract: () => undefined };
  const [finding, ...others] = judgeExchange(answered(418, '<'), { operation });
  expect(others).toEqual([]);
  expect(finding && findingText(finding.check, finding)).toMatchInlineSnapshot(`
    "status: wrong-status (MUST, spec)
      The contract documents 204, 400, 401, 403, 404, 409, 415, 422, 429, 500, 503 for invoices.cancel, and has no default response.
      clause   paypal/invoices.cancel.openapi.yaml:114 /paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post
      expected one of 204, 400, 401, 403, 404, 409, 415, 422, 429, 500, 503
      actual   418"
  `);
});
