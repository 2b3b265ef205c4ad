import { describe, expect, test } from 'vitest';
import type { Exchange, Header } from '../../schemas/exchange.ts';
import type { WireFormat } from '../../schemas/wire/codec.ts';
import type { Message } from '../../schemas/wire/message.ts';
import { answeredLegacy, onTheWire } from '../../tests/legacy-judging.ts';
import { EXCHANGE, HEADER, resultOf } from '../../tests/run-samples.ts';
import { type RunRecord, runRecordOf, scenarioRecordOf } from '../run-record.ts';
import { PLAIN } from '../summary/paint.ts';
import { fidelityBetween } from './fidelity.ts';
import { fidelityText } from './fidelity-text.ts';

type Result = ReturnType<typeof resultOf>;

function runOf(judges: 'mock' | 'service', results: readonly Result[]): RunRecord {
  const target = judges === 'mock' ? HEADER.target : { name: 'sandbox', judges, baseUrl: 'https://x.paypal.com' };
  const contents = {
    header: { ...HEADER, target },
    planned: results.map(({ id }) => id),
    scenarios: results.map(scenarioRecordOf),
    defects: [],
    leftovers: [],
    end: { at: HEADER.startedAt, interrupted: false },
    requests: 0,
  };
  return runRecordOf(contents, []);
}

interface Said {
  readonly status?: number;
  readonly headers?: readonly Header[];
  readonly operation?: string;
}

const JSON_TYPE: Header = ['Content-Type', 'application/json; charset=utf-8'];

const says = (body: unknown, { status = 422, headers = [JSON_TYPE], operation }: Said = {}): Exchange => ({
  ...EXCHANGE,
  operation: operation ?? EXCHANGE.operation,
  response: {
    kind: 'answer',
    status,
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    bodyBytes: 0,
    validUtf8: true,
  },
});

const state = (status: string): Exchange => says({ status }, { status: 200, operation: 'invoices.get' });
const BODY = { name: 'N', message: 'm', debug_id: 'b1985a21862fe', details: [{ issue: 'I', description: 'd' }] };
const answering = (...exchanges: readonly Exchange[]): Result => resultOf('a', { exchanges });
const mock = (...exchanges: readonly Exchange[]): RunRecord => runOf('mock', [answering(...exchanges)]);
const service = (...exchanges: readonly Exchange[]): RunRecord => runOf('service', [answering(...exchanges)]);

const differences = (one: readonly Exchange[], other: readonly Exchange[]): string[] =>
  fidelityBetween(mock(...one), service(...other)).unlike.flatMap((unlike) =>
    unlike.differences.map(({ aspect, mock: ours, service: theirs }) => `${aspect}: ${ours} | ${theirs}`),
  );

describe('the mock differs from the service', () => {
  test.each<[string, readonly Exchange[], readonly Exchange[], readonly string[]]>([
    ['in the status', [says(BODY)], [says(BODY, { status: 400 })], ['status: 422 | 400']],
    ['in the name', [says(BODY)], [says({ ...BODY, name: 'M' })], ['name: N | M']],
    ['in the issue', [says(BODY)], [says({ ...BODY, details: [{ issue: 'J', description: 'd' }] })], ['issues: I | J']],
    ['in a member', [says(BODY)], [says({ ...BODY, links: [{ href: 'x' }] })], ['members: none | /links']],
    ['in a wording', [says(BODY)], [says({ ...BODY, message: 'n' })], ['values: /message "m" | /message "n"']],
    [
      'in a header',
      [says(BODY)],
      [says(BODY, { headers: [JSON_TYPE, ['Retry-After', '1']] })],
      ['headers: content-type application/json | content-type application/json, retry-after'],
    ],
    [
      'in the state afterwards',
      [says(BODY), state('SENT')],
      [says(BODY), state('CANCELLED')],
      ['state: SENT | CANCELLED'],
    ],
    [
      'in the state that was read last',
      [says(BODY), state('SENT'), state('PAID')],
      [says(BODY), state('SENT'), state('CANCELLED')],
      ['state: PAID | CANCELLED'],
    ],
    [
      'in the status, and so in the body',
      [says(BODY)],
      [says({ name: 'N', details: BODY.details }, { status: 400 })],
      ['status: 422 | 400'],
    ],
    ['in how often it answers', [says(BODY)], [says(BODY), says(BODY)], ['answers: 1 | 2']],
    ['in a body that is not JSON', [says('<a>')], [says('<b>')], ['values: <a> | <b>']],
  ])('%s', (_, ours, theirs, expected) => {
    expect(differences(ours, theirs)).toEqual(expected);
  });
});

describe('it does not differ', () => {
  const other = (text: string) => says({ ...BODY, message: `m ${text}` });
  test.each<[string, Exchange, Exchange]>([
    ['by a debug id', says(BODY), says({ ...BODY, debug_id: '90957fca61718' })],
    ['by a debug id in a text', other('90957fca61718'), other('b1985a21862fe')],
    ['by an invoice', other('INV2-ABCD-1234-EFGH-5678'), other('INV2-Z9Z9-1111-2222-3333')],
    ['by an instant', other('2026-01-01T00:00:00Z'), other('2025-12-31T23:59:59.123Z')],
    ['by a host', other('http://127.0.0.1:1/v2'), other('https://api-m.sandbox.paypal.com/v2')],
    [
      'by order and unimportant headers',
      says(BODY),
      says(Object.fromEntries(Object.entries(BODY).reverse()), { headers: [['date', 'x'], JSON_TYPE] }),
    ],
    ['by an index', says({ ...BODY, links: [1] }), says({ ...BODY, links: [1, 1] })],
  ])('%s', (_, ours, theirs) => {
    expect(differences([ours], [theirs])).toEqual([]);
  });

  test('by what came before the retry of a busy service, nor by its preamble', () => {
    const busy = says({}, { status: 503 });
    const preamble = says({ id: 'x' }, { operation: 'invoices.create' });
    expect(differences([says(BODY)], [preamble, busy, says(BODY)])).toEqual([]);
  });

  test('by which of two requests at once is answered first', () => {
    const [no, yes] = [says(BODY), says('', { status: 204, headers: [] })];
    const run = (judges: 'mock' | 'service', ...exchanges: readonly Exchange[]) =>
      runOf(judges, [resultOf('a', { topic: 'concurrency', exchanges })]);
    expect(fidelityBetween(run('mock', no, yes), run('service', yes, no)).unlike).toEqual([]);
  });
});

test('what one side does not show is listed with its reason', () => {
  const cannot = resultOf('c', { verdict: 'inapplicable', reason: 'no faults here' });
  const fidelity = fidelityBetween(
    runOf('mock', [resultOf('a'), resultOf('b'), resultOf('c')]),
    runOf('service', [resultOf('a'), cannot]),
  );
  expect(fidelity).toMatchObject({
    alike: ['a'],
    unlike: [],
    notCompared: [
      { scenario: 'b', reason: 'not planned on the service' },
      { scenario: 'c', reason: 'inapplicable (no faults here) on the service' },
    ],
  });
  expect(fidelityText(fidelity, PLAIN)).toMatch(
    /^The mock answers like the service in 1 scenario: prism against sandbox/,
  );
});

test('equal differences are told once', () => {
  const run = (judges: 'mock' | 'service', exchange: Exchange) =>
    runOf(
      judges,
      ['a', 'b'].map((id) => resultOf(id, { exchanges: [exchange] })),
    );
  const text = fidelityText(
    fidelityBetween(run('mock', says(BODY)), run('service', says({ ...BODY, name: 'M' }))),
    PLAIN,
  );
  expect(text).toContain('  a, b\n    name: mock N; service M');
  expect(text.match(/name: mock/g)).toHaveLength(1);
});

describe('a legacy answer', () => {
  const envelope = {
    ack: 'Failure',
    build: '1877082',
    correlationId: 'b1985a21862fe',
    timestamp: '2012-04-02T22:33:35Z',
  };
  const error = { errorId: '570063', domain: 'PLATFORM', message: 'A draft invoice cannot be canceled.' };
  const fault = { responseEnvelope: envelope, error: [error] };
  const elsewhere = {
    ack: 'Failure',
    build: '9',
    correlationId: 'Q1985A21862FZ',
    timestamp: '2026-01-02T01:01:01.001-07:00',
  };
  const answersWith = (format: WireFormat, message: Message): Exchange => ({
    ...answeredLegacy(format, onTheWire(message, format)),
    operation: EXCHANGE.operation,
  });

  test.each(['NV', 'JSON', 'XML', 'SOAP'] as const)('is compared by what it says, in %s', (format) => {
    const [ours, theirs] = [fault, { ...fault, responseEnvelope: elsewhere }].map((one) => answersWith(format, one));
    expect(differences([ours as Exchange], [theirs as Exchange])).toEqual([]);
    const other = { ...fault, error: [{ ...error, errorId: '570061', domain: 'Invoice' }] };
    expect(differences([ours as Exchange], [answersWith(format, other)])).toEqual([
      'issues: 570063 | 570061',
      'values: /error/*/domain "PLATFORM" | /error/*/domain "Invoice"',
    ]);
    const done = { ...fault, responseEnvelope: { ...envelope, ack: 'FailureWithWarning' } };
    expect(differences([ours as Exchange], [answersWith(format, done)])).toEqual([
      'name: Failure | FailureWithWarning',
    ]);
  });

  test('that cannot be read is compared by its first letters', () => {
    const broken = (text: string): Exchange => ({ ...answeredLegacy('JSON', text), operation: EXCHANGE.operation });
    const same = `{${'a'.repeat(79)}`;
    expect(differences([broken(`${same}b`)], [broken(`${same}c`)])).toEqual([]);
    expect(differences([broken('{a')], [broken('{b')])).toEqual(['values: {a | {b']);
    expect(differences([broken('{a')], [answersWith('JSON', fault)])).toContain('values: {a | ');
  });

  test('shows the state of the invoice by its own look', () => {
    const look = (status: string): Exchange => ({
      ...answersWith('JSON', { responseEnvelope: { ack: 'Success' }, invoiceDetails: { status } }),
      operation: 'GetInvoiceDetails',
    });
    const ours = [answersWith('NV', fault), look('Sent')];
    expect(differences(ours, [answersWith('NV', fault), look('Canceled')])).toEqual(['state: Sent | Canceled']);
  });
});
