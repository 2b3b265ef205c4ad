import type { Header } from '../../../schemas/exchange.ts';
import type { ErrorBody, GateLiteral } from '../gate-scenario.ts';

const JSON_TYPE: Header = ['Content-Type', 'application/json'];
const HTML: readonly Header[] = [
  ['Content-Type', 'text/html'],
  ['PayPal-Debug-Id', 'f4a1c0ffee123'],
];

/** Seen of other operations, or of what stands in front of a service: an SDK that breaks on it breaks in an outage. */
const OBSERVED = { level: 'SHOULD', origin: 'observed' } as const;
const PROSE = { level: 'SHOULD', origin: 'prose' } as const;

const itemsOf = (body: ErrorBody): readonly ErrorBody[] => (Array.isArray(body.details) ? body.details : []);

const page = '<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body>Bad Gateway</body></html>';

/** Answers that the contract allows and few clients expect, and answers that are none of the service's. */
export const answerScenarios = [
  {
    id: 'client.answer.reordered',
    title: 'Members in another order, and members that nobody knows, change nothing',
    given: 'DRAFT',
    answering: {
      by: 'edited',
      edit: (body) => ({
        retriable: false,
        ...Object.fromEntries(Object.entries(body).reverse()),
        details: itemsOf(body).map((item) => ({
          severity: 'ERROR',
          ...Object.fromEntries(Object.entries(item).reverse()),
        })),
        information_link: 'https://example.com/',
      }),
    },
    meets: 422,
    issues: ['CANNOT_CANCEL_DRAFT_INVOICE'],
    claims: 'response/error_422/details/type',
  },
  {
    id: 'client.answer.reworded',
    title: 'Other wording, which names another issue, changes nothing: no client may depend on it',
    given: 'MARKED_AS_PAID',
    answering: {
      by: 'edited',
      edit: (body) => ({
        ...body,
        message: 'Nope (INVOICE_CANCELED_ALREADY).',
        details: itemsOf(body).map((item) => ({ ...item, description: 'Draft invoice cannot be canceled.' })),
      }),
    },
    meets: 422,
    issues: ['CANNOT_CANCEL_PAID_INVOICE'],
    claims: 'prose/response/error_details/description',
  },
  {
    id: 'client.answer.two-issues',
    title: 'Two issues are both told',
    answering: {
      by: 'edited',
      status: 400,
      edit: (body) => ({
        ...body,
        details: [
          ...itemsOf(body),
          { field: '/additional_recipients', location: 'body', issue: 'INVALID_ARRAY_MAX_ITEMS' },
        ],
      }),
    },
    meets: 400,
    issues: ['INVALID_STRING_MAX_LENGTH', 'INVALID_ARRAY_MAX_ITEMS'],
    claims: 'response/error_400/details/type',
  },
  {
    id: 'client.answer.no-details',
    title: 'An error without details is an error',
    given: 'DRAFT',
    answering: { by: 'edited', edit: ({ details: _, ...body }) => body },
    meets: 422,
    claims: 'status/422',
  },
  {
    id: 'client.answer.unknown-issue',
    title: 'An issue code of tomorrow reaches the caller as it is',
    given: 'DRAFT',
    answering: {
      by: 'edited',
      edit: (body) => ({
        ...body,
        details: itemsOf(body).map((item) => ({ ...item, issue: 'CANNOT_CANCEL_DISPUTED_INVOICE' })),
      }),
    },
    meets: 422,
    issues: ['CANNOT_CANCEL_DISPUTED_INVOICE'],
    claims: 'response/error_details/issue/type',
    rests: PROSE,
  },
  {
    id: 'client.answer.unknown-status',
    title: 'A status that nobody documented is told as it is',
    answering: {
      by: 'canned',
      answer: {
        status: 451,
        headers: [JSON_TYPE],
        body: JSON.stringify({ name: 'UNAVAILABLE_FOR_LEGAL_REASONS', message: 'No.', debug_id: 'f4a1c0ffee451' }),
      },
    },
    meets: 451,
    claims: 'status/default',
  },
  {
    id: 'client.answer.accepted',
    title: '202 is no success: nothing says that the invoice is cancelled',
    answering: { by: 'canned', answer: { status: 202 } },
    meets: 202,
    claims: 'status/204',
  },
  {
    id: 'client.answer.ok-with-body',
    title: '200 with a body is no success: a proxy or a sign-in page answers so',
    answering: { by: 'canned', answer: { status: 200, headers: [JSON_TYPE], body: '{"status":"SENT"}' } },
    meets: 200,
    claims: 'status/204',
  },
  {
    id: 'client.answer.redirect',
    title: 'A redirect is not followed: a token and a cancel go where they were addressed',
    answering: {
      by: 'canned',
      answer: { status: 307, headers: [['Location', '/v2/invoicing/elsewhere']] },
    },
    meets: 307,
    claims: 'status/default',
    rests: OBSERVED,
  },
  {
    id: 'client.answer.oauth-401',
    title: 'The 401 that the service really sends, with an OAuth body, is told as 401',
    answering: {
      by: 'canned',
      answer: {
        status: 401,
        headers: [JSON_TYPE],
        body: '{"error":"invalid_token","error_description":"Token signature verification failed"}',
      },
    },
    meets: 401,
    claims: 'status/401',
    rests: OBSERVED,
  },
  {
    id: 'client.answer.html-502',
    title: "A gateway's HTML page is told as 502",
    answering: { by: 'canned', answer: { status: 502, headers: HTML, body: page } },
    meets: 502,
    claims: 'status/default',
    rests: OBSERVED,
  },
  {
    id: 'client.answer.html-200',
    title: 'A page of HTML with status 200 is no success',
    answering: { by: 'canned', answer: { status: 200, headers: HTML, body: page } },
    meets: 200,
    claims: 'status/204',
  },
  {
    id: 'client.answer.empty-500',
    title: 'An error without a body is told by its status',
    answering: { by: 'canned', answer: { status: 500, headers: [['PayPal-Debug-Id', 'f4a1c0ffee500']] } },
    meets: 500,
    claims: 'status/500',
    rests: OBSERVED,
  },
  {
    id: 'client.answer.truncated',
    title: 'JSON that breaks off is told by its status',
    given: 'DRAFT',
    answering: { by: 'edited', edit: (body) => JSON.stringify(body).slice(0, 60) },
    meets: 422,
    claims: 'status/422',
    rests: OBSERVED,
  },
  {
    id: 'client.answer.null',
    title: 'JSON that is no object is told by its status',
    answering: { by: 'canned', answer: { status: 500, headers: [JSON_TYPE], body: 'null' } },
    meets: 500,
    claims: 'status/500',
    rests: OBSERVED,
  },
  {
    id: 'client.answer.odd-details',
    title: 'Details that are no list are told by their status',
    given: 'DRAFT',
    answering: { by: 'edited', edit: (body) => ({ ...body, details: 'none' }) },
    meets: 422,
    claims: 'status/422',
    rests: OBSERVED,
  },
] as const satisfies readonly GateLiteral[];
