import type { KindPage } from './kind-page.ts';

/** Kinds of departures of an answer as a whole: its status, its media type, and whether its body can be read at all. */
export const answerPages = {
  'wrong-status': {
    code: 'CC001',
    title: 'The status is not the one that the contract has for what happened',
    means:
      'The contract has one status for what the scenario provoked, and the answer carries another: a draft is refused with 422, an unknown invoice with 404, a cancelled one with 204. Outside of a scenario it means a status that the operation does not document and has no default response for.',
    matters:
      'The status is what a client branches on first. A refusal that comes as 200 makes it book a cancel that never was; a 500 in place of a 422 makes it try again for ever.',
    mend: 'In a service or a mock, answer with the status of the clause. In a client, branch on the statuses that are documented and treat every other one of a class as the first of it. Where it is PayPal that departs, read the exchange with its debug id, open a case with it, and accept the finding until it is answered.',
    example: {
      departs: 'HTTP/1.1 400 Bad Request\n\n{"name":"INVALID_REQUEST",…}',
      conforms:
        'HTTP/1.1 422 Unprocessable Entity\n\n{"name":"UNPROCESSABLE_ENTITY","details":[{"issue":"CANNOT_CANCEL_DRAFT_INVOICE",…}],…}',
    },
  },
  'wrong-media-type': {
    code: 'CC002',
    title: 'The body does not say that it is what the contract documents',
    means:
      'The Content-Type of an answer with a body is not the one that stands under the `content` of its status, or there is none. Parameters such as `charset` are free.',
    matters:
      'HTTP clients choose their parser by it: an error that calls itself text/html is handed over as text, and its issue code is lost. A proxy or a login page between client and service shows itself in this way.',
    mend: 'In a service or a mock, send `Content-Type: application/json` with every error. In a client, try JSON where the body begins as an object, and keep status and debug id where it is none. Where a proxy answers in the place of the service, take the proxy out of the way.',
    example: {
      departs: 'HTTP/1.1 404 Not Found\nContent-Type: text/html',
      conforms: 'HTTP/1.1 404 Not Found\nContent-Type: application/json',
    },
  },
  'unexpected-body': {
    code: 'CC003',
    title: 'There is a body where the contract has none',
    means:
      'A status without documented content, such as the 204 of a cancel, came with a body, or announced one by Content-Length or Transfer-Encoding.',
    matters:
      'A 204 ends with its headers (RFC 9110 §15.3.5): what follows is read as the beginning of the next answer on the same connection. Clients that parse every body fail on one that nobody described.',
    mend: 'In a service or a mock, end a 204 after its headers, without Content-Length other than 0 and without Transfer-Encoding. In a client, do not read the body of a 204.',
    example: {
      departs: 'HTTP/1.1 204 No Content\nContent-Length: 2\n\n{}',
      conforms: 'HTTP/1.1 204 No Content\n',
    },
  },
  'malformed-json': {
    code: 'CC004',
    title: 'The body is no JSON',
    means:
      'The contract documents a JSON body for the status, and the answer has none, or one that no JSON parser takes: cut off, with a comma too many, or another format altogether.',
    matters:
      'A client that parses errors throws while it handles one: the fault that is seen is its own, and status, issue and debug id are lost with it.',
    mend: 'In a service or a mock, write the body with a JSON serialiser and send it whole. In a client, parse within a guard and keep the raw text. A body that is cut off at a round number of bytes points to a proxy or a limit on the way.',
    example: {
      departs: '{"name":"RESOURCE_NOT_FOUND","debug_id":"90957fca61718",',
      conforms: '{"name":"RESOURCE_NOT_FOUND","debug_id":"90957fca61718",…}',
    },
  },
  'invalid-utf8': {
    code: 'CC005',
    title: 'The body is not UTF-8',
    means: 'The body is JSON by its media type and has bytes that are no UTF-8, in which JSON is sent (RFC 8259 §8.1).',
    matters:
      'Some clients replace such bytes, others refuse the whole body. A name or an address that was echoed comes back as another one, without a word.',
    mend: 'In a service or a mock, encode as UTF-8; Latin-1 shows as single bytes from 0x80 on, a character that was cut in two as bytes at the very end. In a client, decode strictly and report what cannot be decoded.',
  },
  'schema-violation': {
    code: 'CC006',
    title: 'The body breaks the schema of its status',
    means:
      'The body is JSON, and a keyword of the schema that the contract has for this status does not hold: a member is missing that is required, has another type, is longer than allowed, or matches no branch. The finding points at the member and at the line of the keyword.',
    matters:
      'Generated clients are built from this very schema: they throw, or leave the member empty. What breaks the schema today is what a typed client of somebody else does not expect.',
    mend: 'In a service or a mock, answer as the keyword at the clause says. In a client, take members for what they are on the wire, not for what the type promises. A token that was refused in the form of OAuth, `{"error":"invalid_token"}`, is known of PayPal and accepted as shipped.',
    example: {
      departs: '{"error":"invalid_token","error_description":"…"}',
      conforms: '{"name":"AUTHENTICATION_FAILURE","message":"…","debug_id":"…"}',
    },
  },
} as const satisfies Readonly<Record<string, KindPage>>;
