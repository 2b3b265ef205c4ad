import type { KindPage } from './kind-page.ts';

/** Kinds of departures of a legacy answer's form and of its envelope, whatever it says of the invoice. */
export const legacyEnvelopePages = {
  'undecodable-body': {
    code: 'CC024',
    title: 'The body cannot be read in the format that was asked for',
    means:
      'The answer is no well-formed NV, JSON, XML or SOAP: half an XML document, a percent sign without its two digits, two envelopes, or a document that declares entities, which is refused unread.',
    matters:
      'Nothing is known of the cancel, which may have been carried out. A client that throws here cancels again.',
    mend: 'In a service or a mock, write the answer with a serialiser of the format. In a client, keep the raw bytes, and ask GetInvoiceDetails what became of the invoice.',
  },
  'wrong-format': {
    code: 'CC025',
    title: 'The answer is in another format than was asked for',
    means:
      'X-PAYPAL-RESPONSE-DATA-FORMAT asks for NV, JSON or XML (and SOAP11 for SOAP), whatever the request came in; the answer is in another one.',
    matters:
      'A client decodes by what it asked for: an XML fault in a JSON client ends as “unknown error”, and the code is lost.',
    mend: 'In a service or a mock, choose the encoder by the response header alone, for faults too. In a client, look at the first character before decoding: `{` is JSON, `<` XML.',
    example: {
      departs: 'asked for JSON: <ns2:FaultMessage>…',
      conforms: 'asked for JSON: {"responseEnvelope":{…},"error":[…]}',
    },
  },
  'wrong-root': {
    code: 'CC026',
    title: 'The answer has another root than documented',
    means:
      'A success is a CancelInvoiceResponse, a fault a FaultMessage (documented as PPFault and PPFaultMessage too), by their local names; the answer begins with something else.',
    matters: 'SOAP clients bind by the root: one that they do not know is no answer at all to them.',
    mend: 'In a service or a mock, use the documented root. In a client, match local names, since namespaces differ from page to page.',
  },
  'missing-ack': {
    code: 'CC027',
    title: 'The answer has no ack',
    means: 'The response envelope is without `ack`, the one member that says whether the call was carried out.',
    matters: 'Faults come with HTTP 200 here. Without `ack` a client cannot tell a cancel from a refusal.',
    mend: 'In a service or a mock, put `ack` into every envelope. In a client, treat its absence as unknown, never as success, and read the invoice.',
    example: { departs: 'responseEnvelope.timestamp=…&invoiceID=INV2-…', conforms: 'responseEnvelope.ack=Success&…' },
  },
  'unknown-ack': {
    code: 'CC028',
    title: 'The ack is none of those that are documented',
    means: '`ack` is none of Success, Failure, SuccessWithWarning, FailureWithWarning, letter case included.',
    matters: 'Clients compare it as text: `SUCCESS` is a failure to most, `Ok` to all.',
    mend: 'In a service or a mock, use one of the documented words. In a client, take only words that begin with Success for one.',
    example: { departs: 'responseEnvelope.ack=SUCCESS', conforms: 'responseEnvelope.ack=Success' },
  },
  'wrong-ack': {
    code: 'CC029',
    title: 'The ack says otherwise than what was to happen',
    means: 'A cancel that is in order was answered with Failure, or one that has to be refused with Success.',
    matters:
      'This is the legacy counterpart of a wrong status: an invoice counts as cancelled that can still be paid, or the other way round.',
    mend: 'In a service or a mock, decide by the state of the invoice before anything is written. In a client, log the error codes and the correlation id with every Failure. With PayPal, open a case with that id.',
    example: {
      departs: 'draft invoice: responseEnvelope.ack=Success',
      conforms: 'draft invoice: responseEnvelope.ack=Failure&error(0).errorId=570063&…',
    },
  },
  'ack-warning': {
    code: 'CC030',
    title: 'The answer comes with a warning',
    means: 'The `ack` is SuccessWithWarning or FailureWithWarning: documented, and nothing that the scenario provoked.',
    matters:
      'It announces something: a field that is ignored, or a call that will stop working. Clients that compare with `Success` take it for a failure.',
    mend: 'Read the message of the error that comes with it. In a client, accept SuccessWithWarning as a success and log the warning.',
  },
  'missing-correlation-id': {
    code: 'CC031',
    title: 'The answer has no correlation id',
    means: 'The response envelope is without `correlationId`, which the page demands to be stored for every answer.',
    matters: 'Support finds a legacy call by this id and by nothing else.',
    mend: 'In a service or a mock, put one into every envelope, success included. In a client, log it always; where it is missing, note time, invoice and application id.',
  },
  'wrong-correlation-id': {
    code: 'CC032',
    title: 'The correlation id has not the documented form',
    means: 'A `correlationId` has 13 letters or digits; this one has not.',
    matters: 'Columns and log searches are made for 13: a longer one is cut off, and a cut one finds nothing.',
    mend: 'In a service or a mock, make ids of 13 hexadecimal digits. In a client, store it as text of any length.',
    example: { departs: 'correlationId=b1985a21862f', conforms: 'correlationId=b1985a21862fe' },
  },
  'missing-timestamp': {
    code: 'CC033',
    title: 'The answer has no timestamp',
    means: 'The response envelope is without `timestamp`.',
    matters: 'It is the time by PayPal’s clock: together with the correlation id it is what support asks for.',
    mend: 'In a service or a mock, put it into every envelope. In a client, note the own time as well.',
  },
  'wrong-timestamp': {
    code: 'CC034',
    title: 'The timestamp is no date and time with an offset',
    means: 'The `timestamp` is no xs:dateTime with an offset, such as 2026-01-31T09:12:44.123-08:00.',
    matters:
      'A time without an offset is read as local time: logs of two places no longer agree about what came first.',
    mend: 'In a service or a mock, write ISO 8601 with an offset or Z. In a client, refuse to guess a zone.',
    example: { departs: '2026-01-31 09:12:44', conforms: '2026-01-31T09:12:44.123-08:00' },
  },
} as const satisfies Readonly<Record<string, KindPage>>;
