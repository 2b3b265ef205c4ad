import { describe, expect, test } from 'vitest';
import { FINDING, HEADER, resultOf } from '../../tests/run-samples.ts';
import { mergeRecords } from '../merge-records.ts';
import { assertRecord } from '../record-schema.ts';
import { type CoverageEntry, type RunHeader, type RunRecord, runRecordOf, scenarioRecordOf } from '../run-record.ts';
import { PLAIN } from '../summary/paint.ts';
import { changesBetween } from './changes-between.ts';
import { changesText } from './changes-text.ts';
import { comparisonOf } from './comparison.ts';

type Result = ReturnType<typeof resultOf>;

interface Sample {
  readonly results: readonly Result[];
  readonly notRun?: readonly string[];
  readonly coverage?: readonly CoverageEntry[];
  readonly header?: Partial<RunHeader>;
}

function runOf({ results, notRun = [], coverage = [], header = {} }: Sample): RunRecord {
  const contents = {
    header: { ...HEADER, ...header },
    planned: [...results.map(({ id }) => id), ...notRun],
    scenarios: results.map(scenarioRecordOf),
    defects: [],
    leftovers: [],
    end: { at: HEADER.startedAt, interrupted: false },
    requests: 0,
  };
  return runRecordOf(contents, coverage);
}

const passed = resultOf('a');
const failed = resultOf('a', { verdict: 'fail', findings: [FINDING] });
const unknown = resultOf('a', { verdict: 'inconclusive', reason: 'an outage' });
const cannot = resultOf('a', { verdict: 'inapplicable', reason: 'no faults here' });
const known = resultOf('a', { verdict: 'fail', findings: [{ ...FINDING, accepted: 'entry' }] });
const knownAndMore = resultOf('a', {
  verdict: 'fail',
  findings: [
    { ...FINDING, accepted: 'entry' },
    { ...FINDING, pointer: '/name' },
  ],
});
const hinted = resultOf('a', { findings: [{ ...FINDING, level: 'MAY' }] });
const gap = resultOf('a', { findings: [{ ...FINDING, origin: 'undefined' }] });
const second = resultOf('a', { flaky: 'a time-out' });
const none = { results: [] };
const entry = (standing: string): CoverageEntry => ({
  id: 'o',
  group: 'status',
  subject: '204',
  standing,
  claimedBy: ['a'],
});
const covering = (standing: string): Sample => ({ ...none, coverage: [entry(standing)] });
const at = (pointer: string): Sample => ({
  results: [resultOf('a', { verdict: 'fail', findings: [{ ...FINDING, pointer, expected: pointer }] })],
});

/** A change as the table writes it: a regression has a `!`. */
const kinds = (before: Sample, after: Sample): string[] =>
  changesBetween(runOf(before), runOf(after)).map(({ kind, isRegression }) => `${kind}${isRegression ? '!' : ''}`);

const of = (...results: readonly Result[]): Sample => ({ results });

describe('what has become of it', () => {
  test.each<[string, Sample, Sample, readonly string[]]>([
    ['nothing changes', of(failed), of(failed), []],
    ['it fails now', of(passed), of(failed), ['regressed!', 'added!']],
    ['it passes now', of(failed), of(passed), ['removed', 'fixed']],
    ['it fails by what is accepted', of(passed), of(known), ['regressed', 'added']],
    ['it fails by what is accepted, and by more', of(passed), of(knownAndMore), ['regressed!', 'added!', 'added']],
    ['a finding below the failing level is new', of(passed), of(hinted), ['added']],
    ['a gap is new', of(passed), of(gap), ['added']],
    ['nothing was known, and it fails now', of(unknown), of(failed), ['added!']],
    ['a new scenario fails', none, of(failed), ['added!']],
    ['a new scenario passes', none, of(passed), []],
    ['it passed, and nothing is known now', of(passed), of(unknown), ['now-inconclusive']],
    ['it failed, and nothing is known now', of(failed), of(unknown), ['now-inconclusive']],
    ['the target cannot any more', of(passed), of(cannot), ['now-inconclusive']],
    ['it is planned, and not run', of(passed), { ...none, notRun: ['a'] }, ['now-inconclusive']],
    ['it is not planned any more', of(passed), none, ['vanished!']],
    ['what never ran is not planned any more', { ...none, notRun: ['a'] }, none, ['vanished!']],
    ['it took a second attempt', of(passed), of(second), ['flaky']],
    ['it took a second attempt before as well', of(second), of(second), []],
    ['an index moves', at('/details/0/issue'), at('/details/3/issue'), []],
    ['a pointer moves', at('/name'), at('/message'), ['added!', 'removed']],
    ['an obligation was verified', covering('verified'), covering('failed'), ['coverage-fell!']],
    ['a verified obligation is only rehearsed', covering('verified'), covering('rehearsed'), ['coverage-fell!']],
    ['a rehearsed obligation was not tried', covering('rehearsed'), covering('not-run'), ['coverage-fell!']],
    [
      'a note is new, and an obligation is gone',
      { ...covering('verified'), ...of(passed) },
      of(hinted),
      ['coverage-fell!', 'added'],
    ],
    ['an obligation is gone', covering('verified'), none, ['coverage-fell!']],
    ['an obligation is verified now', covering('rehearsed'), covering('verified'), []],
    ['an obligation never was', covering('unclaimed'), covering('not-run'), []],
  ])('%s', (_, before, after, changes) => {
    expect(kinds(before, after)).toEqual(changes);
  });
});

test('the worst comes first, each with a sentence that names it', () => {
  const before = runOf({ ...of(passed, resultOf('b'), resultOf('c')), coverage: [entry('verified')] });
  const after = runOf({ ...of({ ...second }, { ...failed, id: 'b' }), coverage: [entry('not-run')] });
  expect(changesBetween(before, after).map(({ sentence }) => sentence)).toEqual([
    'b passed before, and fails now.',
    'b: MUST wrong-status (expected 204, actual 422) is new.',
    'c was planned before (pass), and is not any more.',
    'status 204 was verified, and is not run now; claimed by a.',
    'a was decided only in a second attempt; at first, a time-out',
  ]);
});

describe('a sentence says what was, and what is', () => {
  const covered = (over: Partial<CoverageEntry>): Sample => ({
    ...none,
    coverage: [{ ...entry('verified'), ...over }],
  });
  test.each<[Sample, Sample, string, level: string | null]>([
    [of(passed), { ...none, notRun: ['a'] }, 'a passed before, and is not run now.', 'MUST'],
    [of(passed), of(resultOf('a', { verdict: 'inconclusive' })), 'a passed before, and is inconclusive now.', 'MUST'],
    [none, of(second), 'a was decided only in a second attempt; at first, a time-out', 'MUST'],
    [covered({ claimedBy: [] }), none, 'status 204 was verified, and is no longer an obligation now.', null],
    [
      covered({ group: 'issue', subject: 'an issue' }),
      covering('not-run'),
      'issue an issue was verified, and is not run now; claimed by a.',
      null,
    ],
    [
      covered({ subject: 'status 204' }),
      covering('failed'),
      'status 204 was verified, and is failed now; claimed by a.',
      null,
    ],
  ])('%#', (before, after, sentence, level) => {
    const changes = changesBetween(runOf(before), runOf(after));
    expect(changes.map((change) => [change.sentence, change.level])).toEqual([[sentence, level]]);
  });
});

test('the failing level is the later run’s own', () => {
  const must = { failOn: 'MUST' } as const;
  const weak = resultOf('a', { verdict: 'fail', findings: [{ ...FINDING, level: 'SHOULD' }] });
  expect(kinds(of(passed), { ...of(weak), header: must })).toEqual(['regressed', 'added']);
  expect(kinds({ ...of(passed), header: must }, of(weak))).toEqual(['regressed!', 'added!']);
});

test('shards that were merged compare like the run that they are', () => {
  const shard = (current: number, ...results: readonly Result[]): RunRecord =>
    runOf({ results, header: { id: `shard-${current}`, shard: { current, total: 2 } } });
  const merged = mergeRecords([shard(2, resultOf('b')), shard(1, failed)], () => []);
  const before = runOf(of(passed, resultOf('b')));
  expect(changesBetween(before, merged)).toEqual(changesBetween(before, runOf(of(failed, resultOf('b')))));
  expect(comparisonOf(before, merged).caveats).toEqual([]);
});

const LEGACY = { file: 'legacy.cancel-invoice.openapi.yaml', version: '1.0', sha256: '0'.repeat(64) };

test('shards that were judged by different legacy contracts are of different runs', () => {
  const shard = (current: number, sha256: string): RunRecord =>
    runOf({
      results: [],
      header: { id: `shard-${current}`, shard: { current, total: 2 }, legacyContract: { ...LEGACY, sha256 } },
    });
  const merged = mergeRecords([shard(1, LEGACY.sha256), shard(2, LEGACY.sha256)], () => []);
  expect(merged).toMatchObject({ legacyContract: LEGACY });
  assertRecord(merged);
  expect(() => mergeRecords([shard(1, LEGACY.sha256), shard(2, '1'.repeat(64))], () => [])).toThrow(/differ in suite/);
});

describe('the head says', () => {
  const headOf = (before: Partial<RunHeader>, after: Partial<RunHeader>): string =>
    changesText(comparisonOf(runOf({ ...of(passed), header: before }), runOf({ ...of(passed), header: after })), PLAIN);
  test.each<[string, Partial<RunHeader>, string]>([
    ['another contract', { contract: { ...HEADER.contract, sha256: '1'.repeat(64) } }, 'Another contract: '],
    ['another legacy contract', { legacyContract: { ...LEGACY, sha256: '1'.repeat(64) } }, 'Another legacy contract: '],
    ['another target', { target: { ...HEADER.target, name: 'mine' } }, 'Another target: prism before, mine now.'],
    ['another suite', { suite: { name: 'x', version: '9' } }, 'Another suite: 0.1.0 before, 9 now.'],
    ['another failing level', { failOn: 'MAY' }, 'Another failing level: SHOULD before, MAY now.'],
    ['only a part', { partial: true }, 'The run now judged only some scenarios of the suite.'],
  ])('%s', (_, header, sentence) => {
    expect(headOf({ legacyContract: LEGACY }, header)).toContain(sentence);
    expect(headOf({}, header)).toMatch(/^No change\./);
    expect(headOf(header, header)).not.toContain('Another');
  });

  test('nothing of a contract that only lies elsewhere', () => {
    const moved = { contract: { ...HEADER.contract, file: 'elsewhere.yaml' } };
    expect(headOf({}, moved)).not.toContain('Another contract');
  });

  test('the answer and both runs, and no more where nothing changes', () => {
    const run = '2026-01-01T00:00:00.000Z · prism · 1 passed, 0 failed, 0 inconclusive, 0 inapplicable · a-run';
    expect(headOf({}, {})).toBe(`No change.\nbefore ${run}\nnow    ${run}\n`);
  });

  test.each([
    [5, null],
    [6, '  … and 1 more in --json'],
  ])('of %i obligations how many more there are', (count, more) => {
    const coverage = Array.from({ length: count }, (_, at) => ({ ...entry('verified'), id: `o${at}` }));
    const lines = changesText(comparisonOf(runOf({ ...none, coverage }), runOf(none)), PLAIN).split('\n');
    expect(lines.find((line) => line.includes('more')) ?? null).toBe(more);
  });

  test('how many changes are regressions, and which scenarios are new', () => {
    const text = changesText(comparisonOf(runOf(of(passed)), runOf(of(failed, resultOf('b')))), PLAIN);
    expect(text).toMatch(/^2 regressions in 2 changes\./);
    expect(text).toContain('1 new scenario: b');
  });
});
