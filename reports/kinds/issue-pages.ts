import type { KindPage } from './kind-page.ts';

/** Kinds of departures in `details`, which say what exactly was wrong: the issue, its description, and where it stands. */
export const issuePages = {
  'unlisted-issue': {
    code: 'CC013',
    title: 'The issue is not among those that the contract lists',
    means:
      'The contract lists the issues of this status, such as the five CANNOT_CANCEL_… and INVOICE_CANCELED_ALREADY of a 422, and the answer names another one.',
    matters:
      'Client code has a branch for each listed issue and none for this: the case falls through to “unknown error”, although the service knew what was wrong.',
    mend: 'In a service or a mock, use a code of the list; the explanation names the nearest one. In a client, give unknown issues a way of their own that shows code and description. Where PayPal has a new code, the contract is out of date: compare it by `contract --against`.',
    example: {
      departs: '{"details":[{"issue":"CANT_CANCEL_DRAFT_INVOICE"}],…}',
      conforms: '{"details":[{"issue":"CANNOT_CANCEL_DRAFT_INVOICE"}],…}',
    },
  },
  'undocumented-issue': {
    code: 'CC014',
    title: 'The answer names an issue where the contract documents none',
    means:
      'What was sent is refused by the schema, but no documented issue stands for it: the contract has a gap, and the answer fills it with a code of its own. Nothing was promised, so no run fails by it.',
    matters:
      'It shows what the service really says, of which the contract is silent. Who writes a client against the contract alone has no branch for it.',
    mend: 'Nothing has to be mended. Note the code for your client, and ask PayPal to document it. A mock may well answer with the same code.',
    example: {
      departs: '{"details":[{"issue":"INVALID_PARAMETER_SYNTAX","field":"/subject"}],…}',
      conforms: '{"details":[{"field":"/subject"}],…}',
    },
  },
  'missing-details': {
    code: 'CC015',
    title: 'The error does not say what was wrong',
    means:
      'The contract documents an issue for what happened, and the answer has no `details`, or empty ones: the published schemas allow that, the prose of `error_details` does not.',
    matters:
      'A 422 without an issue tells a client that the cancel was refused, and not whether the invoice is paid, refunded, still a draft or cancelled already: four cases that a shop handles in four ways.',
    mend: 'In a service or a mock, answer with one detail that carries the issue. In a client, read the invoice where the issue is missing and decide by its status.',
    example: {
      departs: '{"name":"UNPROCESSABLE_ENTITY","details":[]}',
      conforms: '{"name":"UNPROCESSABLE_ENTITY","details":[{"issue":"CANNOT_CANCEL_PAID_INVOICE","description":"…"}]}',
    },
  },
  'wrong-issue': {
    code: 'CC016',
    title: 'The answer names another issue than what happened',
    means:
      'The issue is a documented one, and stands for something else: a paid invoice that is refused as a draft, a note that is too long refused as a list that is too long.',
    matters:
      'This is the worst kind for a client, since everything looks right: schema, status and name hold, and it tells its user the wrong reason or takes the wrong way.',
    mend: 'In a service or a mock, derive the issue from the very condition that refused the call. In a client, where it costs money, read the invoice before acting on an issue. With PayPal, open a case with the debug id and both invoice states.',
    example: {
      departs: '{"details":[{"issue":"CANNOT_CANCEL_DRAFT_INVOICE"}],…}, for a paid invoice',
      conforms: '{"details":[{"issue":"CANNOT_CANCEL_PAID_INVOICE"}],…}',
    },
  },
  'wrong-description': {
    code: 'CC017',
    title: 'The issue carries the description of another one',
    means: 'Issue and description are both documented, but they do not belong together.',
    matters:
      'A person reads the description, a program the issue: they are told two different things about one refusal.',
    mend: 'In a service or a mock, keep both in one table, by issue. In a client, show a text of your own by issue.',
    example: {
      departs: '{"issue":"CANNOT_CANCEL_PAID_INVOICE","description":"Draft invoice cannot be canceled."}',
      conforms:
        '{"issue":"CANNOT_CANCEL_PAID_INVOICE","description":"Cannot cancel a paid or partially paid invoice."}',
    },
  },
  'unknown-description': {
    code: 'CC018',
    title: 'The description is worded otherwise than documented',
    means:
      'The contract pins the description of the issue by an `enum`, while its prose says that clients must not depend on it. The answer has another wording, which belongs to no issue.',
    matters:
      'A generated client that checks the `enum` refuses the answer. For all others it is a sign that texts have changed, and perhaps the code behind them.',
    mend: 'In a service or a mock, take the text of the clause. In a client, do not validate descriptions. Accept it where only the wording is new.',
  },
  'wrong-field': {
    code: 'CC019',
    title: 'The issue points at another field than the one at fault',
    means:
      '`field` is to hold the JSON Pointer of the member that was refused, and points elsewhere, or is missing although `location` is the body.',
    matters: 'A form that marks the field by it marks the wrong one, and its user mends what was right.',
    mend: 'In a service or a mock, pass the pointer on from the validator: `/additional_recipients/100`, with the slash and the index. In a client, mark nothing where the pointer leads nowhere.',
    example: {
      departs: '{"issue":"INVALID_STRING_MAX_LENGTH","field":"note"}, for a subject that is too long',
      conforms: '{"issue":"INVALID_STRING_MAX_LENGTH","field":"/subject"}',
    },
  },
  'wrong-location': {
    code: 'CC020',
    title: 'The issue names another part of the request',
    means:
      '`location` says whether `field` stands in body, path or query (`body` where it is left out), and names a part in which the fault was not.',
    matters:
      'A client looks for the field in the wrong place: an invoice id that stands in the path is not in the body.',
    mend: 'In a service or a mock, set `location` wherever the fault is not in the body. In a client, show field and location together.',
    example: {
      departs: '{"field":"invoice_id","location":"body",…}',
      conforms: '{"field":"invoice_id","location":"path",…}',
    },
  },
  'wrong-value': {
    code: 'CC021',
    title: 'The issue repeats another value than the one that was sent',
    means: '`value` is to hold the value of the field at fault, and holds another text.',
    matters:
      'Whoever reads the log believes that something else was sent. A value of another call would be a leak between customers.',
    mend: 'In a service or a mock, repeat the value as it was sent, or leave it out. Look closely where the value comes from another request, and report that at once.',
    example: {
      departs: '{"field":"/subject","value":"undefined",…}',
      conforms: '{"field":"/subject","value":"An invoice for …",…}',
    },
  },
} as const satisfies Readonly<Record<string, KindPage>>;
