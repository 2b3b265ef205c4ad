import type { KindPage } from './kind-page.ts';

/** Kinds of departures of a client under test in what it tells its caller. */
export const clientOutcomePages = {
  'client-false-success': {
    code: 'CC049',
    title: 'The client tells of a success where there was none',
    means: 'The caller is told that the invoice is cancelled, and the answer was another than 204, or none came.',
    matters:
      'The caller books a cancel that never was, and the customer can still pay. Proxies, sign-in pages and queues answer 200 and 202.',
    mend: 'In a client, compare the status with 204, not with a class of statuses, and make a failure of everything else.',
    example: { departs: '202 → {"ok":true}', conforms: '202 → {"ok":false,"status":202,…}' },
  },
  'client-false-failure': {
    code: 'CC050',
    title: 'The client tells of a failure where the cancel succeeded',
    means: 'The answer was 204, and the caller is told of a failure.',
    matters: 'The caller cancels again and is refused, or a person looks into an error that is none.',
    mend: 'In a client, do not read a body of 204: there is none to parse.',
  },
  'client-lost-status': {
    code: 'CC051',
    title: 'The HTTP status does not reach the caller',
    means: 'The outcome of a call that was answered has no `status`, or another one than the answer.',
    matters: 'Without it 403, 404 and 422 cannot be told apart, nor an outage from a refusal.',
    mend: 'In a client, give every error the status of the answer as a number, also where the body could not be read.',
    example: { departs: '{"ok":false,"message":"Request failed"}', conforms: '{"ok":false,"status":404,…}' },
  },
  'client-lost-name': {
    code: 'CC052',
    title: "The error's name does not reach the caller",
    means: 'The service named its error, and the outcome has no `name`, or another one.',
    matters: 'Logs and alerts go by the name; of statuses that share a code path it is the only word.',
    mend: 'In a client, hand `name` of the body on as it is, in a member of its own.',
    example: { departs: '{"status":422,"message":"…"}', conforms: '{"status":422,"name":"UNPROCESSABLE_ENTITY",…}' },
  },
  'client-lost-issue': {
    code: 'CC053',
    title: 'The issue codes do not reach the caller',
    means:
      'The issue codes of `details` are not those of the outcome: missing, only the first of several, read out of free text, or replaced where the client does not know a code.',
    matters:
      'A draft, a paid and a cancelled invoice are all refused with 422: only the issue tells them apart, and the wording can change any day.',
    mend: 'In a client, hand on the `issue` of every item of `details`, also of codes that nobody knows yet, and read nothing out of messages.',
    example: {
      departs: '{"status":422,"message":"…: Draft invoice cannot be canceled."}',
      conforms: '{"status":422,"issues":[{"issue":"CANNOT_CANCEL_DRAFT_INVOICE"}],…}',
    },
  },
  'client-lost-debug-id': {
    code: 'CC054',
    title: 'The debug id does not reach the caller',
    means:
      'The `debug_id` of the error, or where no body could be read the header PayPal-Debug-Id, is not in the outcome as it is.',
    matters: "PayPal's support asks for this id first. Without it nobody finds the call again.",
    mend: 'In a client, hand the id on in a member of its own, and fall back to the header.',
    example: { departs: '{"status":500,…}', conforms: '{"status":500,"debugId":"b1985a21862fe",…}' },
  },
  'client-lost-retry-after': {
    code: 'CC055',
    title: 'The time to wait does not reach the caller',
    means: 'The answer named seconds in Retry-After, and the outcome does not have them.',
    matters: 'The caller comes back too early, and is limited for longer, or much too late.',
    mend: 'In a client, hand the seconds of Retry-After on with the error of a 429 or 503.',
    example: { departs: '{"status":429,…}', conforms: '{"status":429,"retryAfter":1,…}' },
  },
  'client-wrong-kind': {
    code: 'CC056',
    title: 'The kind of the failure is not what happened',
    means:
      'The caller is told that nothing came where an answer did, that an answer came where none did, or that nothing was sent where a request had arrived.',
    matters:
      'A failure that was never sent can be tried again, a refusal cannot, and one of which nothing is known has to be looked into: the caller does the wrong thing.',
    mend: 'In a client, decide the kind by what happened: whether a request was sent, whether a whole answer came, and by its status.',
  },
  'client-crashed': {
    code: 'CC057',
    title: 'The client throws or ends in place of an outcome',
    means: 'The call threw an error that nobody made an outcome of, or the process of the client ended.',
    matters:
      'A page of HTML from a gateway, or JSON that breaks off, brings down whatever called, in an outage of all times.',
    mend: 'In a client, try to parse a body and go on without it. Test what is read for its type: a service in trouble may send anything.',
  },
  'client-broken-answer': {
    code: 'CC058',
    title: 'What the client answers is not an outcome',
    means:
      'A line that is not JSON, an answer that departs from the published schema, an answer to another call, or a second answer to the same one.',
    matters: 'What a client means by it cannot be told, and everything after it may be out of step.',
    mend: 'In an adapter, write one line for each call, with its number and an outcome, and print nothing else on standard output.',
  },
  'client-hung': {
    code: 'CC059',
    title: 'The client does not come back to its caller',
    means:
      'The call did not end within the time that the suite waits, which is five seconds unless `--timeout` says otherwise. The client is told to wait a fifth of that.',
    matters: 'A service that accepts connections and says nothing stops every worker of a caller without a time-out.',
    mend: 'In a client, set a time-out for the whole answer, body included. In an adapter, hand `timeoutMs` on to it, or raise --timeout above its own.',
  },
} as const satisfies Readonly<Record<string, KindPage>>;
