import { derivedLies } from '../../targets/liars/derived-lies.ts';
import { honestVariants } from '../../targets/liars/honest-variants.ts';
import { legacyDerivedLies } from '../../targets/liars/legacy-derived-lies.ts';
import { legacyHonestVariants } from '../../targets/liars/legacy-honest-variants.ts';
import { cancelObligations, cancelOperation } from '../cancel/cancel-contract.ts';
import { cancelScenarios } from '../cancel/cancel-scenarios.ts';
import { unclaimed } from '../cancel/unclaimed.ts';
import { legacyObligations, legacyOperation } from '../legacy/legacy-contract.ts';
import { legacyScenarios } from '../legacy/legacy-scenarios.ts';
import { legacyUnclaimed } from '../legacy/unclaimed.ts';
import { contractScenarios } from '../profile.ts';
import type { Scenario, SystemName } from '../scenario.ts';
import { type HonestOutcome, judgeHonest } from './judge-honest.ts';
import { judgeLie, type LieOutcome, type Watch } from './judge-lie.ts';
import { judgeOfSeven, type SevenOutcome } from './judge-of-seven.ts';
import type { LieBench } from './lie-bench.ts';
import { derivedPlants, type PlantedLie, registeredLies } from './planted-lie.ts';

/** What is judged in a self-test. */
export interface SelftestPlan {
  /** Of liars registered by name, the scenarios that can see each, or all of them. */
  readonly lies: readonly PlantedLie[];
  /** Ways of answering that keep the contract, with the scenarios that must not fault them. */
  readonly honest: readonly (Pick<PlantedLie, 'name' | 'tell'> & { readonly scenarios: readonly Scenario[] })[];
}

/** What a self-test showed. */
export interface SelftestOutcome {
  readonly lies: readonly LieOutcome[];
  readonly honest: readonly HonestOutcome[];
  /** What the seven scenarios that people write by hand, of each system, catch of the registered liars, by plainer judges. */
  readonly seven: readonly SevenOutcome[];
}

/** The target as it is, which must pass everything. */
const HONEST = { name: 'honest', tell: {} };

const registered: ReadonlySet<string> = new Set([...honestVariants, ...legacyHonestVariants].map(({ name }) => name));

/** What every way of answering a legacy call shows itself in: a success and a fault in each format, and a refused request. */
const legacyShown = legacyScenarios.filter(
  ({ id, topic }) => topic === 'legacy-format' || id === 'legacy.request.no-envelope',
);

/** Whether an honest way of answering may make no difference: one left as it is, or without what the target leaves out anyway. */
export const mayIdle = (name: string): boolean => !registered.has(name);

/** The scenarios of each system. */
const SCENARIOS: Readonly<Record<SystemName, readonly Scenario[]>> = { rest: cancelScenarios, legacy: legacyScenarios };

/** What is derived from both contracts. */
const allDerived = () => [
  derivedPlants({
    system: 'rest',
    lies: derivedLies(cancelObligations.obligations, cancelOperation),
    unclaimed,
    scenarios: cancelScenarios,
  }),
  derivedPlants({
    system: 'legacy',
    lies: legacyDerivedLies(legacyObligations.obligations, legacyOperation),
    unclaimed: legacyUnclaimed,
    scenarios: legacyScenarios,
  }),
];

/** Everything that a self-test judges, or what a regular expression finds among the names and groups. */
export function selftestPlan(grep = ''): SelftestPlan {
  const wanted = new RegExp(grep);
  const isWanted = ({ name, group }: { readonly name: string; readonly group: string }): boolean =>
    wanted.test(`${name} @${group}`);
  const derived = allDerived();
  const variantsOf = (variants: readonly Pick<PlantedLie, 'name' | 'tell'>[], scenarios: readonly Scenario[]) =>
    variants.map(({ name, tell }) => ({ name, tell, group: 'honest', scenarios }));
  const variants = [
    ...variantsOf([HONEST], contractScenarios),
    ...variantsOf(honestVariants, cancelScenarios),
    ...variantsOf(legacyHonestVariants, legacyShown),
  ];
  const left = derived.flatMap(({ honest }) => honest).map((plant) => ({ ...plant, scenarios: plant.seenBy }));
  return {
    lies: [...registeredLies(contractScenarios), ...derived.flatMap(({ lies }) => lies)].filter(isWanted),
    honest: [...variants, ...left].filter(isWanted),
  };
}

/** How a self-test is run. */
export interface SelftestOptions {
  /** Every registered liar against every scenario, not only those that can see its lie. */
  readonly full?: boolean;
  /** Told of every scenario that was judged. */
  readonly watch?: Watch;
  /** Told how many of the plan's lies and honest variants are done. */
  readonly progress?: (done: number, of: number) => void;
}

/** Judges every lie and every honest variant of a plan on one target, one after the other. */
export async function selftest(
  bench: LieBench,
  { lies, honest }: SelftestPlan,
  { full = false, watch = () => {}, progress = () => {} }: SelftestOptions = {},
): Promise<SelftestOutcome> {
  const total = lies.length + honest.length;
  const judgedLies: LieOutcome[] = [];
  const seven: SevenOutcome[] = [];
  for (const planted of lies) {
    judgedLies.push(
      await judgeLie(bench, planted, {
        watch,
        ...(full && { all: SCENARIOS[planted.system] }),
      }),
    );
    if (planted.source === 'registered' && planted.draws.length > 0) seven.push(await judgeOfSeven(bench, planted));
    progress(judgedLies.length, total);
  }
  const judgedHonest: HonestOutcome[] = [];
  for (const { scenarios, ...variant } of honest) {
    judgedHonest.push(await judgeHonest(bench, variant, scenarios, watch));
    progress(judgedLies.length + judgedHonest.length, total);
  }
  return { lies: judgedLies, honest: judgedHonest, seven };
}
