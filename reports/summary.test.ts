import { describe, expect, test } from 'vitest';
import type { EndedEarly, Orphan } from '../schemas/verdict.ts';
import { FINDING, HEADER, resultOf } from '../tests/run-samples.ts';
import { type CoverageEntry, type Defect, type RunRecord, runRecordOf, scenarioRecordOf } from './run-record.ts';
import { summaryOf } from './summary.ts';

interface Sample {
  readonly results?: readonly ReturnType<typeof resultOf>[];
  readonly planned?: readonly string[];
  readonly coverage?: readonly CoverageEntry[];
  readonly defects?: readonly Defect[];
  readonly interrupted?: boolean;
  readonly judges?: 'mock' | 'service';
  readonly endedEarly?: EndedEarly;
  readonly orphans?: readonly Orphan[];
}

function recordOf(sample: Sample): RunRecord {
  const { results = [], coverage = [], defects = [], interrupted = false, judges = 'mock' } = sample;
  const { planned = results.map(({ id }) => id) } = sample;
  const header = { ...HEADER, target: { ...HEADER.target, judges } };
  const end = { at: '2026-01-01T00:00:02.500Z', interrupted };
  const journal = {
    header,
    planned,
    scenarios: results.map(scenarioRecordOf),
    defects,
    leftovers: [],
    orphans: sample.orphans ?? [],
    endedEarly: sample.endedEarly ?? null,
    end,
    requests: 7,
  };
  return runRecordOf(journal, coverage);
}

const textOf = (sample: Sample): string =>
  summaryOf(recordOf(sample), {
    explain: ({ finding, scenario }) => `${finding.level} ${finding.kind} in ${scenario.id}`,
    paths: ['reports/out/prism/run.json'],
  });
const firstLine = (sample: Sample): string => textOf(sample).split('\n')[0] ?? '';

const failed = (id: string) => resultOf(id, { verdict: 'fail', findings: [FINDING] });
const undecided = (id: string) => resultOf(id, { verdict: 'inconclusive', reason: 'create answered 503: outage.' });
const defect: Defect = { scenario: 'a', code: 'DEFECT', message: 'x is not a function', hint: null };

describe('the first line is the answer', () => {
  test.each<[string, Sample]>([
    ['Conforms: no departure in 2 scenarios', { results: [resultOf('a'), resultOf('b')] }],
    [
      '2 departures from the contract in 2 of 3 scenarios judged',
      { results: [failed('a'), failed('b'), resultOf('c')] },
    ],
    ['No departure in 1 scenario, but 1 inconclusive', { results: [resultOf('a'), undecided('b')] }],
    ['Nothing was judged: 1 scenario inconclusive, 0 inapplicable', { results: [undecided('a')] }],
    ['Interrupted after 1 of 3 scenarios', { results: [resultOf('a')], planned: ['a', 'b', 'c'], interrupted: true }],
    ['No verdict: x is not a function', { results: [resultOf('b')], defects: [defect] }],
  ])('%s', (sentence, sample) => {
    expect(firstLine(sample)).toContain(sentence);
  });

  test('a run on a mock says that it did not judge PayPal, and only such a run does', () => {
    expect(firstLine({ results: [resultOf('a')] })).toContain('judged the mock, not PayPal');
    expect(textOf({ results: [resultOf('a')], judges: 'service' })).not.toContain('mock');
  });
});

test('equal departures are explained once, with the other scenarios named', () => {
  const text = textOf({ results: [failed('a'), failed('b'), failed('c')] });
  expect(text).toMatch(
    /Departures: 3, of 1 kind\n {2}MUST wrong-status in a\n {2}CC001: The status .* \(docs\/findings\.md\)\n {2}also in b, c/,
  );
});

test('at most ten kinds are explained, the rest pointed to', () => {
  const results = Array.from({ length: 13 }, (_, at) =>
    resultOf(`s${at}`, { verdict: 'fail', findings: [{ ...FINDING, pointer: `/member${at}` }] }),
  );
  const text = textOf({ results });
  expect(text.match(/MUST wrong-status/g)).toHaveLength(10);
  expect(text).toContain('… and 3 kinds more in run.json');
});

test('gaps and what is below the failing level stand apart and are no departures', () => {
  const gap = resultOf('a', {
    findings: [{ ...FINDING, origin: 'undefined', explanation: 'No issue is documented.' }],
  });
  const note = resultOf('b', { findings: [{ ...FINDING, level: 'MAY', explanation: 'An unknown member.' }] });
  const text = textOf({ results: [gap, note] });
  expect(text).toMatch(/^Conforms/);
  expect(text).toContain('Answers that the contract leaves open: 1 (never fail a run)\n  No issue is documented.');
  expect(text).toContain('Below SHOULD: 1 (not counted as departures)\n  An unknown member.');
});

test('topics, reasons, coverage and paths', () => {
  const coverage: readonly CoverageEntry[] = [
    { id: '1', group: 'status', subject: '204', standing: 'verified', claimedBy: ['a'] },
    { id: '2', group: 'status', subject: '503', standing: 'rehearsed', claimedBy: ['b'] },
    { id: '3', group: 'issue', subject: 'NEW_ISSUE', standing: 'unclaimed', claimedBy: [] },
  ];
  const text = textOf({ results: [resultOf('a'), undecided('b'), resultOf('c', { topic: 'path' })], coverage });
  expect(text).toMatch(/topic +passed +failed +inconclusive +inapplicable\n {2}state +1 +0 +1 +0\n {2}path +1/);
  expect(text).toContain('Inconclusive: 1\n  create answered 503: outage.\n    1 × b');
  expect(text).toMatch(/obligations +verified +rehearsed +unclaimed\n {2}status +1 +1 +0\n {2}issue +0 +0 +1/);
  expect(text).toContain('  1 unclaimed\n    NEW_ISSUE');
  expect(text).toContain('written reports/out/prism/run.json');
});

describe('a run that ended early', () => {
  const reason = '5 of 9 preambles failed, the last one so: invoices.create answered 503.';

  test('by an outage says so first, and takes nothing that it found for a regression', () => {
    const sample = { results: [failed('a')], planned: ['a', 'b'], endedEarly: { cause: 'outage', reason } } as const;
    expect(firstLine(sample)).toMatch(
      /^Outage: ended after 1 of 2 scenarios, which says nothing of the contract\. 5 of 9/,
    );
    expect(firstLine(sample)).toContain('1 departure drawn before may be its doing');
  });

  test('by its budget says that too', () => {
    const endedEarly = { cause: 'budget', reason: 'The budget of 9 calls is spent.' } as const;
    expect(firstLine({ results: [resultOf('a')], planned: ['a', 'b'], endedEarly })).toMatch(
      /^Inconclusive: ended after 1 of 2 scenarios, since it may make no more calls\. The budget of 9 calls is spent/,
    );
  });
});

test('orphans of earlier runs are named by their ids, or by what they carry', () => {
  const orphan = { state: null, run: 'cc-old', reason: 'invoices.get answered 503.' };
  const text = textOf({
    orphans: [
      { ...orphan, invoiceId: 'INV2-OLD', reference: 'cc-old-A-1' },
      { ...orphan, invoiceId: null, reference: 'cc-old-A-2' },
    ],
  });
  expect(text).toContain('Orphans of earlier runs: 2');
  expect(text).toContain('INV2-OLD (state unknown): invoices.get answered 503.');
  expect(text).toContain('reference cc-old-A-2 (state unknown)');
});

test('a scenario that only its second attempt decided is marked', () => {
  const text = textOf({ results: [resultOf('a', { flaky: 'invoices.cancel answered 503: outage.' })] });
  expect(text).toContain('Flaky, decided in a second attempt: 1');
  expect(text).toContain('a: pass; at first, invoices.cancel answered 503: outage.');
});
