import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { REFUSAL } from '../../tests/recordings.ts';
import { findingText } from '../checks/finding-text.ts';
import type { SuiteError } from '../contract/suite-error.ts';
import { contract } from './contract.ts';
import { exchangeOf } from './fetched-exchange.ts';
import { judge } from './judge.ts';
import { operationCalled, operationNamed } from './known-operations.ts';
import { answeredExchange, type PlainExchange } from './plain-exchange.ts';
import { matchers } from './playwright.ts';

const URL_OF_CANCEL = 'https://api-m.sandbox.paypal.com/v2/invoicing/invoices/INV2-A/cancel';
const JSON_TYPE = { 'content-type': 'application/json' };
const answer = (over: object = {}, status = 422): PlainExchange => ({
  request: { url: URL_OF_CANCEL },
  response: { status, headers: JSON_TYPE, body: { ...REFUSAL, ...over } },
});

/** What stops a call, with its code and its hint. */
async function complaint(call: () => unknown): Promise<string> {
  try {
    await call();
  } catch (error) {
    const { code, message, hint } = error as SuiteError;
    return `${code}: ${message}. ${hint}`;
  }
  return '';
}

describe('the operation that a request calls', () => {
  test.each([
    ['POST', '/v2/invoicing/invoices/INV2-A/cancel', 'invoices.cancel'],
    ['POST', 'https://x/base/v2/invoicing/invoices/a%2Fb/cancel?x=/no#y', 'invoices.cancel'],
    ['POST', '/v2/invoicing/invoices/INV2-A/cancel#f', 'invoices.cancel'],
    ['POST', '/v2/invoicing/invoices/INV2-A/cancel/x', undefined],
    ['POST', '/v2/invoicing/invoices//cancel', undefined],
    ['POST', '/v2/invoicing/invoices/a/b/cancel', undefined],
    ['GET', '/v2/invoicing/invoices/INV2-A/cancel', undefined],
    ['POST', 'https://svcs.paypal.com/Invoice/CancelInvoice', 'CancelInvoice'],
    ['POST', '?/Invoice/CancelInvoice', undefined],
  ])('%s %s', (method, url, id) => {
    expect(operationCalled(method, url)).toBe(id);
  });

  test('is loaded once, and has to be known', async () => {
    expect(operationNamed('invoices.cancel')).toBe(operationNamed('invoices.cancel'));
    expect(await complaint(() => operationNamed('x'))).toBe(
      'OPERATION_MISSING: There is no contract of an operation "x". Choose one of: invoices.cancel, CancelInvoice.',
    );
  });
});

describe('an exchange in whatever shape', () => {
  const made = (exchange: PlainExchange, named?: string) => {
    const { startedAt, ...rest } = answeredExchange(exchange, named);
    expect(startedAt).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    return rest;
  };

  test('has its request and its answer told apart, without credentials', () => {
    const secret = { Authorization: 'a', 'proxy-authorization': 'b', COOKIE: 'c', 'X-PAYPAL-SECURITY-USERID': 'd' };
    const kept = {
      'X-Authorization': 'e',
      accept: ['f', 'g'],
      none: undefined,
      'authorization-x': 'h',
      cookies: 'i',
      'a-cookie': 'j',
      'my-x-paypal-security-userid': 'k',
    };
    expect(
      made({
        request: { method: 'post', url: `${URL_OF_CANCEL}?a=1`, headers: { ...secret, ...kept }, body: { note: 'é' } },
        response: { status: 204, headers: [['A', 'b']], body: new Uint8Array([0xff]) },
      }),
    ).toMatchInlineSnapshot(`
      {
        "durationMs": 0,
        "operation": "invoices.cancel",
        "request": {
          "body": "{"note":"é"}",
          "credential": "caller",
          "headers": [
            [
              "X-Authorization",
              "e",
            ],
            [
              "accept",
              "f",
            ],
            [
              "accept",
              "g",
            ],
            [
              "authorization-x",
              "h",
            ],
            [
              "cookies",
              "i",
            ],
            [
              "a-cookie",
              "j",
            ],
            [
              "my-x-paypal-security-userid",
              "k",
            ],
          ],
          "method": "POST",
          "path": "/v2/invoicing/invoices/INV2-A/cancel?a=1",
          "url": "https://api-m.sandbox.paypal.com/v2/invoicing/invoices/INV2-A/cancel?a=1",
        },
        "response": {
          "body": "�",
          "bodyBytes": 1,
          "headers": [
            [
              "A",
              "b",
            ],
          ],
          "kind": "answer",
          "status": 204,
          "validUtf8": false,
        },
      }
    `);
  });

  test.each([
    [undefined, null],
    [null, null],
    ['', ''],
    ['text', 'text'],
    [{ a: 1 }, '{"a":1}'],
    [Buffer.from('xbytesx').subarray(1, 6), 'bytes'],
  ])('has a body of %j', (body, text) => {
    const { request, response } = made({ request: { body }, response: { status: 200, body } }, 'invoices.cancel');
    expect(request).toMatchObject({ method: 'POST', url: '', path: '', headers: [], body: text });
    expect(response).toMatchObject({ body: text ?? '', bodyBytes: (text ?? '').length, validUtf8: true, headers: [] });
  });

  test.each([
    ['HTTP://Host:1/a/b?c', '/a/b?c'],
    ['svn+ssh.x-y://h/a', '/a'],
    ['/a', '/a'],
    ['a/b', 'a/b'],
    ['1x://h/a', '1x://h/a'],
    ['h2://x/a', '/a'],
  ])('has the path of %s', (url, path) => {
    expect(made({ request: { url }, response: { status: 200 } }, 'invoices.cancel').request.path).toBe(path);
  });

  test('says what is missing of it', async () => {
    const of = (exchange: PlainExchange) => complaint(() => answeredExchange(exchange, undefined));
    expect(await of({ response: { status: 200 } })).toBe(
      "USAGE: POST (no URL) calls no operation that has a contract. Name it: judge(exchange, { operation: 'invoices.cancel' }).",
    );
    expect(await of({ request: { method: 'get', url: '/x' }, response: { status: 200 } })).toMatch(
      /^USAGE: get \/x calls no operation/,
    );
    for (const status of [99, 1000, 20.5, '200' as unknown as number])
      expect(await of({ request: { url: URL_OF_CANCEL }, response: { status } })).toBe(
        `USAGE: An exchange was given whose status is ${JSON.stringify(status)}. Give response.status as the number that was answered.`,
      );
    for (const status of [100, 999])
      expect(await of({ request: { url: URL_OF_CANCEL }, response: { status } })).toBe('');
  });

  test.each<[string, object]>([
    ['a stream of the web', new Response('{}').body as object],
    ['a stream of Node', Readable.from(['{}'])],
    ['a promise', new Response('{}').text()],
    ['a blob', new Blob(['{}'])],
    ['an answer of fetch', new Response('{}')],
  ])('has no body that is still to be read: %s', async (_, body) => {
    expect(await complaint(() => judge({ request: { url: URL_OF_CANCEL }, response: { status: 422, body } }))).toBe(
      'USAGE: An exchange was given whose body is not read yet. Read it first: judge(await exchangeOf(request, response)) does so for fetch.',
    );
  });

  test('of a fetch is read from clones', async () => {
    const request = new Request(URL_OF_CANCEL, { method: 'POST', headers: { 'x-a': 'b' } });
    const response = new Response('ü', { status: 404, headers: { 'x-c': 'd' } });
    const { request: sent, response: got } = await exchangeOf(request, response);
    expect({ ...sent, headers: [...(sent?.headers as Headers)] }).toMatchObject({
      method: 'POST',
      url: URL_OF_CANCEL,
      body: null,
      headers: [['x-a', 'b']],
    });
    expect(got).toMatchObject({ status: 404, body: new Uint8Array(Buffer.from('ü')) });
    const used = new Request(URL_OF_CANCEL, { method: 'POST', body: '{}' });
    await used.text();
    expect((await exchangeOf(used, response)).request?.body).toBeNull();
  });
});

describe('an expectation', () => {
  const texts = (exchange: PlainExchange, options: Parameters<typeof judge>[1]) =>
    judge(exchange, options)
      .map((finding) => findingText(finding.check, finding))
      .join('\n');
  test('rests on the clause of the issue, of the status, or of the operation', () => {
    expect(
      texts(answer({}, 400), { status: [422, 404], issue: 'CANNOT_CANCEL_PAID_INVOICE' })
        .split('\n')
        .slice(0, 3),
    ).toMatchInlineSnapshot(`
      [
        "status: wrong-status (MUST, spec)",
        "  Expected 422 or 404 CANNOT_CANCEL_PAID_INVOICE; the answer is 400 and calls itself UNPROCESSABLE_ENTITY (CANNOT_CANCEL_DRAFT_INVOICE).",
        "  clause   paypal/invoices.cancel.openapi.yaml:425 /components/schemas/invoices.cancel-422/properties/details/items/anyOf/1/properties/issue/enum/0",
      ]
    `);
    expect(texts({ ...answer(), response: { status: 204 } }, { status: 404 })).toMatchInlineSnapshot(`
      "status: wrong-status (MUST, spec)
        Expected 404; the answer is 204 and calls itself nothing.
        clause   paypal/invoices.cancel.openapi.yaml:154 /paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post/responses/404
        expected 404
        actual   204"
    `);
    expect(texts({ ...answer(), response: { status: 204 } }, { status: 200, issue: 'X' })).toMatchInlineSnapshot(`
      "status: wrong-status (MUST, spec)
        Expected 200 X; the answer is 204 and calls itself nothing.
        clause   paypal/invoices.cancel.openapi.yaml:174 /paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post/responses/default
        expected 200 X
        actual   204"
    `);
    expect(texts(answer(), { status: 422, issue: 'CANNOT_CANCEL_PAID_INVOICE' })).toMatchInlineSnapshot(`
      "issue-expected: wrong-issue (MUST, spec)
        Expected CANNOT_CANCEL_PAID_INVOICE; the answer names CANNOT_CANCEL_DRAFT_INVOICE, which stands for: Draft invoice cannot be canceled.
        clause   paypal/invoices.cancel.openapi.yaml:425 /components/schemas/invoices.cancel-422/properties/details/items/anyOf/1/properties/issue/enum/0
        pointer  /details/0/issue
        expected CANNOT_CANCEL_PAID_INVOICE
        actual   CANNOT_CANCEL_DRAFT_INVOICE"
    `);
  });

  test('of an issue needs a status', async () => {
    expect(await complaint(() => judge(answer(), { issue: 'X' }))).toBe(
      'USAGE: The issue X is expected of no status. Name the status as well: { status: 422, issue }.',
    );
  });

  test('of a legacy answer is how it ends', () => {
    const envelope = {
      ack: 'Success',
      timestamp: '2026-01-01T00:00:00.000-08:00',
      correlationId: 'b1985a21862fe',
      build: '1',
    };
    const body = { responseEnvelope: envelope, invoiceID: 'INV2-A', invoiceNumber: '1', invoiceURL: 'https://x.test' };
    const request = { url: '/Invoice/CancelInvoice', headers: { 'X-PAYPAL-RESPONSE-DATA-FORMAT': 'JSON' } };
    const exchange = { request, response: { status: 200, headers: JSON_TYPE, body } };
    expect(
      judge(exchange, { ack: 'Failure' }).map(({ kind, clause }) => [kind, clause.pointer]),
    ).toMatchInlineSnapshot(`
      [
        [
          "wrong-ack",
          "/paths/~1Invoice~1CancelInvoice/post/responses/200",
        ],
      ]
    `);
    const [ofNone] = judge(exchange, { status: 500, ack: 'Failure' });
    expect(ofNone).toMatchObject({ kind: 'wrong-ack', clause: { pointer: '/paths/~1Invoice~1CancelInvoice/post' } });
  });
});

test('the contract as data has a document, statuses and obligations', () => {
  const { obligations, statuses, clause, document, ...rest } = contract('invoices.cancel');
  expect(rest).toEqual({ id: 'invoices.cancel', method: 'POST', path: '/v2/invoicing/invoices/{invoice_id}/cancel' });
  expect({ ...document, sha256: document.sha256.length, line: clause.line }).toEqual({
    file: 'paypal/invoices.cancel.openapi.yaml',
    version: '2.7',
    sha256: 64,
    line: 114,
  });
  expect(
    statuses.map(
      ({ status, listed, names, issues, mediaTypes, clause: { line } }) =>
        `${status} ${listed} ${names} ${issues} ${mediaTypes} ${line}`,
    ),
  ).toMatchInlineSnapshot(`
    [
      "204 true    134",
      "400 true INVALID_REQUEST INVALID_STRING_MAX_LENGTH,INVALID_ARRAY_MAX_ITEMS application/json 138",
      "401 false AUTHENTICATION_FAILURE  application/json 617",
      "403 true NOT_AUTHORIZED PERMISSION_DENIED application/json 146",
      "404 true RESOURCE_NOT_FOUND  application/json 154",
      "409 false RESOURCE_CONFLICT  application/json 650",
      "415 false UNSUPPORTED_MEDIA_TYPE  application/json 679",
      "422 true UNPROCESSABLE_ENTITY CANNOT_CANCEL_DRAFT_INVOICE,CANNOT_CANCEL_PAID_INVOICE,CANNOT_CANCEL_REFUNDED_INVOICE,CANNOT_CANCEL_SCHEDULED_INVOICE,INVOICE_CANCELED_ALREADY application/json 160",
      "429 false RATE_LIMIT_REACHED  application/json 708",
      "500 true INTERNAL_SERVER_ERROR  application/json 168",
      "503 false SERVICE_UNAVAILABLE  application/json 724",
    ]
  `);
  expect(obligations.length).toBeGreaterThan(100);
});

describe('the matcher', () => {
  const matched = async (received: unknown, options?: Parameters<typeof matchers.toConformTo>[2]) => {
    const { name, pass, message } = await matchers.toConformTo(received, 'invoices.cancel', options);
    return `${name} ${pass}: ${message()}`;
  };
  test('says what departs', async () => {
    expect(await matched(answer())).toBe(
      'toConformTo true: The answer conforms to invoices.cancel, and was expected not to.',
    );
    expect(await matched(answer({ name: 'NO' }))).toMatchInlineSnapshot(`
      "toConformTo false: The answer departs from invoices.cancel in 1 way:

      invoices.cancel: wrong-name (MUST, spec)
        A 422 is named UNPROCESSABLE_ENTITY; this one is named "NO" (no other).
        clause   paypal/invoices.cancel.openapi.yaml:380 /components/schemas/error_422/properties/name/enum
        pointer  /name
        expected UNPROCESSABLE_ENTITY
        actual   "NO""
    `);
    expect(await matched(answer({ name: 'NO', debug_id: '' }))).toMatch(/departs from invoices\.cancel in 2 ways:\n\n/);
  });

  test('fails by what is firm enough', async () => {
    const news = answer({ more: 1 });
    expect([await matched(news), await matched(news, { failOn: 'MAY' })].map((text) => text.slice(0, 17))).toEqual([
      'toConformTo true:',
      'toConformTo false',
    ]);
    const prose = answer({ debug_id: '' });
    expect([await matched(prose), await matched(prose, { failOn: 'MUST' })].map((text) => text.slice(0, 17))).toEqual([
      'toConformTo false',
      'toConformTo true:',
    ]);
    const gap = { ...answer(), response: { status: 400, headers: {} } };
    expect((await matched(gap, { status: 400, failOn: 'MAY' })).slice(0, 16)).toBe('toConformTo true');
  });

  const one = (): number => 1;
  const none = (): readonly never[] => [];
  test.each<[unknown]>([
    [null],
    [undefined],
    ['text'],
    [{}],
    [{ headersArray: [], status: one }],
    [{ headersArray: none, status: 200 }],
    [{ clone: one, status: '200' }],
    [{ clone: 1, status: 200 }],
    [{ headersArray: none }],
    [{ clone: one }],
  ])('refuses %j', async (received) => {
    expect(await complaint(() => matched(received))).toBe(
      'USAGE: toConformTo was given neither an answer nor an exchange. Give it what request.post() or fetch() resolves to, or { request, response }.',
    );
  });

  test('takes an answer of Playwright and one of fetch', async () => {
    const bytes = Buffer.from(JSON.stringify(REFUSAL));
    const api = {
      url: () => URL_OF_CANCEL,
      status: () => 422,
      headersArray: () => [{ name: 'Content-Type', value: 'text/plain' }],
      body: async () => bytes,
    };
    expect(await matched(api)).toContain('the answer says text/plain');
    expect(await matched(new Response(bytes, { status: 422, headers: { 'content-type': 'text/html' } }))).toContain(
      'the answer says text/html',
    );
  });
});
