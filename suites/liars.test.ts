import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../schemas/checks/checks.ts';
import { REST_KINDS } from '../schemas/finding.ts';
import type { ScenarioResult } from '../schemas/verdict.ts';
import { liars } from '../targets/liars/liars.ts';
import { cancelScenarios } from './cancel/cancel-scenarios.ts';
import { type LieBench, openLieBench } from './selftest/lie-bench.ts';
import { scenarioNamed } from './selftest/planted-lie.ts';

/** What the engine judges itself: the invoice afterwards. */
const CHECKS_AFTERWARDS = ['state-after', 'cancellable-after'];

let bench: LieBench;
/** What each liar was found out by, by its name. */
const caught = new Map<string, readonly ScenarioResult[]>();

beforeAll(async () => {
  bench = await openLieBench();
  for (const { name, tell, seenBy } of liars) {
    const results: ScenarioResult[] = [];
    for (const id of seenBy) results.push(await bench.judge(scenarioNamed(id, cancelScenarios), tell));
    caught.set(name, results);
  }
}, 60_000);
afterAll(() => bench.close());

describe('liars', () => {
  it('have names of their own, and are of every class', () => {
    expect(new Set(liars.map(({ name }) => name)).size).toBe(liars.length);
    expect(liars.length).toBeGreaterThanOrEqual(100);
    expect(new Set(liars.map((liar) => liar.class)).size).toBe(8);
  });

  for (const { name, lies, draws } of liars)
    it(`${name}: a target that ${lies} is caught by ${draws.join(' and ') || 'nothing, and nothing is known'}`, () => {
      for (const result of caught.get(name) ?? []) {
        const kinds = result.findings.map(({ kind }) => kind);
        if (draws.length === 0) expect(result).toMatchObject({ verdict: 'inconclusive', findings: [] });
        else expect([result.id, ...kinds]).toEqual(expect.arrayContaining([result.id, ...draws]));
      }
    });
});

describe('of what all liars drew', () => {
  const killersBy = (key: 'kind' | 'check'): ReadonlyMap<string, ReadonlySet<string>> => {
    const killers = new Map<string, Set<string>>();
    for (const [name, results] of caught)
      for (const finding of results.flatMap(({ findings }) => findings))
        killers.set(finding[key], (killers.get(finding[key]) ?? new Set()).add(name));
    return killers;
  };
  const drawnByOneAtMost = (key: 'kind' | 'check', wanted: readonly string[]) => {
    const killers = killersBy(key);
    return wanted.filter((value) => (killers.get(value)?.size ?? 0) < 2);
  };
  const checkIds = [...checks.map(({ id }) => id), ...CHECKS_AFTERWARDS];

  it('every kind of finding was drawn by two', () => expect(drawnByOneAtMost('kind', REST_KINDS)).toEqual([]));
  it('every check was needed by two', () => expect(drawnByOneAtMost('check', checkIds)).toEqual([]));
  it('no finding is of a check that nobody lists', () =>
    expect([...killersBy('check').keys()].filter((id) => !checkIds.includes(id))).toEqual([]));
  it('none stopped the target itself', () => expect(bench.defects).toEqual([]));
});
