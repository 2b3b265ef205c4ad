import type { KindPage } from './kind-page.ts';

/** Kinds of departures in what every error carries: name, message, debug id, links, and members that nobody documented. */
export const errorPages = {
  'wrong-name': {
    code: 'CC007',
    title: 'The error is not named as its status is',
    means:
      'Every status has one name, pinned by the `enum` of `name` in its schema: 400 INVALID_REQUEST, 403 NOT_AUTHORIZED, 404 RESOURCE_NOT_FOUND, 422 UNPROCESSABLE_ENTITY. The answer has another, or none. The published schemas demand no name, so that only this check sees one that is missing.',
    matters:
      'The name is the one word of an error that is made for programs. A client that branches on it takes the wrong way, and one that logs it sends whoever reads the log astray.',
    mend: 'In a service or a mock, derive name and status from one table. In a client, decide by status and issue, and log the name. A name of another status is often an error that was passed on from another service.',
    example: {
      departs: 'HTTP/1.1 404 Not Found\n\n{"name":"INVALID_RESOURCE_ID",…}',
      conforms: 'HTTP/1.1 404 Not Found\n\n{"name":"RESOURCE_NOT_FOUND",…}',
    },
  },
  'wrong-message': {
    code: 'CC008',
    title: 'The message is not the one that the contract pins',
    means:
      'The `message` of a status is pinned by an `enum` of one value, and the answer says something else, or has no message at all.',
    matters:
      'Little, for a client that leaves messages to people; much, for one that compares them, and for support that searches for them. A new wording is the first sign of another version behind the same address.',
    mend: 'In a service or a mock, take the sentence from the clause. In a client, never compare messages. Where PayPal has only reworded it, accept the finding with the new text: a third wording is news again.',
    example: {
      departs: '{"message":"The request payload is not supported",…}',
      conforms: '{"message":"The server does not support the request payload\'s media type.",…}',
    },
  },
  'missing-debug-id': {
    code: 'CC009',
    title: 'The error has no debug id',
    means: 'An error carries no `debug_id`, or an empty one, although the contract has the member for correlation.',
    matters:
      "PayPal's support asks for this id before anything else: without it nobody finds the call again, and a case cannot be opened for it.",
    mend: 'In a service or a mock, put an id into every error and the same one into the PayPal-Debug-Id header. In a client, log the header as well, since it is there more often than the member. For a support case take time, invoice and request instead.',
    example: {
      departs: '{"name":"INTERNAL_SERVER_ERROR","message":"…"}',
      conforms: '{"name":"INTERNAL_SERVER_ERROR","message":"…","debug_id":"b1985a21862fe"}',
    },
  },
  'debug-id-mismatch': {
    code: 'CC010',
    title: 'Body and header carry different debug ids',
    means: 'The `debug_id` of the body is none of the values of the PayPal-Debug-Id header, letter case aside.',
    matters:
      'One of the two leads to another call, and support answers about that one. It also betrays an error that was cached, or written by another service than the one that was called.',
    mend: 'In a service or a mock, make the id once per call and write it to both places. In a client, log both, and give both to support. Look for a cache between client and service.',
    example: {
      departs: 'PayPal-Debug-Id: 90957fca61718\n\n{"debug_id":"b1985a21862fe",…}',
      conforms: 'PayPal-Debug-Id: b1985a21862fe\n\n{"debug_id":"b1985a21862fe",…}',
    },
  },
  'incomplete-link': {
    code: 'CC011',
    title: 'A link lacks its href or its rel',
    means: 'An item of `links` is without `href` or without `rel`, both of which the contract requires.',
    matters:
      'A client finds a link by its `rel`: one without cannot be told from the others, and a typed client may refuse the whole error for it.',
    mend: 'In a service or a mock, give every link both, or leave `links` out. In a client, skip links without a `rel`. Of PayPal it is known, and accepted as shipped: a link to the documentation comes with `href` and `method` only.',
    example: {
      departs: '{"links":[{"href":"https://developer.paypal.com/…","method":"GET"}],…}',
      conforms: '{"links":[{"href":"https://developer.paypal.com/…","rel":"information_link","method":"GET"}],…}',
    },
  },
  'unknown-member': {
    code: 'CC012',
    title: 'The body has a member that the contract does not know',
    means:
      'The answer carries a member that no schema of its status mentions. None of them is closed, so this is allowed, and only observed: it fails a run at `--fail-on may` alone.',
    matters:
      'It is news of the service before its documentation: a member that everybody will send tomorrow, one that slipped out, or one with a typing mistake, in whose place the right one is missing.',
    mend: 'In a service or a mock, leave out what is not documented, or document it. In a client, ignore members that it does not know. Compare the contract with a fresh copy of PayPal’s by `cancel-conformance contract --against`.',
    example: { departs: '{"error_description":"…",…}', conforms: '{"message":"…",…}' },
  },
} as const satisfies Readonly<Record<string, KindPage>>;
