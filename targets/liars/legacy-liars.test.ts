import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { legacyChecks } from '../../schemas/checks/legacy/legacy-checks.ts';
import { LEGACY_KINDS } from '../../schemas/finding.ts';
import type { ScenarioResult } from '../../schemas/verdict.ts';
import { legacyScenarios } from '../../suites/legacy/legacy-scenarios.ts';
import { type LieBench, openLieBench } from '../../suites/selftest/lie-bench.ts';
import { scenarioNamed } from '../../suites/selftest/planted-lie.ts';
import { countedLie } from './counted-lie.ts';
import { legacyLiars } from './legacy-liars.ts';

let bench: LieBench;
/** What each liar was found out by, by its name, and how often its lie made a difference. */
const caught = new Map<string, { readonly results: readonly ScenarioResult[]; readonly changes: number }>();

beforeAll(async () => {
  bench = await openLieBench();
  for (const { name, class: group, tell, seenBy } of legacyLiars) {
    const { lie, changes } = countedLie(tell);
    const judge = bench.tell(lie, group === 'transport' ? 'short' : 'usual');
    const results: ScenarioResult[] = [];
    for (const id of seenBy) results.push(await judge(scenarioNamed(id, legacyScenarios)));
    caught.set(name, { results, changes: changes() });
  }
}, 60_000);
afterAll(() => bench.close());

describe('liars about the legacy operation', () => {
  it('have names of their own, and are of every class', () => {
    expect(new Set(legacyLiars.map(({ name }) => name)).size).toBe(legacyLiars.length);
    expect(legacyLiars.length).toBeGreaterThanOrEqual(70);
    expect(new Set(legacyLiars.map((liar) => liar.class)).size).toBe(8);
  });

  for (const { name, lies, draws } of legacyLiars)
    it(`${name}: a target that ${lies} is caught by ${draws.join(' and ') || 'nothing, and nothing is known'}`, () => {
      const { results = [], changes = 0 } = caught.get(name) ?? {};
      expect(changes).toBeGreaterThan(0);
      for (const result of results) {
        const kinds = result.findings.map(({ kind }) => kind);
        if (draws.length === 0) expect(result).toMatchObject({ verdict: 'inconclusive', findings: [] });
        else expect([result.id, ...kinds]).toEqual(expect.arrayContaining([result.id, ...draws]));
      }
    });
});

describe('of what all of them drew', () => {
  const killersOf = (key: 'kind' | 'check', wanted: string): readonly string[] =>
    [...caught].flatMap(([name, { results }]) =>
      results.some(({ findings }) => findings.some((finding) => finding[key] === wanted)) ? [name] : [],
    );
  const drawnByOneAtMost = (key: 'kind' | 'check', wanted: Iterable<string>): readonly string[] =>
    [...wanted].filter((one) => killersOf(key, one).length < 2);

  it('every kind of finding was drawn by two', () => {
    const declared = legacyLiars.flatMap(({ draws }) => draws);
    expect(drawnByOneAtMost('kind', new Set([...LEGACY_KINDS, ...declared]))).toEqual([]);
  });
  it('every check was needed by two', () => {
    expect(
      drawnByOneAtMost('check', [...legacyChecks.map(({ id }) => id), 'state-after', 'cancellable-after']),
    ).toEqual([]);
  });
  it('none stopped the target itself', () => expect(bench.defects).toEqual([]));
});
