import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { REFUSAL } from '../../tests/recordings.ts';
import { PACKAGE_ROOT } from '../contract/package-file.ts';
import { operationCalled, operationNamed } from './known-operations.ts';
import * as library from './library.ts';
import { contract, exchangeOf, judge } from './library.ts';
import { knownOperations } from './operation-list.ts';
import * as forPlaywright from './playwright.ts';

const URL_OF_CANCEL = 'https://api-m.sandbox.paypal.com/v2/invoicing/invoices/INV2-A/cancel';
const refused = (over: object = {}) => ({
  request: { method: 'POST', url: URL_OF_CANCEL, headers: { authorization: 'Bearer secret' }, body: {} },
  response: { status: 422, headers: { 'Content-Type': 'application/json' }, body: { ...REFUSAL, ...over } },
});
const kindsIn = (findings: readonly library.Finding[]): readonly string[] => findings.map(({ kind }) => kind);

test('what is exported is what was promised', () => {
  expect(Object.keys(library).sort()).toEqual(['SuiteError', 'contract', 'exchangeOf', 'judge']);
  expect(Object.keys(forPlaywright)).toEqual(['matchers']);
  expect(Object.keys(forPlaywright.matchers)).toEqual(['toConformTo']);
});

test.each(knownOperations)('calls of $id are told by method and path as its document has them', ({
  id,
  method,
  path,
}) => {
  expect(operationNamed(id)).toMatchObject({ id, method, path });
  expect(operationCalled(method, `http://127.0.0.1:1/base${path.replace('{invoice_id}', 'a%2Fb')}?q=1#f`)).toBe(id);
  expect(operationCalled('GET', path)).toBeUndefined();
});

describe('contract', () => {
  test('is the document as data', () => {
    const { id, method, statuses, obligations, document } = contract('invoices.cancel');
    expect({ id, method }).toEqual({ id: 'invoices.cancel', method: 'POST' });
    expect(document.sha256).toMatch(/^[0-9a-f]{64}$/);
    const conflict = statuses.find(({ status }) => status === 422);
    expect(conflict).toMatchObject({ listed: true, names: ['UNPROCESSABLE_ENTITY'] });
    expect(conflict?.issues).toContain('CANNOT_CANCEL_DRAFT_INVOICE');
    expect(obligations.map((obligation) => obligation.id)).toContain('issue/422/CANNOT_CANCEL_DRAFT_INVOICE');
    expect(contract()).toBe(contract('invoices.cancel'));
  });

  test('of the legacy operation is one as well', () => {
    expect(contract('CancelInvoice').obligations.length).toBeGreaterThan(10);
  });

  test('of what is not known is refused by a sentence', () => {
    expect(() => contract('orders.create' as 'invoices.cancel')).toThrow(/no contract of an operation "orders.create"/);
  });
});

describe('judge', () => {
  test('finds nothing in an answer that conforms, whatever shape its parts have', () => {
    expect(judge(refused())).toEqual([]);
    const body = JSON.stringify(REFUSAL);
    for (const headers of [
      new Headers({ 'content-type': 'application/json' }),
      [['Content-Type', 'application/json']] as const,
    ])
      for (const sent of [body, Buffer.from(body)])
        expect(judge({ response: { status: 422, headers, body: sent } }, { operation: 'invoices.cancel' })).toEqual([]);
    expect(judge({ request: { url: URL_OF_CANCEL }, response: { status: 204 } })).toEqual([]);
  });

  test('finds what departs, with clause and level', () => {
    const [first] = judge(refused({ name: 'INVALID_REQUEST' }));
    expect(first).toMatchObject({
      kind: 'wrong-name',
      clause: { file: 'paypal/invoices.cancel.openapi.yaml' },
      pointer: '/name',
    });
  });

  test('holds the answer to what the caller expects', () => {
    expect(judge(refused(), { status: 422, issue: 'CANNOT_CANCEL_DRAFT_INVOICE' })).toEqual([]);
    expect(kindsIn(judge(refused(), { status: 422, issue: 'CANNOT_CANCEL_PAID_INVOICE' }))).toEqual(['wrong-issue']);
    expect(kindsIn(judge(refused(), { status: [204, 404] }))).toContain('wrong-status');
    expect(() => judge(refused(), { issue: 'X' })).toThrow(/expected of no status/);
    const [other] = judge(
      { request: { url: URL_OF_CANCEL }, response: { status: 204 } },
      { status: 422, issue: 'CANNOT_CANCEL_PAID_INVOICE' },
    );
    expect(other).toMatchObject({ kind: 'wrong-status', clause: { pointer: expect.stringContaining('/issue/enum/') } });
  });

  test('holds a legacy answer to how it has to end', () => {
    const envelope = { timestamp: '2026-01-01T00:00:00.000-08:00', correlationId: 'b1985a21862fe', build: '1877082' };
    const body = {
      responseEnvelope: { ...envelope, ack: 'Success' },
      invoiceID: 'INV2-A',
      invoiceNumber: '1',
      invoiceURL: 'https://x.test',
    };
    const answer = {
      request: {
        url: 'https://svcs.sandbox.paypal.com/Invoice/CancelInvoice',
        headers: { 'X-PAYPAL-RESPONSE-DATA-FORMAT': 'JSON' },
      },
      response: { status: 200, headers: { 'content-type': 'application/json' }, body },
    };
    const firm = (findings: readonly library.Finding[]) => kindsIn(findings.filter(({ level }) => level === 'MUST'));
    expect(firm(judge(answer, { ack: 'Success' }))).toEqual([]);
    expect(firm(judge(answer, { ack: 'Failure', issue: '570063' })).length).toBeGreaterThan(0);
  });

  test('says what it cannot judge', () => {
    const [request, response] = [new Request(URL_OF_CANCEL, { method: 'POST' }), new Response('{}', { status: 422 })];
    for (const [given, words] of [
      [undefined, /calls no operation/],
      [{ request: { url: URL_OF_CANCEL } }, /whose status is undefined/],
      [{ request: null, response: null }, /calls no operation/],
      [{ request, response }, /whose body is not read yet/],
      [{ request: { url: URL_OF_CANCEL }, response: { status: 422, body: response.text() } }, /not read yet/],
    ] as const)
      expect(() => judge(given as library.PlainExchange)).toThrow(
        expect.objectContaining({ code: 'USAGE', message: expect.stringMatching(words) }),
      );
    expect(judge({ request: { url: URL_OF_CANCEL }, response: { status: 204, headers: null } } as never)).toEqual([]);
    expect(() => judge({ request: { url: '/v1/x' }, response: { status: 204 } })).toThrow(
      /POST \/v1\/x calls no operation/,
    );
    expect(() => judge({ response: { status: Number.NaN } }, { operation: 'invoices.cancel' })).toThrow(
      /whose status is/,
    );
  });

  test('takes what fetch was given and what it resolved to', async () => {
    const request = new Request(URL_OF_CANCEL, { method: 'POST', body: '{}', headers: { authorization: 'Bearer x' } });
    const response = new Response(JSON.stringify(REFUSAL), {
      status: 422,
      headers: { 'content-type': 'application/json' },
    });
    const exchange = await exchangeOf(request, response);
    expect(exchange).toMatchObject({ request: { method: 'POST', body: '{}' }, response: { status: 422 } });
    expect(judge(exchange)).toEqual([]);
    expect(await response.json()).toEqual(REFUSAL);
  });
});

/** Every package and file of ours that a file reaches by imports. */
function reachedFrom(file: string, reached = new Set<string>()): ReadonlySet<string> {
  if (reached.has(file)) return reached;
  reached.add(file);
  if (!file.endsWith('.ts')) return reached;
  const text = readFileSync(join(PACKAGE_ROOT, file), 'utf8');
  for (const [, name = ''] of text.matchAll(/(?:\bfrom|^import|\bimport\()\s*['"]([^'"]+)['"]/gm))
    reachedFrom(name.startsWith('.') ? relative(PACKAGE_ROOT, join(PACKAGE_ROOT, dirname(file), name)) : name, reached);
  return reached;
}

test.each([
  'schemas/library/library.ts',
  'schemas/library/playwright.ts',
])('%s reaches neither Playwright nor Prism, nor anything outside of schemas', (entry) => {
  const reached = [...reachedFrom(entry)];
  expect(reached.length).toBeGreaterThan(40);
  expect(reached.filter((name) => /playwright|prism|stoplight|undici|commander/.test(name) && name !== entry)).toEqual(
    [],
  );
  expect(reached.filter((name) => name.endsWith('.ts') && !name.startsWith('schemas/'))).toEqual([]);
});
