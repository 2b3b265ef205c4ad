import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../schemas/checks/checks.ts';
import type { FindingKind } from '../schemas/finding.ts';
import type { ScenarioResult } from '../schemas/verdict.ts';
import { liars } from '../targets/liars/liars.ts';
import { cancelScenarios } from './cancel/cancel-scenarios.ts';
import { type LieBench, openLieBench } from './selftest/lie-bench.ts';
import { scenarioNamed } from './selftest/planted-lie.ts';

/** Kinds that only an answer of the legacy system can draw. */
const LEGACY_KINDS = [
  'undecodable-body',
  'wrong-format',
  'wrong-root',
  'missing-ack',
  'unknown-ack',
  'wrong-ack',
  'ack-warning',
  'missing-correlation-id',
  'wrong-correlation-id',
  'missing-timestamp',
  'wrong-timestamp',
  'missing-invoice',
  'invoice-mismatch',
  'error-in-success',
  'missing-error',
  'wrong-error-id',
  'wrong-severity',
  'wrong-category',
  'missing-domain',
  'unused-member',
] as const satisfies readonly FindingKind[];

/** Every kind of finding that REST can draw: one that is missing here, or too many, does not compile. */
const KINDS = Object.keys({
  'wrong-status': true,
  'wrong-media-type': true,
  'unexpected-body': true,
  'malformed-json': true,
  'invalid-utf8': true,
  'schema-violation': true,
  'wrong-name': true,
  'wrong-message': true,
  'unlisted-issue': true,
  'undocumented-issue': true,
  'missing-details': true,
  'wrong-issue': true,
  'wrong-description': true,
  'unknown-description': true,
  'wrong-field': true,
  'wrong-location': true,
  'wrong-value': true,
  'missing-debug-id': true,
  'debug-id-mismatch': true,
  'incomplete-link': true,
  'unknown-member': true,
  'wrong-state': true,
  'not-cancellable': true,
} satisfies Record<Exclude<FindingKind, `client-${string}` | (typeof LEGACY_KINDS)[number]>, true>);

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

  it('every kind of finding was drawn by two', () => expect(drawnByOneAtMost('kind', KINDS)).toEqual([]));
  it('every check was needed by two', () => expect(drawnByOneAtMost('check', checkIds)).toEqual([]));
  it('no finding is of a check that nobody lists', () =>
    expect([...killersBy('check').keys()].filter((id) => !checkIds.includes(id))).toEqual([]));
  it('none stopped the target itself', () => expect(bench.defects).toEqual([]));
});
