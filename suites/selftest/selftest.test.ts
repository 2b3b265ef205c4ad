import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSecondOracle } from '../../tests/second-oracle.ts';
import { cancelOperation } from '../cancel/cancel-contract.ts';
import { cancelScenarios } from '../cancel/cancel-scenarios.ts';
import { judgeHonest } from './judge-honest.ts';
import { judgeLie } from './judge-lie.ts';
import { type LieBench, openLieBench } from './lie-bench.ts';
import type { PlantedLie } from './planted-lie.ts';
import { type SelftestScore, scoreOf } from './score.ts';
import { mayIdle, type SelftestOutcome, selftest, selftestPlan } from './selftest.ts';

const oracle = openSecondOracle(cancelOperation);
const plan = selftestPlan();

let bench: LieBench;
let outcome: SelftestOutcome;
let score: SelftestScore;

beforeAll(async () => {
  bench = await openLieBench();
  outcome = await selftest(bench, plan, { watch: ({ exchanges }) => exchanges.forEach(oracle.hear) });
  score = scoreOf(outcome, mayIdle);
}, 120_000);
afterAll(() => bench.close());

describe('the self-test', () => {
  it('catches every lie', () => {
    expect(score.missed.map(({ name, fate }) => `${name}: ${fate}`)).toEqual([]);
    expect(score.lies).toBeGreaterThan(2_000);
  });
  it('faults no honest target, and each honest variant makes a difference', () => {
    expect(score.alarms).toEqual([]);
    expect(score.idle).toEqual([]);
    expect(score.perfect).toBe(true);
  });
  it('never stops the target itself', () => expect(bench.defects).toEqual([]));

  it('shows that plainer judges catch less, each more than the one before', () => {
    for (const { of, schema, status, issue } of Object.values(score.plain)) {
      expect([schema < status, status < issue, issue < of]).toEqual([true, true, true]);
    }
    expect(score.plain.sameAnswers.schema / score.plain.sameAnswers.of).toBeLessThan(0.4);
  });
});

describe('of every answer in it, honest or lying,', () => {
  it('two validators that know nothing of each other say the same', () => {
    expect(oracle.disagreements).toEqual([]);
    expect(oracle.count.asked).toBeGreaterThan(1_000);
    expect(oracle.count.refused).toBeGreaterThan(500);
  });
});

describe('the lies', () => {
  const names = plan.lies.map(({ name }) => name);
  const { issues } = cancelOperation.statusContract(422) ?? { issues: new Map<string, unknown>() };

  it('have names of their own', () => expect(new Set(names).size).toBe(names.length));
  it('swap every pair of issues, both ways', () => {
    const due = [...issues.keys()];
    const pairs = due.flatMap((one) => due.filter((other) => other !== one).map((other) => `${other} for ${one}`));
    expect(pairs.length).toBe(20);
    expect(pairs.filter((pair) => !names.includes(pair))).toEqual([]);
  });
  it('swap every pair of statuses, both ways', () => {
    const { statuses } = cancelOperation;
    const pairs = statuses.flatMap((one) =>
      statuses.filter((other) => other !== one).map((other) => `${other} for ${one}`),
    );
    expect(pairs.length).toBe(statuses.length * (statuses.length - 1));
    expect(pairs.filter((pair) => !names.includes(pair))).toEqual([]);
  });
  it('are chosen by name and group', () => {
    expect(selftestPlan('@security').lies.length).toBe(9);
    expect(selftestPlan('nonesuch')).toEqual({ lies: [], honest: [] });
  });
});

describe('a self-test that went wrong would show it', () => {
  const draft = cancelScenarios.filter(({ id }) => id === 'cancel.state.draft');
  const lie = (over: Partial<PlantedLie>): PlantedLie => ({
    name: 'example',
    group: 'schema',
    source: 'registered',
    lies: 'does something',
    tell: {},
    wait: 'usual',
    draws: 'anything',
    seenBy: draft,
    ...over,
  });
  const judged = async (over: Partial<PlantedLie>) => judgeLie(bench, lie(over), { watch: () => {} });
  const scored = async (over: Partial<PlantedLie>) =>
    scoreOf({ lies: [await judged(over)], honest: [], seven: [] }, mayIdle);

  it('a lie that is never told is not caught', async () => {
    expect(await scored({})).toMatchObject({ caught: 0, missed: [{ fate: 'untold' }], perfect: false });
  });
  it('nor is one that nobody finds', async () => {
    const tell = plan.honest.find(({ name }) => name === 'white-space')?.tell ?? {};
    expect(await scored({ tell })).toMatchObject({ caught: 0, missed: [{ fate: 'survived' }], perfect: false });
  });
  it('nor one that is found out as another', async () => {
    const tell = { decide: () => ({ status: 204, example: null }) };
    expect(await scored({ tell, draws: ['wrong-name'] })).toMatchObject({ missed: [{ fate: 'survived' }] });
    expect(await scored({ tell, draws: ['wrong-status'] })).toMatchObject({ caught: 1, perfect: true });
  });
  it('an honest variant that is none raises an alarm', async () => {
    const tell = { decide: () => ({ status: 204, example: null }) };
    const honest = await judgeHonest(bench, { name: 'example', tell }, draft, () => {});
    expect(scoreOf({ lies: [], honest: [honest], seven: [] }, mayIdle)).toMatchObject({
      alarms: [{ name: 'example', scenario: 'cancel.state.draft', verdict: 'fail' }],
      perfect: false,
    });
  });
});
