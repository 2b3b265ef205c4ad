import { describe, expect, test } from 'vitest';
import { smallOperation } from '../../tests/small-operation.ts';
import type { Obligation } from './obligation.ts';
import { deriveObligations } from './obligations.ts';
import { loadOperation, type Operation } from './operation.ts';
import { packageFile } from './package-file.ts';
import { loadSpec } from './spec.ts';

const CANCEL = 'specs/paypal/invoices.cancel.openapi.yaml';
const pinned = (file: string, id: string): Operation => loadOperation(loadSpec(packageFile(file)), id);

const lineOf = ({ id, group, subject, level, standing, clause, reason, statuses }: Obligation): string =>
  [
    `${id} (${group}, ${level}, ${standing})`,
    `${clause.line}: ${subject.length > 110 ? `${subject.slice(0, 110)}…` : subject}`,
    ...(reason === undefined ? [] : [`since ${reason}`]),
    ...(statuses === undefined ? [] : [`of ${statuses.join(' ')}`]),
  ].join(' | ');

/** Obligations as lines, and what nothing judges. */
function obligationsOf(operation: Operation, isWanted: (obligation: Obligation) => boolean = () => true): string {
  const { obligations, unruled } = deriveObligations(operation);
  return [
    ...obligations.filter(isWanted).map(lineOf),
    ...unruled.map(({ keyword, clause }) => `unjudged ${keyword} | ${clause.line}`),
  ].join('\n');
}

describe('all that a contract obliges to', () => {
  test('PayPal’s cancel, but for its keywords', () => {
    const operation = pinned(CANCEL, 'invoices.cancel');
    expect(obligationsOf(operation, ({ keyword }) => keyword === undefined)).toMatchInlineSnapshot(`
      "status/204 (status, MUST, open) | 134: status 204 | of 204
      status/400 (status, MUST, open) | 138: status 400 | of 400
      issue/400/INVALID_STRING_MAX_LENGTH (issue, MUST, open) | 288: 400 INVALID_STRING_MAX_LENGTH | of 400
      issue/400/INVALID_ARRAY_MAX_ITEMS (issue, MUST, open) | 300: 400 INVALID_ARRAY_MAX_ITEMS | of 400
      media-type/400/application/json (media-type, MUST, open) | 141: 400 is answered as application/json | of 400
      status/401 (status, SHOULD, open) | 617: status 401 | of 401
      media-type/401/application/json (media-type, SHOULD, open) | 761: 401 is answered as application/json | of 401
      status/403 (status, MUST, open) | 146: status 403 | of 403
      issue/403/PERMISSION_DENIED (issue, MUST, open) | 203: 403 PERMISSION_DENIED | of 403
      media-type/403/application/json (media-type, MUST, open) | 149: 403 is answered as application/json | of 403
      status/404 (status, MUST, open) | 154: status 404 | of 404
      media-type/404/application/json (media-type, MUST, open) | 157: 404 is answered as application/json | of 404
      status/409 (status, SHOULD, open) | 650: status 409 | of 409
      media-type/409/application/json (media-type, SHOULD, open) | 761: 409 is answered as application/json | of 409
      status/415 (status, SHOULD, open) | 679: status 415 | of 415
      media-type/415/application/json (media-type, SHOULD, open) | 761: 415 is answered as application/json | of 415
      status/422 (status, MUST, open) | 160: status 422 | of 422
      issue/422/CANNOT_CANCEL_DRAFT_INVOICE (issue, MUST, open) | 415: 422 CANNOT_CANCEL_DRAFT_INVOICE | of 422
      issue/422/CANNOT_CANCEL_PAID_INVOICE (issue, MUST, open) | 425: 422 CANNOT_CANCEL_PAID_INVOICE | of 422
      issue/422/CANNOT_CANCEL_REFUNDED_INVOICE (issue, MUST, open) | 435: 422 CANNOT_CANCEL_REFUNDED_INVOICE | of 422
      issue/422/CANNOT_CANCEL_SCHEDULED_INVOICE (issue, MUST, open) | 445: 422 CANNOT_CANCEL_SCHEDULED_INVOICE | of 422
      issue/422/INVOICE_CANCELED_ALREADY (issue, MUST, open) | 455: 422 INVOICE_CANCELED_ALREADY | of 422
      media-type/422/application/json (media-type, MUST, open) | 163: 422 is answered as application/json | of 422
      status/429 (status, SHOULD, open) | 708: status 429 | of 429
      media-type/429/application/json (media-type, SHOULD, open) | 761: 429 is answered as application/json | of 429
      status/500 (status, MUST, open) | 168: status 500 | of 500
      media-type/500/application/json (media-type, MUST, open) | 171: 500 is answered as application/json | of 500
      status/503 (status, SHOULD, open) | 724: status 503 | of 503
      media-type/503/application/json (media-type, SHOULD, open) | 761: 503 is answered as application/json | of 503
      status/default (status, MUST, open) | 174: any other status
      request/required (request, MUST, open) | 132: the body is required
      media-type/request/application/json (media-type, MUST, open) | 126: the request is application/json
      parameter/invoice_id/required (parameter, MUST, open) | 184: path parameter invoice_id: required true
      security/Oauth2/missing (security, MUST, open) | 177: Oauth2: a missing credential is refused
      security/Oauth2/malformed (security, MUST, open) | 177: Oauth2: a malformed credential is refused
      security/Oauth2/expired (security, MUST, open) | 177: Oauth2: an expired credential is refused
      security/scope/readwrite (security, MUST, open) | 178: the scope https://uri.paypal.com/services/invoicing/invoices/readwrite is needed
      security/root (security, MUST, open) | 21: the operation's own requirement replaces the document's
      prose/effect (prose, SHOULD, open) | 118: Cancels a sent invoice, by ID, and, optionally, sends a notification about the cancellation to the payer, merc…
      prose/request/subject (prose, SHOULD, unobservable) | 219: The subject of the email that is sent as a notification to the recipient. Note: User-provided values for this … | since a 204 has no body, so no exchange shows what became of it
      prose/request/note (prose, SHOULD, unobservable) | 229: A note to the payer. Note: User-provided values for this field will not be honored and the note will always be… | since a 204 has no body, so no exchange shows what became of it
      prose/request/additional_recipients (prose, SHOULD, unobservable) | 500: An array of one or more CC: emails to which notifications are sent. If you omit this parameter, a notification… | since a 204 has no body, so no exchange shows what became of it
      prose/request/additional_recipients/* (prose, SHOULD, unobservable) | 596: The internationalized email address. Note: Up to 64 characters are allowed before and 255 characters are allow… | since a 204 has no body, so no exchange shows what became of it
      prose/status/204 (prose, SHOULD, open) | 135: A successful request returns the HTTP \`204 No Content\` status code with no JSON response body.
      prose/response/error_details (prose, SHOULD, open) | 512: The error details. Required for client-side \`4XX\` errors.
      prose/response/error_details/field (prose, SHOULD, open) | 516: The field that caused the error. If this field is in the body, set this value to the field's JSON pointer valu…
      prose/response/error_details/description (prose, SHOULD, open) | 530: The human-readable description for an issue. The description can change over the lifetime of an API, so client…"
    `);
  });

  test('PayPal’s cancel: the keywords of the request, and of one answer', () => {
    const operation = pinned(CANCEL, 'invoices.cancel');
    const isWanted = ({ keyword, group, id }: Obligation): boolean =>
      keyword !== undefined && (group !== 'response' || /error_(404|401)|cancel-422/.test(id));
    expect(obligationsOf(operation, isWanted)).toMatchInlineSnapshot(`
      "request/type (request, MUST, open) | 211: request: type "object"
      request/subject/type (request, MUST, open) | 218: subject: type "string"
      request/subject/pattern (request, MUST, unsatisfiable) | 224: subject: pattern "^[\\\\S\\\\s]*$" | since every string matches the pattern
      request/subject/minLength (request, MUST, unsatisfiable) | 225: subject: minLength 0 | since no string has fewer than 0 characters
      request/subject/maxLength (request, MUST, open) | 226: subject: maxLength 4000
      request/note/type (request, MUST, open) | 228: note: type "string"
      request/note/pattern (request, MUST, unsatisfiable) | 233: note: pattern "^[\\\\S\\\\s]*$" | since every string matches the pattern
      request/note/minLength (request, MUST, unsatisfiable) | 234: note: minLength 0 | since no string has fewer than 0 characters
      request/note/maxLength (request, MUST, open) | 235: note: maxLength 4000
      request/send_to_invoicer/type (request, MUST, open) | 237: send_to_invoicer: type "boolean"
      request/send_to_invoicer/default (request, MUST, unobservable) | 239: send_to_invoicer: default false | since a 204 has no body, so no exchange shows what was assumed
      request/send_to_recipient/type (request, MUST, open) | 241: send_to_recipient: type "boolean"
      request/send_to_recipient/default (request, MUST, unobservable) | 243: send_to_recipient: default true | since a 204 has no body, so no exchange shows what was assumed
      request/additional_recipients/type (request, MUST, open) | 497: additional_recipients: type "array"
      request/additional_recipients/minItems (request, MUST, unsatisfiable) | 498: additional_recipients: minItems 0 | since no array has fewer than 0 items
      request/additional_recipients/maxItems (request, MUST, open) | 499: additional_recipients: maxItems 100
      request/additional_recipients/*/type (request, MUST, open) | 595: additional_recipients.*: type "string"
      request/additional_recipients/*/format (request, MUST, unsatisfiable) | 602: additional_recipients.*: format "ppaas_common_email_address_v2" | since ppaas_common_email_address_v2 is a format of the vendor's own: no definition of it is published
      request/additional_recipients/*/minLength (request, MUST, open) | 603: additional_recipients.*: minLength 3
      request/additional_recipients/*/maxLength (request, MUST, open) | 604: additional_recipients.*: maxLength 254
      request/additional_recipients/*/pattern (request, MUST, open) | 605: additional_recipients.*: pattern "^(?:[A-Za-z0-9!#$%&'*+/=?^_\`{|}~-]+(?:\\\\.[A-Za-z0-9!#$%&'*+/=?^_\`{|}~-]+)*|\\…
      parameter/invoice_id/type (parameter, MUST, unsatisfiable) | 187: invoice_id: type "string" | since everything that can be sent as a parameter is a string
      parameter/invoice_id/minLength (parameter, MUST, unsatisfiable) | 188: invoice_id: minLength 0 | since no string has fewer than 0 characters
      parameter/invoice_id/maxLength (parameter, MUST, unsatisfiable) | 189: invoice_id: maxLength 2147483647 | since a value of more than 2147483647 characters cannot be sent
      parameter/invoice_id/pattern (parameter, MUST, open) | 190: invoice_id: pattern "^.*$"
      response/error_401/type (response, SHOULD, open) | 618: response: type "object" | of 401
      response/error_401/name/type (response, SHOULD, open) | 625: name: type "string" | of 401
      response/error_401/name/enum (response, SHOULD, open) | 626: name: enum ["AUTHENTICATION_FAILURE"] | of 401
      response/error_401/message/type (response, SHOULD, open) | 629: message: type "string" | of 401
      response/error_401/message/enum (response, SHOULD, open) | 630: message: enum ["Authentication failed due to missing authorization header, or invalid authentication credentia… | of 401
      response/error_401/details/type (response, SHOULD, open) | 635: details: type "array" | of 401
      response/error_401/debug_id/type (response, SHOULD, open) | 639: debug_id: type "string" | of 401
      response/error_401/links/type (response, SHOULD, open) | 645: links: type "array" | of 401
      response/error_401/links/minItems (response, SHOULD, unsatisfiable) | 646: links: minItems 0 | since no array has fewer than 0 items | of 401
      response/error_401/links/maxItems (response, SHOULD, open) | 647: links: maxItems 10000 | of 401
      response/error_404/type (response, MUST, open) | 339: response: type "object" | of 404
      response/error_404/name/type (response, MUST, open) | 346: name: type "string" | of 404
      response/error_404/name/enum (response, MUST, open) | 347: name: enum ["RESOURCE_NOT_FOUND"] | of 404
      response/error_404/message/type (response, MUST, open) | 350: message: type "string" | of 404
      response/error_404/message/enum (response, MUST, open) | 351: message: enum ["The specified resource does not exist."] | of 404
      response/error_404/details/type (response, MUST, open) | 354: details: type "array" | of 404
      response/error_404/debug_id/type (response, MUST, open) | 358: debug_id: type "string" | of 404
      response/error_404/links/type (response, MUST, open) | 364: links: type "array" | of 404
      response/error_404/links/minItems (response, MUST, unsatisfiable) | 365: links: minItems 0 | since no array has fewer than 0 items | of 404
      response/error_404/links/maxItems (response, MUST, open) | 366: links: maxItems 10000 | of 404
      response/invoices.cancel-422/details/type (response, MUST, open) | 407: details: type "array" | of 422
      response/invoices.cancel-422/details/*/CANNOT_CANCEL_DRAFT_INVOICE/issue/type (response, MUST, open) | 413: details.*.issue: type "string" | of 422
      response/invoices.cancel-422/details/*/CANNOT_CANCEL_DRAFT_INVOICE/issue/enum (response, MUST, open) | 414: details.*.issue: enum ["CANNOT_CANCEL_DRAFT_INVOICE"] | of 422
      response/invoices.cancel-422/details/*/CANNOT_CANCEL_DRAFT_INVOICE/description/type (response, MUST, open) | 417: details.*.description: type "string" | of 422
      response/invoices.cancel-422/details/*/CANNOT_CANCEL_DRAFT_INVOICE/description/enum (response, MUST, open) | 418: details.*.description: enum ["Draft invoice cannot be canceled."] | of 422
      response/invoices.cancel-422/details/*/CANNOT_CANCEL_PAID_INVOICE/issue/type (response, MUST, open) | 423: details.*.issue: type "string" | of 422
      response/invoices.cancel-422/details/*/CANNOT_CANCEL_PAID_INVOICE/issue/enum (response, MUST, open) | 424: details.*.issue: enum ["CANNOT_CANCEL_PAID_INVOICE"] | of 422
      response/invoices.cancel-422/details/*/CANNOT_CANCEL_PAID_INVOICE/description/type (response, MUST, open) | 427: details.*.description: type "string" | of 422
      response/invoices.cancel-422/details/*/CANNOT_CANCEL_PAID_INVOICE/description/enum (response, MUST, open) | 428: details.*.description: enum ["Cannot cancel a paid or partially paid invoice."] | of 422
      response/invoices.cancel-422/details/*/CANNOT_CANCEL_REFUNDED_INVOICE/issue/type (response, MUST, open) | 433: details.*.issue: type "string" | of 422
      response/invoices.cancel-422/details/*/CANNOT_CANCEL_REFUNDED_INVOICE/issue/enum (response, MUST, open) | 434: details.*.issue: enum ["CANNOT_CANCEL_REFUNDED_INVOICE"] | of 422
      response/invoices.cancel-422/details/*/CANNOT_CANCEL_REFUNDED_INVOICE/description/type (response, MUST, open) | 437: details.*.description: type "string" | of 422
      response/invoices.cancel-422/details/*/CANNOT_CANCEL_REFUNDED_INVOICE/description/enum (response, MUST, open) | 438: details.*.description: enum ["Cannot cancel a refunded or partially refunded invoice."] | of 422
      response/invoices.cancel-422/details/*/CANNOT_CANCEL_SCHEDULED_INVOICE/issue/type (response, MUST, open) | 443: details.*.issue: type "string" | of 422
      response/invoices.cancel-422/details/*/CANNOT_CANCEL_SCHEDULED_INVOICE/issue/enum (response, MUST, open) | 444: details.*.issue: enum ["CANNOT_CANCEL_SCHEDULED_INVOICE"] | of 422
      response/invoices.cancel-422/details/*/CANNOT_CANCEL_SCHEDULED_INVOICE/description/type (response, MUST, open) | 447: details.*.description: type "string" | of 422
      response/invoices.cancel-422/details/*/CANNOT_CANCEL_SCHEDULED_INVOICE/description/enum (response, MUST, open) | 448: details.*.description: enum ["Cannot cancel a scheduled invoice."] | of 422
      response/invoices.cancel-422/details/*/INVOICE_CANCELED_ALREADY/issue/type (response, MUST, open) | 453: details.*.issue: type "string" | of 422
      response/invoices.cancel-422/details/*/INVOICE_CANCELED_ALREADY/issue/enum (response, MUST, open) | 454: details.*.issue: enum ["INVOICE_CANCELED_ALREADY"] | of 422
      response/invoices.cancel-422/details/*/INVOICE_CANCELED_ALREADY/description/type (response, MUST, open) | 457: details.*.description: type "string" | of 422
      response/invoices.cancel-422/details/*/INVOICE_CANCELED_ALREADY/description/enum (response, MUST, open) | 458: details.*.description: enum ["Invoice is already cancelled."] | of 422"
    `);
  });

  test('the library’s loan', () => {
    const operation = pinned('schemas/contract/fixtures/library.openapi.yaml', 'loans.create');
    expect(obligationsOf(operation)).toMatchInlineSnapshot(`
      "status/201 (status, MUST, open) | 41: status 201 | of 201
      media-type/201/application/json (media-type, MUST, open) | 49: 201 is answered as application/json | of 201
      status/400 (status, MUST, open) | 52: status 400 | of 400
      media-type/400/application/problem+json (media-type, MUST, open) | 81: 400 is answered as application/problem+json | of 400
      media-type/400/text/html (media-type, MUST, open) | 84: 400 is answered as text/html | of 400
      status/404 (status, MUST, open) | 54: status 404 | of 404
      status/default (status, MUST, open) | 62: any other status
      request/required (request, MUST, open) | 32: the body is required
      media-type/request/application/json (media-type, MUST, open) | 37: the request is application/json
      media-type/request/application/x-www-form-urlencoded (media-type, MUST, open) | 34: the request is application/x-www-form-urlencoded
      parameter/X-Request-Id/required (parameter, MUST, open) | 27: header parameter X-Request-Id: required true
      parameter/library_id/required (parameter, MUST, open) | 73: path parameter library_id: required true
      security/key/missing (security, MUST, open) | 65: key: a missing credential is refused
      security/key/malformed (security, MUST, open) | 65: key: a malformed credential is refused
      security/card/missing (security, MUST, open) | 66: card: a missing credential is refused
      security/card/malformed (security, MUST, open) | 66: card: a malformed credential is refused
      security/card/expired (security, MUST, open) | 66: card: an expired credential is refused
      security/scope/loans:write (security, MUST, open) | 67: the scope loans:write is needed
      security/root (security, MUST, open) | 5: the operation's own requirement replaces the document's
      request/type (request, MUST, open) | 129: request: type "object"
      request/required~2 (request, MUST, open) | 130: request: required ["days"]
      request/days/type (request, MUST, open) | 133: days: type "integer"
      request/days/minimum (request, MUST, open) | 134: days: minimum 7
      request/days/maximum (request, MUST, open) | 135: days: maximum 56
      request/days/multipleOf (request, MUST, open) | 136: days: multipleOf 7
      request/fee/type (request, MUST, open) | 138: fee: type "number"
      request/fee/minimum (request, MUST, open) | 139: fee: minimum 0
      request/fee/exclusiveMinimum (request, MUST, open) | 140: fee: exclusiveMinimum true
      request/fee/maximum (request, MUST, open) | 141: fee: maximum 0.58
      request/fee/exclusiveMaximum (request, MUST, open) | 142: fee: exclusiveMaximum true
      request/fee/multipleOf (request, MUST, open) | 143: fee: multipleOf 0.01
      request/reason/type (request, MUST, open) | 145: reason: type "string"
      request/reason/enum (request, MUST, open) | 146: reason: enum ["study","two words","leisure"]
      request/lender/type (request, MUST, open) | 148: lender: type "string"
      request/type~2 (request, MUST, open) | 91: request: type "object"
      request/required~3 (request, MUST, open) | 92: request: required ["book","from","medium"]
      request/minProperties (request, MUST, open) | 93: request: minProperties 3
      request/maxProperties (request, MUST, open) | 94: request: maxProperties 12
      request/book/type (request, MUST, open) | 191: book: type "string"
      request/book/pattern (request, MUST, open) | 192: book: pattern "^97[89]\\\\d{10}$"
      request/from/type (request, MUST, open) | 99: from: type "string"
      request/from/format (request, MUST, open) | 100: from: format "date"
      request/shelf/type (request, MUST, open) | 102: shelf: type "string"
      request/shelf/nullable (request, MUST, unsatisfiable) | 103: shelf: nullable true | since it permits null and forbids nothing
      request/shelf/minLength (request, MUST, open) | 104: shelf: minLength 2
      request/shelf/maxLength (request, MUST, open) | 105: shelf: maxLength 8
      request/medium/paper/type (request, MUST, open) | 153: medium: type "object"
      request/medium/paper/additionalProperties (request, MUST, open) | 154: medium: additionalProperties false
      request/medium/paper/required (request, MUST, open) | 155: medium: required ["kind","weight"]
      request/medium/paper/kind/type (request, MUST, open) | 158: medium.kind: type "string"
      request/medium/paper/kind/enum (request, MUST, open) | 159: medium.kind: enum ["paper"]
      request/medium/paper/weight/type (request, MUST, open) | 161: medium.weight: type "number"
      request/medium/paper/weight/minimum (request, MUST, open) | 162: medium.weight: minimum 1.5
      request/medium/audio/type (request, MUST, open) | 165: medium: type "object"
      request/medium/audio/additionalProperties (request, MUST, open) | 166: medium: additionalProperties false
      request/medium/audio/required (request, MUST, open) | 167: medium: required ["kind","minutes"]
      request/medium/audio/kind/type (request, MUST, open) | 170: medium.kind: type "string"
      request/medium/audio/kind/enum (request, MUST, open) | 171: medium.kind: enum ["audio"]
      request/medium/audio/minutes/type (request, MUST, open) | 173: medium.minutes: type "integer"
      request/medium/audio/minutes/minimum (request, MUST, open) | 174: medium.minutes: minimum 1
      request/medium/audio/minutes/maximum (request, MUST, open) | 175: medium.minutes: maximum 6000
      request/medium/audio/reader/type (request, MUST, open) | 177: medium.reader: type "string"
      request/medium/audio/reader/maxLength (request, MUST, open) | 178: medium.reader: maxLength 20
      request/medium/audio/reader/pattern (request, MUST, open) | 179: medium.reader: pattern "^[A-Z]|^\\\\d+$"
      request/copies/type (request, MUST, open) | 109: copies: type "array"
      request/copies/minItems (request, MUST, open) | 110: copies: minItems 2
      request/copies/maxItems (request, MUST, open) | 111: copies: maxItems 3
      request/copies/uniqueItems (request, MUST, open) | 112: copies: uniqueItems true
      request/copies/*/type (request, MUST, open) | 114: copies.*: type "string"
      request/copies/*/format (request, MUST, open) | 115: copies.*: format "uuid"
      request/labels/type (request, MUST, open) | 117: labels: type "object"
      request/labels/minProperties (request, MUST, open) | 118: labels: minProperties 1
      request/labels/additionalProperties (request, MUST, unsatisfiable) | 119: labels: additionalProperties {"type":"string","maxLength":5} | since no member is forbidden
      request/labels/*/type (request, MUST, open) | 120: labels.*: type "string"
      request/labels/*/maxLength (request, MUST, open) | 121: labels.*: maxLength 5
      request/part_of/type (request, MUST, open) | 181: part_of: type "object"
      request/part_of/required (request, MUST, open) | 182: part_of: required ["name"]
      request/part_of/name/type (request, MUST, open) | 185: part_of.name: type "string"
      request/part_of/name/minLength (request, MUST, open) | 186: part_of.name: minLength 1
      request/part_of/name/maxLength (request, MUST, open) | 187: part_of.name: maxLength 40
      request/password/type (request, MUST, open) | 125: password: type "string"
      parameter/dry_run/type (parameter, MUST, open) | 17: dry_run: type "boolean"
      parameter/dry_run/default (parameter, MUST, unsatisfiable) | 18: dry_run: default false | since a default only says what an absent member means: no value breaks it
      parameter/page/type (parameter, MUST, open) | 22: page: type "integer"
      parameter/page/minimum (parameter, MUST, open) | 23: page: minimum 1
      parameter/page/maximum (parameter, MUST, open) | 24: page: maximum 500
      parameter/X-Request-Id/type (parameter, MUST, unsatisfiable) | 29: X-Request-Id: type "string" | since everything that can be sent as a parameter is a string
      parameter/X-Request-Id/format (parameter, MUST, open) | 30: X-Request-Id: format "uuid"
      parameter/library_id/type (parameter, MUST, unsatisfiable) | 75: library_id: type "string" | since everything that can be sent as a parameter is a string
      parameter/library_id/pattern (parameter, MUST, open) | 76: library_id: pattern "^[A-Z]{2}\\\\d{4}$"
      response/receipt/type (response, MUST, open) | 194: response: type "object" | of 201
      response/receipt/required (response, MUST, open) | 195: response: required ["id"] | of 201
      response/receipt/id/type (response, MUST, open) | 198: id: type "string" | of 201
      response/receipt/id/format (response, MUST, open) | 199: id: format "uuid" | of 201
      response/receipt/due/type (response, MUST, open) | 201: due: type "string" | of 201
      response/receipt/due/format (response, MUST, open) | 202: due: format "date" | of 201
      response/problem/type (response, MUST, open) | 204: response: type "object" | of 400
      response/problem/required (response, MUST, open) | 205: response: required ["issue"] | of 400
      response/problem/issue/type (response, MUST, open) | 208: issue: type "string" | of 400
      response/problem/issue/maxLength (response, MUST, open) | 209: issue: maxLength 100 | of 400
      prose/effect (prose, SHOULD, open) | 12: Lends a book to a reader.
      unjudged application/x-www-form-urlencoded | 34
      unjudged headers | 43
      unjudged text/html | 84
      unjudged 4XX | 56
      unjudged readOnly | 149
      unjudged not | 126"
    `);
  });

  test('what stands in unusual places', () => {
    const operation = smallOperation(
      {
        description: 'Goes,  <b>at\n once</b>.',
        callbacks: {},
        'x-own': 1,
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            style: 'simple',
            content: { 'application/json': { schema: { type: 'string' } } },
          },
          { name: 'seen', in: 'query', 'x-origin': 'observed', schema: { type: 'string', maxLength: 2 } },
        ],
        requestBody: {
          description: 'A body.',
          'x-own': 1,
          content: {
            'text/plain': {},
            'application/json; charset=utf-8': {
              encoding: {},
              schema: {
                description: 'One must go.',
                'x-own': 1,
                readOnly: true,
                oneOf: [{ maxLength: 3 }, { title: 'long', minLength: 9, description: 'It shall be long.' }],
                properties: { a: { description: 'No duty.' }, b: { default: 1, description: 'If you omit it, 1.' } },
              },
            },
          },
        },
        responses: {
          'x-own': {},
          200: { description: 'It must have gone.', links: {}, content: { 'application/json': {} } },
          422: {
            description: 'No.',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/no' } } },
          },
          '5XX': { description: 'Down.' },
          default: { description: 'Else.' },
        },
        security: [{ key: ['x'] }, { who: ['a/b/c'], basic: [], odd: [] }],
      },
      {
        security: [{ key: [] }],
        components: {
          schemas: {
            no: {
              type: 'object',
              properties: {
                details: { type: 'array', items: { properties: { issue: { enum: ['A', 'B'] } } } },
                self: { $ref: '#/components/schemas/no' },
              },
            },
          },
          securitySchemes: {
            key: { type: 'apiKey' },
            who: { type: 'openIdConnect' },
            basic: { type: 'http' },
            odd: { type: 'mutualTLS' },
          },
        },
      },
    );
    expect(obligationsOf(operation)).toMatchInlineSnapshot(`
      "status/200 (status, MUST, open) | 1: status 200 | of 200
      media-type/200/application/json (media-type, MUST, open) | 1: 200 is answered as application/json | of 200
      status/422 (status, MUST, open) | 1: status 422 | of 422
      issue/422/A (issue, MUST, open) | 1: 422 A | of 422
      issue/422/B (issue, MUST, open) | 1: 422 B | of 422
      media-type/422/application/json (media-type, MUST, open) | 1: 422 is answered as application/json | of 422
      status/default (status, MUST, open) | 1: any other status
      media-type/request/application/json; charset=utf-8 (media-type, MUST, open) | 1: the request is application/json; charset=utf-8
      media-type/request/text/plain (media-type, MUST, open) | 1: the request is text/plain
      parameter/id/required (parameter, MUST, open) | 1: path parameter id: required true
      security/key/missing (security, MUST, open) | 1: key: a missing credential is refused
      security/key/malformed (security, MUST, open) | 1: key: a malformed credential is refused
      security/who/missing (security, MUST, open) | 1: who: a missing credential is refused
      security/who/malformed (security, MUST, open) | 1: who: a malformed credential is refused
      security/who/expired (security, MUST, open) | 1: who: an expired credential is refused
      security/basic/missing (security, MUST, open) | 1: basic: a missing credential is refused
      security/basic/malformed (security, MUST, open) | 1: basic: a malformed credential is refused
      security/odd/missing (security, MUST, open) | 1: odd: a missing credential is refused
      security/scope/x (security, MUST, open) | 1: the scope x is needed
      security/scope/c (security, MUST, open) | 1: the scope a/b/c is needed
      security/root (security, MUST, open) | 1: the operation's own requirement replaces the document's
      request/oneOf-0/maxLength (request, MUST, open) | 1: request: maxLength 3
      request/long/minLength (request, MUST, open) | 1: request: minLength 9
      request/b/default (request, MUST, unsatisfiable) | 1: b: default 1 | since a default only says what an absent member means: no value breaks it
      parameter/id/type (parameter, MUST, unsatisfiable) | 1: id: type "string" | since everything that can be sent as a parameter is a string
      parameter/seen/type (parameter, MAY, unsatisfiable) | 1: seen: type "string" | since everything that can be sent as a parameter is a string
      parameter/seen/maxLength (parameter, MAY, open) | 1: seen: maxLength 2
      response/no/type (response, MUST, open) | 1: response: type "object" | of 422
      response/no/details/type (response, MUST, open) | 1: details: type "array" | of 422
      response/no/details/*/issue/enum (response, MUST, open) | 1: details.*.issue: enum ["A","B"] | of 422
      prose/effect (prose, SHOULD, open) | 1: Goes, at once .
      prose/request (prose, SHOULD, open) | 1: One must go.
      prose/request/long (prose, SHOULD, open) | 1: It shall be long.
      prose/request/b (prose, SHOULD, open) | 1: If you omit it, 1.
      prose/status/200 (prose, SHOULD, open) | 1: It must have gone.
      unjudged callbacks | 1
      unjudged style | 1
      unjudged encoding | 1
      unjudged text/plain | 1
      unjudged links | 1
      unjudged 5XX | 1
      unjudged readOnly | 1"
    `);
  });

  test('one clause of several statuses obliges once, two clauses of one name twice', () => {
    const shared = { content: { 'application/json': { schema: { $ref: '#/components/schemas/error_401' } } } };
    const components = { schemas: { error_401: { type: 'object', allOf: [{ type: 'object' }] } } };
    const operation = smallOperation(
      { responses: { 400: { description: 'No.', ...shared }, default: { description: 'Else.', ...shared } } },
      { components },
    );
    expect(obligationsOf(operation)).toMatchInlineSnapshot(`
      "status/400 (status, MUST, open) | 1: status 400 | of 400
      media-type/400/application/json (media-type, MUST, open) | 1: 400 is answered as application/json | of 400
      status/default (status, MUST, open) | 1: any other status
      response/error_401/type (response, MUST, open) | 1: response: type "object" | of 400
      response/error_401/allOf-0/type (response, MUST, open) | 1: response: type "object" | of 400"
    `);
  });
});

describe('what a contract obliges to', () => {
  test('the legacy operation, in normal form', () => {
    const { obligations, unruled } = deriveObligations(
      pinned('specs/legacy.cancel-invoice.openapi.yaml', 'CancelInvoice'),
    );
    const isOwn = ({ id, keyword, group }: Obligation): boolean =>
      keyword === undefined || id.startsWith('code/') || group !== 'response';
    const told = obligations.filter(isOwn).map(({ id, group, level, standing, subject, reason = '', clause }) => {
      const place = clause.pointer.split('/').slice(-2).join('/');
      return `${id} (${group}, ${level}, ${standing}) ${place}: ${subject.slice(0, 90)} | ${reason}`;
    });
    expect(told.join('\n')).toMatchInlineSnapshot(`
      "security/userId/missing (security, MUST, open) 0/userId: userId: a missing credential is refused | 
      security/userId/malformed (security, MUST, open) 0/userId: userId: a malformed credential is refused | 
      security/password/missing (security, MUST, open) 0/password: password: a missing credential is refused | 
      security/password/malformed (security, MUST, open) 0/password: password: a malformed credential is refused | 
      security/signature/missing (security, MUST, open) 0/signature: signature: a missing credential is refused | 
      security/signature/malformed (security, MUST, open) 0/signature: signature: a malformed credential is refused | 
      request/type (request, MUST, open) CancelInvoiceRequest/type: request: type "object" | 
      request/required (request, MUST, open) CancelInvoiceRequest/required: request: required ["requestEnvelope"] | 
      request/requestEnvelope/type (request, MUST, open) RequestEnvelope/type: requestEnvelope: type "object" | 
      request/requestEnvelope/required (request, MUST, open) RequestEnvelope/required: requestEnvelope: required ["errorLanguage"] | 
      request/requestEnvelope/detailLevel/type (request, MUST, unsatisfiable) detailLevel/type: requestEnvelope.detailLevel: type "string" | in every wire format a scalar is sent as text
      request/requestEnvelope/detailLevel/default (request, MUST, unsatisfiable) detailLevel/default: requestEnvelope.detailLevel: default "ReturnAll" | a default only says what an absent member means: no value breaks it
      request/requestEnvelope/errorLanguage/type (request, MUST, unsatisfiable) errorLanguage/type: requestEnvelope.errorLanguage: type "string" | in every wire format a scalar is sent as text
      request/requestEnvelope/errorLanguage/enum (request, MUST, open) errorLanguage/enum: requestEnvelope.errorLanguage: enum ["en_US"] | 
      request/requestEnvelope/errorLanguage/default (request, MUST, unsatisfiable) errorLanguage/default: requestEnvelope.errorLanguage: default "en_US" | a default only says what an absent member means: no value breaks it
      request/invoiceID/type (request, MUST, unsatisfiable) invoiceID/type: invoiceID: type "string" | in every wire format a scalar is sent as text
      request/subject/type (request, MUST, unsatisfiable) subject/type: subject: type "string" | in every wire format a scalar is sent as text
      request/noteForPayer/type (request, MUST, unsatisfiable) noteForPayer/type: noteForPayer: type "string" | in every wire format a scalar is sent as text
      request/sendCopyToMerchant/type (request, MUST, unsatisfiable) sendCopyToMerchant/type: sendCopyToMerchant: type "string" | in every wire format a scalar is sent as text
      request/sendCopyToMerchant/enum (request, MUST, open) sendCopyToMerchant/enum: sendCopyToMerchant: enum ["false","true"] | 
      request/sendCopyToMerchant/default (request, MUST, unsatisfiable) sendCopyToMerchant/default: sendCopyToMerchant: default "false" | a default only says what an absent member means: no value breaks it
      request/sendPayerNotification/type (request, MUST, unsatisfiable) sendPayerNotification/type: sendPayerNotification: type "string" | in every wire format a scalar is sent as text
      request/sendPayerNotification/enum (request, MUST, open) sendPayerNotification/enum: sendPayerNotification: enum ["true","false"] | 
      request/sendPayerNotification/default (request, MUST, unsatisfiable) sendPayerNotification/default: sendPayerNotification: default "true" | a default only says what an absent member means: no value breaks it
      parameter/X-PAYPAL-REQUEST-DATA-FORMAT/type (parameter, MUST, unsatisfiable) schema/type: X-PAYPAL-REQUEST-DATA-FORMAT: type "string" | everything that can be sent as a parameter is a string
      parameter/X-PAYPAL-REQUEST-DATA-FORMAT/enum (parameter, MUST, open) schema/enum: X-PAYPAL-REQUEST-DATA-FORMAT: enum ["NV","JSON","XML"] | 
      parameter/X-PAYPAL-RESPONSE-DATA-FORMAT/type (parameter, MUST, unsatisfiable) schema/type: X-PAYPAL-RESPONSE-DATA-FORMAT: type "string" | everything that can be sent as a parameter is a string
      parameter/X-PAYPAL-RESPONSE-DATA-FORMAT/enum (parameter, MUST, open) schema/enum: X-PAYPAL-RESPONSE-DATA-FORMAT: enum ["NV","JSON","XML"] | 
      parameter/X-PAYPAL-APPLICATION-ID/type (parameter, MUST, unsatisfiable) schema/type: X-PAYPAL-APPLICATION-ID: type "string" | everything that can be sent as a parameter is a string
      parameter/X-PAYPAL-MESSAGE-PROTOCOL/type (parameter, MAY, unsatisfiable) schema/type: X-PAYPAL-MESSAGE-PROTOCOL: type "string" | everything that can be sent as a parameter is a string
      parameter/X-PAYPAL-MESSAGE-PROTOCOL/enum (parameter, MAY, open) schema/enum: X-PAYPAL-MESSAGE-PROTOCOL: enum ["SOAP11"] | 
      code/520002 (issue, MUST, open) errorId/enum: error 520002 | 
      code/520002/message (response, MUST, open) message/enum: the message of 520002 is Internal error. | 
      code/520003 (issue, MUST, open) errorId/enum: error 520003 | 
      code/520003/message (response, MUST, open) message/enum: the message of 520003 is Authentication failed. API credentials are incorrect. | 
      code/520009 (issue, MUST, open) errorId/enum: error 520009 | 
      code/520009/message (response, MUST, open) message/enum: the message of 520009 is Account is restricted. | 
      code/550026 (issue, MUST, open) errorId/enum: error 550026 | 
      code/550026/message (response, MUST, open) message/enum: the message of 550026 is Partner did not create the invoice but attempted to access or mod | 
      code/550027 (issue, MUST, open) errorId/enum: error 550027 | 
      code/550027/message (response, MUST, open) message/enum: the message of 550027 is Merchant cannot access or modify an invoice they did not create;  | 
      code/570058 (issue, MUST, open) errorId/enum: error 570058 | 
      code/570058/message (response, MUST, open) message/enum: the message of 570058 is Authentication failed. User account is not confirmed. | 
      code/570061 (issue, MUST, open) errorId/enum: error 570061 | 
      code/570061/message (response, MUST, open) message/enum: the message of 570061 is Invoice cannot be canceled since it has already been paid. | 
      code/570062 (issue, MUST, open) errorId/enum: error 570062 | 
      code/570062/message (response, MUST, open) message/enum: the message of 570062 is The invoice has already been canceled. | 
      code/570063 (issue, MUST, open) errorId/enum: error 570063 | 
      code/570063/message (response, MUST, open) message/enum: the message of 570063 is A draft invoice cannot be canceled. | 
      code/570099 (issue, MUST, open) errorId/enum: error 570099 | 
      code/570099/message (response, MUST, open) message/enum: the message of 570099 is Invoice cannot be canceled since it has already been refunded. | 
      code/571001 (issue, MUST, open) errorId/enum: error 571001 | 
      code/571001/message (response, MUST, open) message/enum: the message of 571001 is The specified invoice ID is invalid because the invoice has alrea | 
      code/580022 (issue, MUST, open) errorId/enum: error 580022 | 
      code/580047 (issue, MUST, open) errorId/enum: error 580047 | 
      code/580047/message (response, MUST, open) message/enum: the message of 580047 is Invoice does not exist. | 
      prose/effect (prose, SHOULD, open) post/description: Cancels an invoice. | 
      prose/response/ResponseEnvelope/correlationId (prose, SHOULD, open) correlationId/description: Correlation identifier, a 13-character, alphanumeric string. Note: You must log and store  | 
      prose/response/ResponseEnvelope/timestamp (prose, SHOULD, open) timestamp/description: Date on which the response was sent. Note: You must log and store this data for every resp | 
      parameter/X-PAYPAL-REQUEST-DATA-FORMAT/NV (parameter, MUST, open) enum/0: X-PAYPAL-REQUEST-DATA-FORMAT: NV is taken | 
      parameter/X-PAYPAL-REQUEST-DATA-FORMAT/JSON (parameter, MUST, open) enum/1: X-PAYPAL-REQUEST-DATA-FORMAT: JSON is taken | 
      parameter/X-PAYPAL-REQUEST-DATA-FORMAT/XML (parameter, MUST, open) enum/2: X-PAYPAL-REQUEST-DATA-FORMAT: XML is taken | 
      parameter/X-PAYPAL-RESPONSE-DATA-FORMAT/NV (parameter, MUST, open) enum/0: X-PAYPAL-RESPONSE-DATA-FORMAT: NV is taken | 
      parameter/X-PAYPAL-RESPONSE-DATA-FORMAT/JSON (parameter, MUST, open) enum/1: X-PAYPAL-RESPONSE-DATA-FORMAT: JSON is taken | 
      parameter/X-PAYPAL-RESPONSE-DATA-FORMAT/XML (parameter, MUST, open) enum/2: X-PAYPAL-RESPONSE-DATA-FORMAT: XML is taken | 
      parameter/X-PAYPAL-MESSAGE-PROTOCOL/SOAP11 (parameter, MAY, open) enum/0: X-PAYPAL-MESSAGE-PROTOCOL: SOAP11 is taken | 
      request/sendCopyToMerchant/ignored (prose, SHOULD, open) sendCopyToMerchant/x-ignored-where: sendCopyToMerchant is taken and ignored where {"sendPayerNotification":"false"} | 
      ack/Success (response, MUST, open) enum/0: an answer is acknowledged as Success | 
      ack/Failure (response, MUST, open) enum/1: an answer is acknowledged as Failure | 
      ack/SuccessWithWarning (response, MUST, open) enum/2: an answer is acknowledged as SuccessWithWarning | 
      ack/FailureWithWarning (response, MUST, open) enum/3: an answer is acknowledged as FailureWithWarning | 
      root/CancelInvoiceResponse (response, SHOULD, open) CancelInvoiceResponse/x-roots: in XML the message is called CancelInvoiceResponse | 
      response/invoiceID/equals-request (response, MUST, open) invoiceID/x-equals-request: invoiceID is the request's invoiceID | 
      root/FaultMessage (response, SHOULD, open) FaultMessage/x-roots: in XML the message is called PPFault or PPFaultMessage or FaultMessage | 
      unused/exceptionID (response, MAY, open) exceptionID/x-unused: exceptionID is not used | 
      unused/subdomain (response, MAY, open) subdomain/x-unused: subdomain is not used | "
    `);
    expect(unruled.map(({ keyword }) => keyword)).toMatchInlineSnapshot(`[]`);
  });

  const schemes = { components: { securitySchemes: { key: { type: 'apiKey' } } } };
  test('a document’s own requirement is no one’s to replace, and is replaced by none', () => {
    const ids = (operation: Operation) => deriveObligations(operation).obligations.map(({ id }) => id);
    const document = { security: [{ key: [] }], ...schemes };
    expect(ids(smallOperation({}, document))).toEqual(['status/204', 'security/key/missing', 'security/key/malformed']);
    expect(ids(smallOperation({ security: [{ key: [] }] }, schemes))).toEqual([
      'status/204',
      'security/key/missing',
      'security/key/malformed',
    ]);
    expect(ids(smallOperation({ security: [] }, document))).toEqual(['status/204']);
  });

  test('a default is not seen where the success has no body, and only there', () => {
    const requestBody = { content: { 'application/json': { schema: { default: 1 } } } };
    const reason = (...statuses: readonly number[]) => {
      const responses = Object.fromEntries(statuses.map((status) => [status, { description: '' }]));
      const found = deriveObligations(smallOperation({ requestBody, responses })).obligations.find(
        ({ id }) => id === 'request/default',
      );
      return `${found?.standing}: ${found?.reason}`;
    };
    expect(reason(202, 404)).toBe('unobservable: a 202 has no body, so no exchange shows what was assumed');
    for (const statuses of [[404], [301], [199]])
      expect(reason(...statuses)).toMatch(/^unsatisfiable: a default only says/);
  });
});
