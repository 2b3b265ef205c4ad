import { describe, expect, test } from 'vitest';
import { FINDING, HEADER, resultOf } from '../tests/run-samples.ts';
import type { BaselineEntry } from './baseline.ts';
import { withAccepted } from './baseline.ts';
import { runRecordOf, scenarioRecordOf } from './run-record.ts';
import { summaryOf } from './summary.ts';

const LINK = { ...FINDING, kind: 'incomplete-link', pointer: '/links/3', actual: 'href and method' } as const;

const ENTRY: BaselineEntry = {
  id: 'links-without-rel',
  findings: [{ kind: 'incomplete-link', pointer: '/links/*', actual: 'href' }],
  scenarios: ['cancel.state.*'],
  reason: 'Links carry no rel.',
  owner: 'the team',
  date: '2025-12-01',
  source: 'seen',
};

const failing = (id: string, ...findings: readonly (typeof FINDING)[]) => resultOf(id, { verdict: 'fail', findings });

function recordOf(
  results: readonly ReturnType<typeof resultOf>[],
  { accepted = [ENTRY], partial = false }: { accepted?: readonly BaselineEntry[]; partial?: boolean } = {},
) {
  const header = { ...HEADER, baseline: { file: 'reports/baseline/x.json', accepted }, partial };
  const scenarios = results.map((result) => withAccepted(scenarioRecordOf(result), header));
  const end = { at: '2026-01-01T00:00:02.500Z', interrupted: false };
  const planned = results.map(({ id }) => id);
  return runRecordOf(
    { header, planned, scenarios, defects: [], leftovers: [], orphans: [], endedEarly: null, end, requests: 1 },
    [],
  );
}

const marks = (...args: Parameters<typeof recordOf>) =>
  recordOf(...args).scenarios.flatMap(({ findings }) => findings.map(({ accepted }) => accepted ?? null));

describe('a finding is accepted', () => {
  test('at any index, in the scenarios that the entry names, and keeps its verdict', () => {
    const record = recordOf([failing('cancel.state.draft', LINK)]);
    expect(record.scenarios[0]).toMatchObject({ verdict: 'fail', findings: [{ accepted: 'links-without-rel' }] });
    expect(record.totals).toMatchObject({ fail: 1, findings: { MUST: 1 }, accepted: { MUST: 1 } });
  });

  test.each([
    ['another scenario', 'cancel.path.empty', LINK],
    ['a scenario whose id only begins alike', 'xcancel.state.draft', LINK],
    ['another kind', 'cancel.state.draft', { ...LINK, kind: 'schema-violation' as const }],
    ['another place', 'cancel.state.draft', { ...LINK, pointer: '/links/3/href' }],
    ['another text', 'cancel.state.draft', { ...LINK, actual: 'no member' }],
  ])('but not in %s', (_, id, finding) => {
    expect(marks([failing(id, finding)])).toEqual([null]);
  });

  test('in every scenario, where the entry names none', () => {
    const { scenarios: _, ...everywhere } = ENTRY;
    expect(marks([failing('cancel.path.empty', LINK)], { accepted: [everywhere] })).toEqual([ENTRY.id]);
  });

  test('by nothing, where a run has no baseline', () => {
    const scenario = scenarioRecordOf(failing('cancel.state.draft', LINK));
    expect(withAccepted(scenario, { startedAt: HEADER.startedAt })).toEqual(scenario);
  });

  test('until its day is past', () => {
    expect(marks([failing('cancel.state.draft', LINK)], { accepted: [{ ...ENTRY, expires: '2026-01-01' }] })).toEqual([
      ENTRY.id,
    ]);
    const past = recordOf([failing('cancel.state.draft', LINK)], { accepted: [{ ...ENTRY, expires: '2025-12-31' }] });
    expect(past.scenarios[0]?.findings[0]).not.toHaveProperty('accepted');
    expect(past.baseline).toMatchObject({ expired: [ENTRY.id], unseen: [] });
  });
});

describe('an entry that shows no more is news', () => {
  test.each([
    ['where a scenario that could show it was judged', ['cancel.state.draft'], {}, [ENTRY.id]],
    ['not where none was', ['cancel.path.empty'], {}, []],
    ['not in a part of the suite', ['cancel.state.draft'], { partial: true }, []],
  ] as const)('%s', (_, ids, options, unseen) => {
    expect(
      recordOf(
        ids.map((id) => resultOf(id)),
        options,
      ).baseline?.unseen,
    ).toEqual(unseen);
  });

  test('not where the scenario came to nothing', () => {
    expect(recordOf([resultOf('cancel.state.draft', { verdict: 'inconclusive' })]).baseline?.unseen).toEqual([]);
  });
});

describe('an entry that shows otherwise is news of another sort', () => {
  const NAME = { ...FINDING, kind: 'wrong-name', pointer: '/name', actual: 'X' } as const;
  const two: BaselineEntry = {
    ...ENTRY,
    findings: [...ENTRY.findings, { kind: 'wrong-name', pointer: '/name' }],
    scenarios: ['cancel.state.draft', 'cancel.state.paid'],
  };
  const both = [failing('cancel.state.draft', LINK, NAME), failing('cancel.state.paid', LINK)];
  const newsOf = (...args: Parameters<typeof recordOf>) => recordOf(...args).baseline;

  test('not where all of it shows', () => {
    expect(newsOf(both, { accepted: [two] })).toMatchObject({ changed: [], unseen: [] });
  });

  test.each([
    ['in other words', [failing('cancel.state.draft', { ...LINK, actual: 'no member' })], ENTRY],
    ['without one of its findings', [failing('cancel.state.draft', LINK), failing('cancel.state.paid', LINK)], two],
    ['no more in a scenario that it names', [both[0] ?? resultOf('x'), resultOf('cancel.state.paid')], two],
  ])('%s', (_, results, entry) => {
    expect(newsOf(results, { accepted: [entry] })).toMatchObject({ changed: [entry.id], unseen: [] });
  });

  test.each([
    ['not where the scenario came to nothing', [LINK, NAME], 'inconclusive', {}],
    ['not where a finding could have shown in a scenario that came to nothing', [LINK], 'inconclusive', {}],
    ['not in a part of the suite', [LINK, NAME], 'pass', { partial: true }],
  ] as const)('%s', (_, findings, verdict, options) => {
    const results = [failing('cancel.state.draft', ...findings), resultOf('cancel.state.paid', { verdict })];
    expect(newsOf(results, { accepted: [two], ...options })).toMatchObject({ changed: [], unseen: [] });
  });
});

describe('the summary', () => {
  const textOf = (...args: Parameters<typeof recordOf>) =>
    summaryOf(recordOf(...args), { explain: ({ finding }) => `explained ${finding.kind}`, paths: [] });

  test('speaks of what is new first, and of what is known by its reason', () => {
    const text = textOf([failing('cancel.state.draft', LINK), failing('cancel.path.empty', LINK)]);
    expect(text).toMatch(/^1 new departure from the contract in 1 of 2 scenarios judged; 1 known/);
    expect(text).toContain('Known: 1, accepted in reports/baseline/x.json\n  Links carry no rel.');
    expect(text).toContain('accepted by the team on 2025-12-01');
  });

  test('says that nothing is new', () => {
    const text = textOf([failing('cancel.state.draft', LINK)]);
    expect(text).toMatch(/^No new departure in 1 scenario; 1 known/);
    expect(text).not.toContain('explained');
  });

  test('names entries that are out of date or not seen', () => {
    const gone = { ...ENTRY, id: 'gone', expires: '2025-12-31' };
    const text = textOf([resultOf('cancel.state.draft')], { accepted: [ENTRY, gone] });
    expect(text).toContain('no longer seen: take them out of reports/baseline/x.json\n  links-without-rel');
    expect(text).toContain('Accepted until a day that is past, in reports/baseline/x.json\n  gone');
  });

  test('names entries that show otherwise', () => {
    const text = textOf([failing('cancel.state.draft', { ...LINK, actual: 'no member' })]);
    expect(text).toContain('otherwise now: look at them in reports/baseline/x.json\n  links-without-rel');
  });
});
