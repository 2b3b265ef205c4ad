import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { valueAt } from '../../schemas/contract/clause.ts';
import { legacyContractOf } from '../../schemas/contract/legacy-contract.ts';
import type { Exchange } from '../../schemas/exchange.ts';
import { documentedMessages } from '../../targets/liars/legacy-documented-message.ts';
import { openSecondOracle } from '../../tests/second-oracle.ts';
import { cancelOperation } from '../cancel/cancel-contract.ts';
import { cancelScenarios } from '../cancel/cancel-scenarios.ts';
import { legacyOperation } from '../legacy/legacy-contract.ts';
import { judgeHonest } from './judge-honest.ts';
import { judgeLie } from './judge-lie.ts';
import { type LieBench, openLieBench } from './lie-bench.ts';
import type { PlantedLie } from './planted-lie.ts';
import { type SelftestScore, scoreOf } from './score.ts';
import { mayIdle, type SelftestOutcome, selftest, selftestPlan } from './selftest.ts';

const oracles = [cancelOperation, legacyOperation].map(openSecondOracle);
const hear = (exchange: Exchange): void => {
  for (const oracle of oracles) oracle.hear(exchange);
};
const plan = selftestPlan();

let bench: LieBench;
let outcome: SelftestOutcome;
let score: SelftestScore;

beforeAll(async () => {
  bench = await openLieBench();
  outcome = await selftest(bench, plan, {
    watch: ({ exchanges }) => exchanges.forEach(hear),
  });
  score = scoreOf(outcome, mayIdle);
}, 240_000);
afterAll(() => bench.close());

describe('the self-test', () => {
  it('catches every lie', () => {
    expect(score.missed.map(({ name, fate }) => `${name}: ${fate}`)).toEqual([]);
    expect(score.lies).toBeGreaterThan(3_500);
  });
  it('faults no honest target, and each honest variant makes a difference', () => {
    expect(score.alarms).toEqual([]);
    expect(score.idle).toEqual([]);
    expect(score.perfect).toBe(true);
  });
  it('never stops the target itself', () => expect(bench.defects).toEqual([]));

  it('shows that plainer judges catch less, each more than the one before', () => {
    const scores = Object.values(score.plain).flatMap((system) => Object.values(system));
    expect(scores.map(({ schema, status, issue, of }) => schema < status && status < issue && issue < of)).toEqual(
      scores.map(() => true),
    );
    const { rest } = score.plain;
    expect(rest.sameAnswers.schema / rest.sameAnswers.of).toBeLessThan(0.4);
  });
});

describe('of every request and every answer in it, honest or lying,', () => {
  it('two validators that know nothing of each other say the same', () => {
    for (const { disagreements, count } of oracles) {
      expect(disagreements).toEqual([]);
      expect(count.asked).toBeGreaterThan(1_000);
      expect(count.refused).toBeGreaterThan(500);
    }
    expect(oracles[0]?.requests.asked).toBeGreaterThan(60);
    expect(oracles[0]?.requests.refused).toBeGreaterThan(30);
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
  it('swap every pair of legacy codes, both ways, each with a cancel that is done', () => {
    const codes = [...legacyContractOf(legacyOperation).codes.keys(), 'Success'];
    const pairs = codes.flatMap((due) => codes.filter((other) => other !== due).map((other) => `${other} for ${due}`));
    expect(pairs.length).toBe(14 * 13);
    expect(pairs.filter((pair) => !names.some((name) => name.startsWith(`legacy ${pair}`)))).toEqual([]);
  });
  it('swap every acknowledgment that a legacy message can have for each other one', () => {
    const acks = [...legacyContractOf(legacyOperation).acks.keys()];
    const swaps = documentedMessages(legacyOperation).flatMap(({ outcome, example }) =>
      acks
        .filter((ack) => ack !== valueAt(example, '/responseEnvelope/ack'))
        .map((ack) => `legacy ${outcome} acknowledged as ${ack}`),
    );
    const told = new Set([...names, ...plan.honest.map(({ name }) => name)]);
    expect(swaps.length).toBe(14 * 3);
    expect(swaps.filter((name) => !told.has(name))).toEqual([]);
  });
  it('leave every member of every documented legacy message out', () => {
    const told = new Set([...names, ...plan.honest.map(({ name }) => name)]);
    const members = documentedMessages(legacyOperation).flatMap((message) =>
      message.members.map(({ path }) => `legacy ${message.outcome} ${path.join('/')} dropped`),
    );
    expect(members.length).toBeGreaterThan(150);
    expect(members.filter((name) => !told.has(name))).toEqual([]);
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
    system: 'rest',
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
