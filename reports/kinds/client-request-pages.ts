import type { KindPage } from './kind-page.ts';

/** Kinds of departures of a client under test in what it sends. */
export const clientRequestPages = {
  'client-wrong-request': {
    code: 'CC044',
    title: 'What the client sends is not the request that the contract describes',
    means:
      'Method, path, Authorization, Content-Type or body of the request, as it arrived, is not what the contract wants; or no request arrived at all although the caller asked for a cancel that the contract allows; or others came besides it.',
    matters:
      'The service refuses such a request with 401, 404 or 415, or carries out another one. A caller cannot mend what an SDK puts on the wire.',
    mend: 'In a client, send one POST to the path of the operation, with the token in Authorization, `application/json` in Content-Type, and at least `{}` for a body. Escape the id as one segment of the path.',
    example: {
      departs: 'POST /v2/invoicing/invoices/INV2-A/B/cancel',
      conforms: 'POST /v2/invoicing/invoices/INV2-A%2FB/cancel',
    },
  },
  'client-corrupted-value': {
    code: 'CC045',
    title: 'A value that the caller gave arrives as another, or not at all',
    means:
      'A member of the notification, or the id in the path, is not what the caller gave: cut off, escaped twice, re-encoded, dropped because it is false or empty, or invented by the client.',
    matters:
      'The caller is told of a success and does not learn that another note, other recipients or another invoice were meant. A dropped `send_to_recipient: false` mails a customer who was not to be told.',
    mend: 'In a client, pass values on as they are, and leave limits to the service or refuse them with an error. Test for `undefined`, not for truth. Escape an id once.',
    example: { departs: '{}', conforms: '{"send_to_recipient":false}' },
  },
  'client-unknown-member': {
    code: 'CC046',
    title: 'The client sends a member that the contract does not know',
    means:
      'The body has a member that the request schema does not describe, and that the caller did not give. The schema is open, which is no promise to accept, so that this is reported and never fails a run.',
    matters:
      'A service that becomes stricter refuses the request, and a member that gets a meaning later changes what the request does.',
    mend: 'In a client, build the body from the members of the contract alone: parameters of the path do not belong in it.',
    example: { departs: '{"invoice_id":"INV2-…","note":"…"}', conforms: '{"note":"…"}' },
  },
  'client-retried': {
    code: 'CC047',
    title: 'The client sends one cancel more than once',
    means:
      'More than one request arrived for one call. Only after a 429, and the time that it names, is a repetition accepted: what was limited away was not carried out. A redirect that is followed counts as well.',
    matters:
      'A cancel that was answered 500, or not at all, may have happened: the second one is refused with INVOICE_CANCELED_ALREADY, and the caller takes his own success for an error. Behind a redirect somebody else gets the token.',
    mend: 'In a client, switch automatic retries and redirects off for this call, or leave them to the caller, who can read the state of the invoice first.',
  },
  'client-leaked-secret': {
    code: 'CC048',
    title: 'The access token stands where it will be written down',
    means:
      'The token that the client was given stands in its outcome or error, in the path or in the body of its request: anywhere but in the Authorization header.',
    matters:
      'Errors end in logs, tickets and chats, paths in the logs of every proxy: whoever reads them can use the token.',
    mend: 'In a client, make errors of the answer alone, never of the request or its configuration. Leave out headers when an error is made text.',
    example: {
      departs: '{"message":"POST … failed, headers: Authorization: Bearer A21AA…"}',
      conforms: '{"message":"The cancel was answered 422"}',
    },
  },
} as const satisfies Readonly<Record<string, KindPage>>;
