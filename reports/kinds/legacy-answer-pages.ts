import type { KindPage } from './kind-page.ts';

/** Kinds of departures of what a legacy answer says: the invoice of a success, the errors of a failure. */
export const legacyAnswerPages = {
  'missing-invoice': {
    code: 'CC035',
    title: 'The success does not say which invoice it is about',
    means: 'The `ack` is a Success, and `invoiceID`, `invoiceNumber` or `invoiceURL` is missing from the answer.',
    matters: 'A client that books the cancel by the answer has nothing to book it on, and generated ones throw.',
    mend: 'In a service or a mock, answer with all three. In a client, book by the id that was sent.',
  },
  'invoice-mismatch': {
    code: 'CC036',
    title: 'The answer is about another invoice than the request',
    means: 'The `invoiceID` of the answer is not the one that was sent.',
    matters: 'Either another invoice was cancelled, or the answer belongs to another call. Both cost money.',
    mend: 'In a service or a mock, repeat the id of the request. In a client, compare both and stop where they differ; read both invoices.',
    example: {
      departs: 'invoiceID=INV2-AAAA…, answered INV2-BBBB…',
      conforms: 'invoiceID=INV2-AAAA…, answered INV2-AAAA…',
    },
  },
  'error-in-success': {
    code: 'CC037',
    title: 'A success carries errors',
    means: 'The `ack` is Success without a warning, and the answer has an `error` all the same.',
    matters: 'Some clients look at `ack`, others at `error`: the one has cancelled, the other has not.',
    mend: 'In a service or a mock, leave `error` out, or answer with Failure or SuccessWithWarning. In a client, decide by `ack` and log the errors.',
    example: {
      departs: 'responseEnvelope.ack=Success&error(0).errorId=570061&…',
      conforms: 'responseEnvelope.ack=Failure&error(0).errorId=570061&…',
    },
  },
  'missing-error': {
    code: 'CC038',
    title: 'A failure names no error',
    means: 'The `ack` is Failure, and there is no `error`, or one without what says what was wrong.',
    matters:
      'The client knows that the cancel was refused and not why, and cannot tell a paid invoice from a wrong password.',
    mend: 'In a service or a mock, answer with at least one error that has code, message, severity, category and domain. In a client, read the invoice and decide by its status.',
    example: {
      departs: 'responseEnvelope.ack=Failure',
      conforms: 'responseEnvelope.ack=Failure&error(0).errorId=570062&error(0).message=…',
    },
  },
  'wrong-error-id': {
    code: 'CC039',
    title: 'The error has another code than documented for what happened',
    means: 'The `errorId` is no code of the page, or the code of something else than the scenario provoked.',
    matters:
      'The code is what client code branches on, and what the table of a migration to REST maps: 570061 paid, 570062 cancelled, 570063 draft, 570099 refunded.',
    mend: 'In a service or a mock, derive the code from the condition that refused the call. In a client, give unknown codes a way of their own. Codes that PayPal sends and does not document are known: accept them one by one.',
    example: { departs: 'paid invoice: error(0).errorId=570063', conforms: 'paid invoice: error(0).errorId=570061' },
  },
  'wrong-severity': {
    code: 'CC040',
    title: 'The severity is none of the documented ones',
    means: 'The `severity` of an error is not Error or Warning, or it is missing.',
    matters: 'Clients skip warnings: an error of an unknown severity is skipped by one and fatal to another.',
    mend: 'In a service or a mock, send Error with every Failure. In a client, take whatever is not Warning for an Error.',
  },
  'wrong-category': {
    code: 'CC041',
    title: 'The category is none of the documented ones',
    means: 'The `category` of an error is not System, Application or Request, or it is missing.',
    matters: 'It says whether trying again can help: the page says so of System and Application, and not of Request.',
    mend: 'In a service or a mock, send the category of the clause. In a client, decide by the code: what the state of the invoice forbids comes as Application too, and trying again does not help.',
  },
  'missing-domain': {
    code: 'CC042',
    title: 'The error does not say which domain it belongs to',
    means: 'An error is without `domain`, such as PLATFORM or Invoice.',
    matters: 'Codes are unique within a domain: without it the same number may stand for two things.',
    mend: 'In a service or a mock, send the domain with every error. In a client, compare it without regard to letter case, which varies.',
  },
  'unused-member': {
    code: 'CC043',
    title: 'The answer uses a member that the page calls unused',
    means: 'An error carries `exceptionID` or `subdomain`, of which the page says that they are not used.',
    matters: 'Nothing breaks by it. It shows where the service and its page have parted.',
    mend: 'Nothing has to be mended. In a client, do not depend on it. PayPal is known to send `subdomain=Application` with nearly every error.',
  },
} as const satisfies Readonly<Record<string, KindPage>>;
