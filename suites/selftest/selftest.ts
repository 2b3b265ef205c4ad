import { honestVariants } from '../../targets/liars/honest-variants.ts';
import { cancelObligations, cancelOperation } from '../cancel/cancel-contract.ts';
import { cancelScenarios } from '../cancel/cancel-scenarios.ts';
import type { Scenario } from '../scenario.ts';
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
  /** What the seven scenarios that people write by hand catch of the registered liars, by plainer judges. */
  readonly seven: readonly SevenOutcome[];
}

/** The target as it is, which must pass everything. */
const HONEST = { name: 'honest', tell: {} };

const registered: ReadonlySet<string> = new Set(honestVariants.map(({ name }) => name));

/** Whether an honest way of answering may make no difference: one left as it is, or without what the target leaves out anyway. */
export const mayIdle = (name: string): boolean => !registered.has(name);

/** Everything that a self-test judges, or what a regular expression finds among the names and groups. */
export function selftestPlan(grep = ''): SelftestPlan {
  const wanted = new RegExp(grep);
  const isWanted = ({ name, group }: { readonly name: string; readonly group: string }): boolean =>
    wanted.test(`${name} @${group}`);
  const derived = derivedPlants(cancelObligations.obligations, cancelOperation, cancelScenarios);
  const variants = [HONEST, ...honestVariants].map(({ name, tell }) => ({
    name,
    tell,
    group: 'honest',
    scenarios: cancelScenarios,
  }));
  const left = derived.honest.map((plant) => ({ ...plant, scenarios: plant.seenBy }));
  return {
    lies: [...registeredLies(cancelScenarios), ...derived.lies].filter(isWanted),
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
    judgedLies.push(await judgeLie(bench, planted, { watch, ...(full && { all: cancelScenarios }) }));
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
