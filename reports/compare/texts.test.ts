import { expect, test } from 'vitest';
import type { Exchange, Header } from '../../schemas/exchange.ts';
import { EXCHANGE, FINDING, HEADER, resultOf } from '../../tests/run-samples.ts';
import { type CoverageEntry, type RunHeader, type RunRecord, runRecordOf, scenarioRecordOf } from '../run-record.ts';
import { PLAIN } from '../summary/paint.ts';
import { changesText, comparisonAnswer } from './changes-text.ts';
import { comparisonOf } from './comparison.ts';
import { fidelityBetween } from './fidelity.ts';
import { fidelityText } from './fidelity-text.ts';

type Result = ReturnType<typeof resultOf>;

interface Sample {
  readonly results: readonly Result[];
  readonly notRun?: readonly string[];
  readonly coverage?: readonly CoverageEntry[];
  readonly header?: Partial<RunHeader>;
  readonly over?: Partial<RunRecord>;
}

function runOf({ results, notRun = [], coverage = [], header = {}, over = {} }: Sample): RunRecord {
  const contents = {
    header: { ...HEADER, ...header },
    planned: [...results.map(({ id }) => id), ...notRun],
    scenarios: results.map(scenarioRecordOf),
    defects: [],
    leftovers: [],
    end: { at: HEADER.startedAt, interrupted: false },
    requests: 0,
  };
  return { ...runRecordOf(contents, coverage), ...over };
}

const finding = (over: Partial<typeof FINDING>) => ({ ...FINDING, ...over });
const failing = (id: string, ...over: readonly Partial<typeof FINDING>[]): Result =>
  resultOf(id, { verdict: 'fail', findings: over.map(finding) });
const entry = (id: string, over: Partial<CoverageEntry> = {}): CoverageEntry => ({
  id,
  group: 'status',
  subject: id,
  standing: 'verified',
  claimedBy: ['a', 'b', 'c', 'd'],
  ...over,
});

const names = (count: number, letter: string): string[] => Array.from({ length: count }, (_, at) => `${letter}${at}`);

test('a comparison as a person reads it', () => {
  const before = runOf({
    results: [
      resultOf('passes-then-fails'),
      failing('fails-then-passes', {}),
      resultOf('passes-then-unknown'),
      failing('fails-then-unknown', {}),
      resultOf('fails-by-accepted'),
      resultOf('fails-by-nothing'),
      resultOf('gone'),
      failing('changes-a-finding', { pointer: '/name' }),
      resultOf('unknown-then-fails', { verdict: 'inconclusive', reason: 'an outage' }),
      ...names(22, 'many').map((id) => resultOf(id)),
    ],
    notRun: ['gone-before-it-ran', 'passes-late'],
    coverage: [
      ...names(7, 'obligation').map((id) => entry(id)),
      entry('vanishes', { group: 'issue', claimedBy: [] }),
      entry('status 204', { claimedBy: ['a'] }),
    ],
  });
  const after = runOf({
    results: [
      failing('passes-then-fails', {}, { level: 'SHOULD', pointer: '/details/0/issue', expected: 'A', actual: 'B' }),
      resultOf('fails-then-passes'),
      resultOf('passes-then-unknown', { verdict: 'inconclusive', reason: 'a time-out' }),
      resultOf('fails-then-unknown', { verdict: 'inapplicable', reason: 'no faults here' }),
      failing('fails-by-accepted', { accepted: 'the-entry' }),
      resultOf('fails-by-nothing', { verdict: 'fail' }),
      failing('changes-a-finding', { pointer: '/message' }),
      failing('unknown-then-fails', {}),
      ...names(22, 'many').map((id) => failing(id, { level: 'MAY' })),
      resultOf('passes-late', { flaky: 'a time-out' }),
      ...names(6, 'new').map((id) => resultOf(id)),
      failing('new-and-fails', {}),
    ],
    coverage: [
      ...names(7, 'obligation').map((id) => entry(id, { standing: 'not-run' })),
      entry('status 204', { standing: 'rehearsed', claimedBy: ['a'] }),
    ],
    header: { failOn: 'SHOULD', startedAt: '2026-01-02T00:00:00.000Z', id: 'b-run' },
  });
  expect(changesText(comparisonOf(before, after), PLAIN)).toMatchInlineSnapshot(`
    "18 regressions in 70 changes.
    before 2026-01-01T00:00:00.000Z · prism · 27 passed, 3 failed, 1 inconclusive, 0 inapplicable · a-run
    now    2026-01-02T00:00:00.000Z · prism · 8 passed, 28 failed, 1 inconclusive, 1 inapplicable · b-run
    7 new scenarios: new0, new1, new2, new3, new4 and 2 more

    Passed before, fails now: 2
      passes-then-fails passed before, and fails now.
      fails-by-nothing passed before, and fails now.

    New findings: 5
      passes-then-fails: MUST wrong-status (expected 204, actual 422) is new.
      changes-a-finding: MUST wrong-status at /message (expected 204, actual 422) is new.
      unknown-then-fails: MUST wrong-status (expected 204, actual 422) is new; before, the scenario was inconclusive (an outage).
      new-and-fails: MUST wrong-status (expected 204, actual 422) is new; before, the scenario was not judged.
      passes-then-fails: SHOULD wrong-status at /details/0/issue (expected A, actual B) is new.

    Vanished: planned before, not now: 2
      gone was planned before (pass), and is not any more.
      gone-before-it-ran was planned before (not run), and is not any more.

    Coverage fell: verified before, not now: 9
      status obligation0 was verified, and is not run now; claimed by a, b, c and 1 more.
      status obligation1 was verified, and is not run now; claimed by a, b, c and 1 more.
      status obligation2 was verified, and is not run now; claimed by a, b, c and 1 more.
      status obligation3 was verified, and is not run now; claimed by a, b, c and 1 more.
      status obligation4 was verified, and is not run now; claimed by a, b, c and 1 more.
      … and 4 more in --json

    Passed before, fails now: 23
      fails-by-accepted passed before, and fails now, by nothing that fails the run.
      many0 passed before, and fails now, by nothing that fails the run.
      many1 passed before, and fails now, by nothing that fails the run.
      many2 passed before, and fails now, by nothing that fails the run.
      many3 passed before, and fails now, by nothing that fails the run.
      many4 passed before, and fails now, by nothing that fails the run.
      many5 passed before, and fails now, by nothing that fails the run.
      many6 passed before, and fails now, by nothing that fails the run.
      many7 passed before, and fails now, by nothing that fails the run.
      many8 passed before, and fails now, by nothing that fails the run.
      many9 passed before, and fails now, by nothing that fails the run.
      many10 passed before, and fails now, by nothing that fails the run.
      many11 passed before, and fails now, by nothing that fails the run.
      many12 passed before, and fails now, by nothing that fails the run.
      many13 passed before, and fails now, by nothing that fails the run.
      many14 passed before, and fails now, by nothing that fails the run.
      many15 passed before, and fails now, by nothing that fails the run.
      many16 passed before, and fails now, by nothing that fails the run.
      many17 passed before, and fails now, by nothing that fails the run.
      many18 passed before, and fails now, by nothing that fails the run.
      … and 3 more in --json

    New findings: 23
      fails-by-accepted: MUST wrong-status (expected 204, actual 422) is new, and accepted as the-entry.
      many0: MAY wrong-status (expected 204, actual 422) is new.
      many1: MAY wrong-status (expected 204, actual 422) is new.
      many2: MAY wrong-status (expected 204, actual 422) is new.
      many3: MAY wrong-status (expected 204, actual 422) is new.
      many4: MAY wrong-status (expected 204, actual 422) is new.
      many5: MAY wrong-status (expected 204, actual 422) is new.
      many6: MAY wrong-status (expected 204, actual 422) is new.
      many7: MAY wrong-status (expected 204, actual 422) is new.
      many8: MAY wrong-status (expected 204, actual 422) is new.
      many9: MAY wrong-status (expected 204, actual 422) is new.
      many10: MAY wrong-status (expected 204, actual 422) is new.
      many11: MAY wrong-status (expected 204, actual 422) is new.
      many12: MAY wrong-status (expected 204, actual 422) is new.
      many13: MAY wrong-status (expected 204, actual 422) is new.
      many14: MAY wrong-status (expected 204, actual 422) is new.
      many15: MAY wrong-status (expected 204, actual 422) is new.
      many16: MAY wrong-status (expected 204, actual 422) is new.
      many17: MAY wrong-status (expected 204, actual 422) is new.
      many18: MAY wrong-status (expected 204, actual 422) is new.
      … and 3 more in --json

    Judged before, not now: 2
      passes-then-unknown passed before, and is inconclusive (a time-out) now.
      fails-then-unknown failed before, and is inapplicable (no faults here) now.

    Flaky: decided in a second attempt: 1
      passes-late was decided only in a second attempt; at first, a time-out

    Findings that no longer show: 2
      fails-then-passes: MUST wrong-status (expected 204, actual 422) no longer shows.
      changes-a-finding: MUST wrong-status at /name (expected 204, actual 422) no longer shows.

    Failed before, passes now: 1
      fails-then-passes failed before, and passes now.
    "
  `);
});

test.each([
  ['no change', [resultOf('a')], 'No change.'],
  ['no regression', [resultOf('a', { flaky: 'x' })], 'No regression in 1 change.'],
  ['one regression', [failing('a', {})], '2 regressions in 2 changes.'],
] as const)('the answer to %s', (_, results, answer) => {
  const comparison = comparisonOf(runOf({ results: [resultOf('a')] }), runOf({ results }));
  expect(comparisonAnswer(comparison, PLAIN)).toBe(answer);
  expect(comparison).toMatchObject({ format: 1, kind: 'changes' });
  expect(changesText(comparison, PLAIN)).not.toContain('new scenario');
});

test('findings of a run that failed before go by their level', () => {
  const before = runOf({ results: [failing('a', { pointer: '/x' })] });
  const after = runOf({
    results: [failing('a', { pointer: '/y', level: 'MAY' }, { pointer: '/z' }, { pointer: '/x' })],
  });
  const { changes, regressions } = comparisonOf(before, after);
  expect(changes.map(({ level, isRegression }) => [level, isRegression])).toEqual([
    ['MUST', true],
    ['MAY', false],
  ]);
  expect(regressions).toBe(1);
});

test('what makes a side of a comparison weak is said of that side', () => {
  const weak = {
    header: { partial: true, shard: { current: 1, total: 2 }, suite: { name: 'x', version: '9' } },
    over: {
      interrupted: true,
      endedEarly: { cause: 'outage', reason: 'Nothing answers.' },
      defects: [{ message: 'x' }, { message: 'y' }],
    } as unknown as Partial<RunRecord>,
  };
  const contract = { ...HEADER.contract, sha256: 'a'.repeat(64), version: '2.8' };
  const service = { name: 'sandbox', judges: 'service', baseUrl: 'https://one' } as const;
  const before = runOf({ results: [], header: { target: service, ...weak.header }, over: weak.over });
  const after = runOf({ results: [], header: { target: { ...service, baseUrl: 'https://two' }, contract } });
  expect(comparisonOf(before, after).caveats).toMatchInlineSnapshot(`
    [
      "Another address: https://one before, https://two now.",
      "Another contract: paypal/invoices.cancel.openapi.yaml 2.7 (sha256 000000000000…) before, paypal/invoices.cancel.openapi.yaml 2.8 (sha256 aaaaaaaaaaaa…) now.",
      "Another suite: 9 before, 0.1.0 now.",
      "The run before was interrupted.",
      "The run before ended early, by outage: Nothing answers.",
      "The run before judged only some scenarios of the suite.",
      "The run before is only shard 1/2.",
      "The run before met 2 defects.",
    ]
  `);
  expect(comparisonOf(before, before).caveats.filter((caveat) => caveat.startsWith('Another'))).toEqual([]);
  const mock = (baseUrl: string) => runOf({ results: [], header: { target: { ...HEADER.target, baseUrl } } });
  expect(comparisonOf(mock('http://127.0.0.1:1'), mock('http://127.0.0.1:2')).caveats).toEqual([]);
});

const JSON_TYPE: Header = ['Content-Type', ' application/JSON; charset=utf-8'];

interface Said {
  readonly status?: number;
  readonly headers?: readonly Header[];
  readonly operation?: string;
  readonly method?: string;
  readonly url?: string;
  readonly sent?: string;
}

const says = (body: unknown, { status = 422, headers = [JSON_TYPE], operation, ...sent }: Said = {}): Exchange => ({
  ...EXCHANGE,
  operation: operation ?? EXCHANGE.operation,
  request: {
    ...EXCHANGE.request,
    method: sent.method ?? 'POST',
    url: sent.url ?? EXCHANGE.request.url,
    body: sent.sent ?? '{}',
  },
  response: {
    kind: 'answer',
    status,
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    bodyBytes: 0,
    validUtf8: true,
  },
});
const state = (status: unknown, code = 200): Exchange => says({ status }, { status: code, operation: 'invoices.get' });
const silence: Exchange = { ...says({}), response: { kind: 'failure', code: 'TIMEOUT', message: 'x' } };

const SERVICE = { name: 'sandbox', judges: 'service', baseUrl: 'https://api-m.sandbox.paypal.com' } as const;
const fidelityOf = (ours: readonly Result[], theirs: readonly Result[]) =>
  fidelityBetween(runOf({ results: ours }), runOf({ results: theirs, header: { target: SERVICE } }));
const differences = (ours: readonly Exchange[], theirs: readonly Exchange[], topic: Result['topic'] = 'state') =>
  fidelityOf([resultOf('a', { topic, exchanges: ours })], [resultOf('a', { topic, exchanges: theirs })]).unlike.flatMap(
    (unlike) =>
      unlike.differences.map(({ aspect, answer, mock, service }) => `${aspect} ${answer}: ${mock} | ${service}`),
  );

test('the fidelity of a mock as a person reads it', () => {
  const one = (id: string, ...exchanges: readonly Exchange[]) => resultOf(id, { exchanges });
  const long = 'x'.repeat(300);
  const fidelity = fidelityOf(
    [
      ...names(7, 'same').map((id) => one(id, says({ name: 'A' }))),
      one('long', says({ message: long })),
      one('edge', says({ message: 'y'.repeat(189) })),
      one('second', says({}), says('<a>')),
      one('twice', says({ name: 'A', a: 1 })),
      one('alike', says({})),
      one('only-here', says({})),
      one('also-only-here', says({})),
      resultOf('neither', { verdict: 'inconclusive', reason: 'an outage' }),
    ],
    [
      ...names(7, 'same').map((id) => one(id, says({ name: 'B' }))),
      one('long', says({ message: 'short' })),
      one('edge', says({ message: 'short' })),
      one('second', says({}), says('')),
      one('twice', says({ name: 'B', a: 2 })),
      one('alike', says({})),
      resultOf('neither', { verdict: 'inapplicable', reason: 'no faults here' }),
      one('only-there', says({})),
    ],
  );
  expect(fidelity).toMatchObject({ format: 1, kind: 'fidelity', alike: ['alike'] });
  expect(fidelityText(fidelity, PLAIN)).toMatchInlineSnapshot(`
    "The mock differs from the service in 11 of 12 scenarios: prism against sandbox (https://api-m.sandbox.paypal.com).

    Different: 11
      same0, same1, same2, same3, same4 and 2 more
        name: mock A; service B
      long
        values: mock /message "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…; service /message "short"
      edge
        values: mock /message "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy"; service /message "short"
      second
        answer 2, values: mock <a>; service empty
      twice
        name: mock A; service B
        values: mock /a 1; service /a 2

    Not compared: 4
      not planned on the service
        2 × only-here, also-only-here
      inconclusive (an outage) on the mock; inapplicable (no faults here) on the service
        1 × neither
      not planned on the mock
        1 × only-there
    "
  `);
});

test('the answer where nothing can be compared, or where all is alike', () => {
  const text = (ours: readonly Result[], theirs: readonly Result[]) => fidelityText(fidelityOf(ours, theirs), PLAIN);
  expect(text([], [])).toBe('Nothing can be compared: prism against sandbox (https://api-m.sandbox.paypal.com).\n');
  expect(text([resultOf('a')], [resultOf('a')])).toBe(
    'The mock answers like the service in 1 scenario: prism against sandbox (https://api-m.sandbox.paypal.com).\n',
  );
});

test('caveats of a mock and a service name their sides', () => {
  const mock = runOf({ results: [], header: { failOn: 'MUST' } });
  const service = runOf({ results: [], header: { target: SERVICE } });
  expect(fidelityText(fidelityBetween(mock, service), PLAIN)).toContain(
    '\nAnother failing level: MUST on the mock, SHOULD on the service.\n',
  );
});

test('what is compared of an answer, and what is not', () => {
  const details = (...issues: unknown[]) => ({ details: issues.map((issue) => ({ issue })) });
  const header = (...headers: readonly Header[]) => says({}, { headers });
  expect(differences([says(details('A', 'B'))], [says(details('B', 'A', 7))])).toEqual([]);
  expect(differences([says(details('A'))], [says(details('A', 'B'))])).toEqual(['issues 0: A | A, B']);
  expect(differences([says({ name: 7 })], [says({})])).toEqual(['members 0: /name | none']);
  expect(differences([says({ a: null })], [says({ a: {} })])).toEqual(['values 0: /a null | /a none']);
  expect(differences([header(JSON_TYPE)], [header(['content-type', 'application/json'])])).toEqual([]);
  expect(differences([says({ a: 1 })], [says({})])).toEqual(['members 0: /a | none']);
  expect(differences([says({ a: [1, 2] })], [says({ a: [2, 1] })])).toEqual([]);
  expect(differences([says({})], [says({ name: 'A' })])).toEqual(['name 0: none | A', 'members 0: none | /name']);
  expect(differences([header()], [header(JSON_TYPE)])).toEqual(['headers 0: none | content-type application/json']);
  expect(differences([says('<a>')], [says({})])).toEqual(['values 0: <a> | ']);
  expect(differences([says(`<${'a'.repeat(79)}b`)], [says(`<${'a'.repeat(79)}c`)])).toEqual([]);
});

test('an answer that was asked for again is left out, where it is the same request and no fault was asked for', () => {
  const busy = (over: Said = {}) => says({}, { status: 503, ...over });
  const good = says({});
  expect(differences([good], [busy(), good])).toEqual([]);
  expect(differences([good], [busy({ method: 'PUT' }), good])).toEqual(['answers null: 1 | 2', 'status 0: 422 | 503']);
  expect(differences([good], [busy({ url: 'http://other' }), good])).toHaveLength(2);
  expect(differences([good], [busy({ sent: '[]' }), good])).toHaveLength(2);
  expect(differences([busy()], [busy()])).toEqual([]);
  expect(differences([good], [busy(), good], 'fault')).toHaveLength(2);
  expect(differences([good], [silence, good])).toEqual([]);
  expect(differences([good, good], [good])).toEqual(['answers null: 2 | 1']);
});

test('the state is what a read shows that comes after the cancel', () => {
  const cancel = says({}, { status: 204 });
  expect(differences([state('SENT'), cancel], [state('PAID'), cancel])).toEqual([]);
  const [sent, paid] = [state('SENT'), state('PAID')];
  expect(differences([sent, sent, cancel], [paid, paid, cancel])).toEqual([]);
  expect(differences([cancel, state('SENT')], [cancel])).toEqual(['state null: SENT | not shown']);
  expect(differences([cancel, state('SENT'), state('X', 500)], [cancel, state('SENT'), silence])).toEqual([]);
  expect(differences([cancel, state(7)], [cancel])).toEqual([]);
  const other = says({ status: 'DRAFT' }, { status: 200, operation: 'invoices.send' });
  expect(differences([cancel, state('SENT'), other], [cancel, state('SENT')])).toEqual([]);
});
