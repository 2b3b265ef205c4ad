import { describe, expect, it } from 'vitest';
import {
  answered,
  cancel,
  DEBUG_ID,
  expecting,
  HEADERS,
  inShort,
  judged,
  type SampleBody,
  sampleBody,
} from '../../tests/judging.ts';
import type { Answer, Header } from '../exchange.ts';
import type { Expected } from './check.ts';
import { checks } from './checks.ts';

const DRAFT = 'CANNOT_CANCEL_DRAFT_INVOICE';
const PAID = 'CANNOT_CANCEL_PAID_INVOICE';
const TOO_LONG = 'INVALID_STRING_MAX_LENGTH';
const detail = (body: SampleBody): Record<string, unknown> => body.details?.[0] ?? {};
const link = (body: SampleBody): Record<string, unknown> => body.links?.[0] ?? {};

/** A sample answer with its body changed in one place, and what that draws. */
type Row = readonly [
  what: string,
  status: number,
  issue: string | undefined,
  change: (body: SampleBody) => unknown,
  draws: readonly string[],
];

const rows: readonly Row[] = [
  [
    'name of another status',
    422,
    DRAFT,
    (b) => Object.assign(b, { name: 'INVALID_REQUEST' }),
    ['MUST wrong-name /name'],
  ],
  ['name that is no text', 422, DRAFT, (b) => Object.assign(b, { name: 5 }), ['MUST wrong-name /name']],
  ['no name', 422, DRAFT, ({ name: _, ...b }) => b, ['SHOULD wrong-name /name']],
  [
    'name of a 400 in a 401',
    401,
    undefined,
    (b) => Object.assign(b, { name: 'INVALID_REQUEST', message: sampleBody(400).message }),
    ['SHOULD wrong-name /name', 'SHOULD wrong-message /message'],
  ],
  [
    'only the name of a 400 in a 401',
    401,
    undefined,
    (b) => Object.assign(b, { name: 'INVALID_REQUEST' }),
    ['MUST wrong-name /name'],
  ],
  [
    'unknown name in a 401',
    401,
    undefined,
    (b) => Object.assign(b, { name: 'UNAUTHENTICATED' }),
    ['MUST wrong-name /name'],
  ],
  ['no name in a 401', 401, undefined, ({ name: _, ...b }) => b, ['SHOULD wrong-name /name']],
  [
    'message of another status',
    404,
    undefined,
    (b) => Object.assign(b, { message: 'Not found.' }),
    ['MUST wrong-message /message'],
  ],
  ['no message', 404, undefined, ({ message: _, ...b }) => b, ['SHOULD wrong-message /message']],
  [
    'unknown message in a 415',
    415,
    undefined,
    (b) => Object.assign(b, { message: 'The request payload is not supported' }),
    ['MUST wrong-message /message'],
  ],
  ['a 401 that claims nothing', 401, undefined, () => ({ debug_id: DEBUG_ID }), ['MUST schema-violation']],
  [
    'a 401 of OAuth',
    401,
    undefined,
    () => ({ error: 'invalid_token', debug_id: DEBUG_ID }),
    ['MUST schema-violation', 'MAY unknown-member /error'],
  ],
  [
    'issue that nobody lists',
    422,
    DRAFT,
    (b) => Object.assign(b, { details: [{ ...detail(b), issue: 'CANNOT_CANCEL_DRAFT_INVOICES' }] }),
    ['MUST unlisted-issue /details/0/issue'],
  ],
  [
    'issue of another status',
    400,
    TOO_LONG,
    (b) => Object.assign(b, { details: [{ field: '/note', issue: DRAFT }] }),
    ['MUST unlisted-issue /details/0/issue'],
  ],
  [
    'another listed issue',
    422,
    DRAFT,
    (b) => Object.assign(b, { details: sampleBody(422, PAID).details }),
    ['MUST wrong-issue /details/0/issue'],
  ],
  [
    'issue that is no text',
    422,
    DRAFT,
    (b) => Object.assign(b, { details: [{ ...detail(b), issue: 5 }] }),
    ['MUST schema-violation /details/0/issue'],
  ],
  [
    'no issue',
    422,
    DRAFT,
    (b) => Object.assign(b, { details: [{ field: '/note' }] }),
    ['MUST schema-violation /details/0/issue'],
  ],
  ['no details', 422, DRAFT, ({ details: _, ...b }) => b, ['MUST missing-details /details']],
  ['empty details', 422, DRAFT, (b) => Object.assign(b, { details: [] }), ['MUST missing-details /details']],
  [
    'details that are no list',
    422,
    DRAFT,
    (b) => Object.assign(b, { details: detail(b) }),
    ['MUST schema-violation /details'],
  ],
  [
    'a detail that is no object',
    422,
    DRAFT,
    (b) => Object.assign(b, { details: ['x', detail(b)] }),
    ['MUST schema-violation /details/0'],
  ],
  [
    'description of another issue',
    422,
    DRAFT,
    (b) =>
      Object.assign(b, { details: [{ ...detail(b), description: 'Cannot cancel a paid or partially paid invoice.' }] }),
    ['MUST wrong-description /details/0/description'],
  ],
  [
    'description of an issue of another status',
    422,
    DRAFT,
    (b) =>
      Object.assign(b, {
        details: [{ ...detail(b), description: 'Field value exceeded the maximum allowed number of characters.' }],
      }),
    ['MUST wrong-description /details/0/description'],
  ],
  [
    'other wording',
    422,
    DRAFT,
    (b) => Object.assign(b, { details: [{ ...detail(b), description: 'A draft cannot be cancelled.' }] }),
    ['SHOULD unknown-description /details/0/description'],
  ],
  [
    'description that is no text',
    422,
    DRAFT,
    (b) => Object.assign(b, { details: [{ ...detail(b), description: 5 }] }),
    ['MUST schema-violation /details/0/description'],
  ],
  [
    'another field',
    400,
    TOO_LONG,
    (b) => Object.assign(b, { details: [{ ...detail(b), field: 'note' }] }),
    ['SHOULD wrong-field /details/0/field'],
  ],
  [
    'no field',
    400,
    TOO_LONG,
    (b) => Object.assign(b, { details: [{ ...detail(b), field: undefined }] }),
    ['SHOULD wrong-field /details/0/field'],
  ],
  [
    'field that is no text',
    400,
    TOO_LONG,
    (b) => Object.assign(b, { details: [{ ...detail(b), field: 5 }] }),
    ['MUST schema-violation /details/0/field'],
  ],
  [
    'another location',
    400,
    TOO_LONG,
    (b) => Object.assign(b, { details: [{ ...detail(b), location: 'path' }] }),
    ['SHOULD wrong-location /details/0/location'],
  ],
  [
    'location outside the enum',
    400,
    TOO_LONG,
    (b) => Object.assign(b, { details: [{ ...detail(b), location: 'header' }] }),
    ['MUST schema-violation /details/0/location'],
  ],
  [
    'another value',
    400,
    TOO_LONG,
    (b) => Object.assign(b, { details: [{ ...detail(b), value: 'short' }] }),
    ['SHOULD wrong-value /details/0/value'],
  ],
  [
    'value that is no text',
    400,
    TOO_LONG,
    (b) => Object.assign(b, { details: [{ ...detail(b), value: 5 }] }),
    ['MUST schema-violation /details/0/value'],
  ],
  ['no debug id', 500, undefined, ({ debug_id: _, ...b }) => b, ['SHOULD missing-debug-id /debug_id']],
  ['empty debug id', 500, undefined, (b) => Object.assign(b, { debug_id: '' }), ['SHOULD missing-debug-id /debug_id']],
  [
    'debug id that is no text',
    500,
    undefined,
    (b) => Object.assign(b, { debug_id: 5 }),
    ['MUST schema-violation /debug_id'],
  ],
  [
    'debug id that is no text, in a 401',
    401,
    undefined,
    (b) => Object.assign(b, { debug_id: 5 }),
    ['MUST schema-violation /debug_id'],
  ],
  [
    'debug id of another answer',
    500,
    undefined,
    (b) => Object.assign(b, { debug_id: 'f00' }),
    ['SHOULD debug-id-mismatch /debug_id'],
  ],
  [
    'link without rel',
    404,
    undefined,
    (b) => Object.assign(b, { links: [{ href: 'x' }, { href: 'y' }] }),
    ['MUST incomplete-link /links/0'],
  ],
  [
    'link without href',
    404,
    undefined,
    (b) => Object.assign(b, { links: [link(b), { rel: 'x' }] }),
    ['MUST incomplete-link /links/1'],
  ],
  [
    'link without rel, in a 401',
    401,
    undefined,
    (b) => Object.assign(b, { links: [{ href: 'x' }] }),
    ['MUST incomplete-link /links/0'],
  ],
  [
    'method outside the enum',
    404,
    undefined,
    (b) => Object.assign(b, { links: [{ ...link(b), method: 'get' }] }),
    ['MUST schema-violation /links/0/method'],
  ],
  ['links that are no list', 503, undefined, (b) => Object.assign(b, { links: {} }), ['MUST schema-violation /links']],
  [
    '10,001 links',
    404,
    undefined,
    (b) => Object.assign(b, { links: Array(10_001).fill(link(b)) }),
    ['MUST schema-violation /links'],
  ],
  [
    'href of 20,001 characters',
    404,
    undefined,
    (b) => Object.assign(b, { links: [{ ...link(b), href: 'x'.repeat(20_001) }] }),
    ['MUST schema-violation /links/0/href'],
  ],
  [
    '10,000 bad links are one finding',
    404,
    undefined,
    (b) => Object.assign(b, { links: Array(10_000).fill({ ...link(b), rel: 5 }) }),
    ['MUST schema-violation /links/0/rel'],
  ],
  [
    'unknown member',
    503,
    undefined,
    (b) => Object.assign(b, { information_link: 'x' }),
    ['MAY unknown-member /information_link'],
  ],
  [
    'unknown member named like one of every object',
    503,
    undefined,
    (b) => Object.assign(b, { constructor: 'x' }),
    ['MAY unknown-member /constructor'],
  ],
  [
    'unknown member of a detail',
    404,
    'ANY',
    (b) =>
      Object.assign(b, {
        details: [
          { ...detail(b), more: 1 },
          { ...detail(b), more: 1 },
        ],
      }),
    ['MAY unknown-member /details/0/more'],
  ],
  ['a body that is a list', 422, undefined, () => [], ['MUST schema-violation']],
  ['a body that is null', 422, undefined, () => null, ['MUST schema-violation']],
  ['a 401 whose body is a list', 401, undefined, () => [], ['MUST schema-violation']],
  [
    'a status that no branch names',
    418,
    undefined,
    () => ({ name: 'TEAPOT', debug_id: DEBUG_ID }),
    ['MUST schema-violation'],
  ],
];

describe('a body changed in one place', () => {
  it.each(rows)('%s in a %i', (_what, status, issue, change, draws) => {
    const listed = issue !== undefined && cancel.statusContract(status)?.issues.has(issue);
    const at = { field: '/note', location: 'body', value: 'too long' } as const;
    const expected = expecting(status, listed ? { issue, ...at } : {});
    expect(inShort(judged(answered(status, change(sampleBody(status, issue))), expected))).toEqual(draws);
  });
});

it('an absent location is the body', () => {
  const body = { ...sampleBody(422, DRAFT), details: [{ issue: DRAFT, field: 'invoiceId' }] };
  const expected = expecting(422, { issue: DRAFT, field: '/invoice_id', location: 'path' });
  expect(inShort(judged(answered(422, body), expected))).toEqual(['SHOULD wrong-location /details/0/location']);
});

it('a description that belongs to no alternative, without an issue, is the schema’s', () => {
  const body = { ...sampleBody(422), details: [{ description: 'x' }] };
  const draws = ['MUST schema-violation /details/0/issue', 'MUST schema-violation /details/0'];
  expect(inShort(judged(answered(422, body)))).toEqual(draws);
});

it('items that depart in two ways at one place are told by the first', () => {
  const links = [5, 'x'.repeat(101)].map((rel) => ({ href: 'x', rel }));
  const findings = judged(answered(404, { ...sampleBody(404), links }));
  expect(findings).toMatchObject([{ pointer: '/links/0/rel', expected: 'the type string' }]);
});

describe('answers that are in order', () => {
  const samples = cancel.statuses
    .filter((status) => status !== 204)
    .flatMap((status) =>
      [...(cancel.statusContract(status)?.issues.keys() ?? []), undefined].map((issue) => [status, issue] as const),
    );

  it.each(samples)('a %i with the issue %s', (status, issue) => {
    expect(judged(answered(status, sampleBody(status, issue)))).toEqual([]);
    const expected = expecting(
      status,
      issue === undefined ? {} : { issue, field: '/note', location: 'body', value: 'too long' },
    );
    expect(judged(answered(status, sampleBody(status, issue)), expected)).toEqual([]);
  });

  it('a 204 with nothing', () => {
    expect(judged(answered(204, ''), expecting(204))).toEqual([]);
    expect(
      judged(
        answered(204, '', {
          headers: [
            ['Content-Type', 'text/plain'],
            ['Content-Length', '0'],
          ],
        }),
      ),
    ).toEqual([]);
  });

  const body = sampleBody(422, DRAFT);
  const headers = (...list: Header[]): Partial<Answer> => ({ headers: list });
  const honest: readonly [what: string, body: unknown, more?: Partial<Answer>][] = [
    ['other order of members', Object.fromEntries(Object.entries(body).reverse())],
    ['white space', JSON.stringify(body, null, 4)],
    ['charset', body, headers(['Content-Type', 'application/json; charset=utf-8'])],
    [
      'letter case of names and media type',
      body,
      headers(['content-type', 'Application/JSON;Charset=UTF-8'], ['PAYPAL-DEBUG-ID', DEBUG_ID]),
    ],
    ['letter case of the debug id', body, headers(HEADERS[0] as Header, ['Paypal-Debug-Id', DEBUG_ID.toUpperCase()])],
    [
      'debug id sent twice',
      body,
      headers(HEADERS[0] as Header, ['PayPal-Debug-Id', 'other'], ['PayPal-Debug-Id', DEBUG_ID]),
    ],
    ['debug ids in one line', body, headers(HEADERS[0] as Header, ['PayPal-Debug-Id', `other, ${DEBUG_ID}`])],
    ['no debug id header', body, headers(HEADERS[0] as Header)],
    ['more headers', body, headers(...HEADERS, ['X-More', 'x'], ['Date', 'x'])],
    ['more links', { ...body, links: [...(body.links ?? []), { href: '/x', rel: 'up' }] }],
    ['no links', { ...body, links: undefined }],
    ['no description, no value, no location', { ...body, details: [{ field: '/note', issue: DRAFT }] }],
    ['more than one detail', { ...body, details: [{ ...detail(body), field: '/subject' }, detail(body)] }],
  ];
  it.each(honest)('%s', (_what, changed, more) => {
    const expected = expecting(422, { issue: DRAFT, field: '/note', location: 'body', value: 'too long' });
    expect(judged(answered(422, changed, more), expected)).toEqual([]);
  });

  it('any spelling of a field in the path', () => {
    for (const field of ['invoiceId', '/invoice_id', 'invoice_id']) {
      const changed = { ...body, details: [{ issue: DRAFT, location: 'path', field }] };
      const expected = expecting(422, { issue: DRAFT, field: '/invoice_id', location: 'path' });
      expect(judged(answered(422, changed), expected)).toEqual([]);
    }
  });

  it('any issue where the contract lists none', () => {
    expect(judged(answered(404, sampleBody(404, 'INVOICE_NOT_FOUND')), expecting(404))).toEqual([]);
  });
});

describe('the answer as a whole', () => {
  const HTML = [['Content-Type', 'text/html']] as const;
  const whole: readonly [
    what: string,
    status: number,
    body: unknown,
    more: Partial<Answer>,
    draws: readonly string[],
  ][] = [
    ['a 204 with a body', 204, '{}', {}, ['MUST unexpected-body']],
    ['a 204 that announces a body', 204, '', { headers: [['Content-Length', '2']] }, ['MUST unexpected-body']],
    ['a 204 in chunks', 204, '', { headers: [['Transfer-Encoding', 'chunked']] }, ['MUST unexpected-body']],
    [
      'a body of the wrong type',
      404,
      sampleBody(404),
      { headers: [['Content-Type', 'text/plain']] },
      ['MUST wrong-media-type'],
    ],
    ['a body without a type', 404, sampleBody(404), { headers: [] }, ['MUST wrong-media-type']],
    ['a body that is HTML', 503, '<html>', { headers: HTML }, ['MUST wrong-media-type', 'MUST malformed-json']],
    ['a body that is cut', 404, '{"name":', {}, ['MUST malformed-json']],
    ['a body with a byte order mark', 404, `\ufeff${JSON.stringify(sampleBody(404))}`, {}, ['MUST malformed-json']],
    ['no body', 404, '', {}, ['MUST malformed-json']],
    ['a body that is no UTF-8', 404, sampleBody(404), { validUtf8: false }, ['MUST invalid-utf8']],
  ];
  it.each(whole)('%s', (_what, status, body, more, draws) => {
    expect(inShort(judged(answered(status, body, more), expecting(status)))).toEqual(draws);
  });

  it('a wrong status is one finding, and silences what was expected of another', () => {
    const expected = expecting(422, { issue: DRAFT, field: '/note', level: 'SHOULD', origin: 'prose' });
    const [finding, ...others] = judged(answered(400, sampleBody(400, TOO_LONG)), expected);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      kind: 'wrong-status',
      check: 'status',
      level: 'SHOULD',
      origin: 'prose',
      clause: expected.clause,
      expected: `422 ${DRAFT}`,
      actual: `400 INVALID_REQUEST (${TOO_LONG})`,
    });
    expect(inShort(judged(answered(204, ''), expecting([400, 415])))).toEqual(['MUST wrong-status']);
    expect(judged(answered(415, sampleBody(415)), expecting([400, 415]))).toEqual([]);
  });

  it('a wrong status does not silence the contract', () => {
    const body = { ...sampleBody(400, TOO_LONG), name: 'X' };
    expect(inShort(judged(answered(400, body), expecting(204)))).toEqual([
      'MUST wrong-status',
      'MUST wrong-name /name',
    ]);
  });
});

describe('a gap in the contract', () => {
  const body = sampleBody(400, 'MALFORMED_REQUEST_JSON');
  it('leaves the issue to the server', () => {
    const [finding, ...others] = judged(answered(400, body), expecting(400));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ kind: 'undocumented-issue', origin: 'undefined', level: 'MAY' });
  });

  it('leaves it nothing else', () => {
    const changed = { ...body, details: [{ ...detail(body), location: 'nowhere' }] };
    const kinds = ['MUST schema-violation /details/0/location', 'MAY undocumented-issue /details/0/issue'];
    expect(inShort(judged(answered(400, changed), expecting(400)))).toEqual(kinds);
  });

  it('is none without a scenario, nor where the status was not expected', () => {
    expect(inShort(judged(answered(400, body)))).toEqual(['MUST unlisted-issue /details/0/issue']);
    expect(inShort(judged(answered(400, body), expecting(204)))).toContain('MUST unlisted-issue /details/0/issue');
  });
});

describe('what a finding rests on', () => {
  const undecided: Expected = expecting(422, { issue: DRAFT, field: '/note', origin: 'undefined' });
  it('is undefined where the expectation is', () => {
    const other = judged(answered(422, sampleBody(422, PAID)), undecided);
    expect(other).toMatchObject([{ kind: 'wrong-issue', origin: 'undefined' }]);
    const elsewhere = { ...sampleBody(422, DRAFT), details: [{ issue: DRAFT, field: '/subject' }] };
    expect(judged(answered(422, elsewhere), undecided)).toMatchObject([{ kind: 'wrong-field', origin: 'undefined' }]);
  });

  const lineOf = (pointer: string) => cancel.spec.clauseAt(pointer).line;
  it.each([
    [
      'its own keyword',
      404,
      { links: [{ href: 5, rel: 'x' }] },
      '/components/schemas/error_link_description/properties/href/type',
    ],
    ['its own branch', 401, { debug_id: 5 }, '/components/schemas/error_401/properties/debug_id/type'],
    ['its own enum', 503, { name: 'X' }, '/components/schemas/error_503/properties/name/enum'],
  ])('cites %s', (_what, status, change, pointer) => {
    const [finding] = judged(answered(status, { ...sampleBody(status), ...change }));
    expect(finding?.clause).toMatchObject({ pointer, line: lineOf(pointer) });
  });

  it('cites the issue that was expected', () => {
    const [finding] = judged(answered(422, sampleBody(422)), expecting(422, { issue: PAID }));
    const line = cancel.statusContract(422)?.issues.get(PAID)?.clause.line;
    expect(finding).toMatchObject({ kind: 'missing-details', clause: { line } });
  });
});

describe('explanations', () => {
  const explained = (status: number, body: unknown, expected?: Expected) =>
    judged(answered(status, body), expected).map(({ explanation }) => explanation);

  it('list the issues of a status, the nearest first', () => {
    const body = { ...sampleBody(422), details: [{ issue: 'CANT_CANCEL_INVOICE_SCHEDULED', field: '/x' }] };
    expect(explained(422, body)[0]).toMatch(/nearest first: CANNOT_CANCEL_SCHEDULED_INVOICE, /);
    const moved = { ...sampleBody(422), details: [{ issue: 'PERMISSION_DENIED', field: '/x' }] };
    expect(explained(422, moved)[0]).toContain('it is one of 403');
  });

  it('say which branch of default a body claims, or that it claims none', () => {
    expect(explained(401, {})[0]).toContain('10 of 10 match: nothing in them is required');
    expect(explained(401, sampleBody(400))[0]).toContain('it is the name of error_400');
    expect(explained(401, { ...sampleBody(401), name: 'X' })[0]).toContain('none of the 10 branches');
    expect(explained(418, { name: 'AUTHENTICATION_FAILED' })[0]).toContain('the nearest are AUTHENTICATION_FAILURE');
  });

  it('name every keyword that one place breaks', () => {
    const [text] = explained(404, { ...sampleBody(404), links: [{ href: 'x', rel: 'y', method: 'a' }] });
    expect(text).toContain('/links/0/method is "a"; the contract wants one of "GET", "POST"');
    expect(text).toContain('and at least 3 characters and text that matches');
  });

  it('stay short whatever the answer holds', () => {
    const body = { ...sampleBody(422), name: 'n'.repeat(99_999), details: [{ issue: 'i'.repeat(99_999), field: 'f' }] };
    for (const text of explained(422, body, expecting(204))) expect(text.length).toBeLessThan(1_000);
  });
});

describe('the registry', () => {
  it('has one entry for every check, each with an id of its own', () => {
    expect(checks).toHaveLength(14);
    expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
    for (const { id, summary } of checks) expect(`${id} ${summary}`).toMatch(/^[a-z0-9-]+ .+\.$|MAY\)\.$/);
  });

  it('marks each finding with the check that drew it', () => {
    const findings = judged(answered(422, { ...sampleBody(422, DRAFT), name: 'X' }));
    expect(findings.map(({ check }) => check)).toEqual(['error-name']);
  });
});
