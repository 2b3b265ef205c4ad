import type { FindingKind } from '../../schemas/finding.ts';
import type { ScenarioResult } from '../../schemas/verdict.ts';
import { countedLie } from '../../targets/liars/counted-lie.ts';
import type { Scenario } from '../scenario.ts';
import { isRed } from './is-red.ts';
import type { Judge, LieBench } from './lie-bench.ts';
import { type PlainlyCaught, plainlyCaught, plainlyCaughtInAny } from './plain-judges.ts';
import type { PlantedLie } from './planted-lie.ts';

/** What became of one scenario while a lie was told. */
export interface Sighting {
  readonly scenario: string;
  readonly verdict: ScenarioResult['verdict'];
  /** Each kind once. */
  readonly found: readonly FindingKind[];
}

/** What became of a lie. */
export interface LieOutcome {
  readonly name: string;
  readonly group: string;
  readonly source: PlantedLie['source'];
  readonly system: PlantedLie['system'];
  readonly lies: string;
  /** `untold`: it made no difference in any scenario that was to see it. `survived`: it did, and was not found out. */
  readonly fate: 'caught' | 'survived' | 'untold';
  readonly sightings: readonly Sighting[];
  /** What plainer judges would have caught of the same answers. */
  readonly plain: PlainlyCaught;
  /** Whether there was an answer to be found out by; without one nothing can be known of the contract. */
  readonly answers: boolean;
}

/** Told of every scenario that was judged. */
export type Watch = (result: ScenarioResult) => void;

/** The kinds of finding that a scenario drew, each once. */
export const kindsIn = ({ findings }: ScenarioResult): FindingKind[] => [...new Set(findings.map(({ kind }) => kind))];

const sightingOf = (result: ScenarioResult): Sighting => ({
  scenario: result.id,
  verdict: result.verdict,
  found: kindsIn(result),
});

/** Whether a scenario found the lie out, as it must. */
function isFound({ draws }: PlantedLie, scenario: Scenario, result: ScenarioResult): boolean {
  if (draws === 'anything') return isRed(scenario, result);
  if (draws.length === 0) return result.verdict === 'inconclusive' && result.findings.length === 0;
  return draws.every((kind) => kindsIn(result).includes(kind));
}

function fateOf({ source }: PlantedLie, found: readonly boolean[], changes: number): LieOutcome['fate'] {
  if (changes === 0) return 'untold';
  const isCaught = source === 'contract' ? found.some(Boolean) : found.every(Boolean) && found.length > 0;
  return isCaught ? 'caught' : 'survived';
}

/** How a lie is judged. */
export interface JudgeLieOptions {
  readonly watch: Watch;
  /** Scenarios beside those that can see it: what they find is shown, and nothing is asked of them. */
  readonly all?: readonly Scenario[];
}

/** A scenario that was judged, and whether it found the lie out. */
interface Judged {
  readonly scenario: Scenario;
  readonly result: ScenarioResult;
  readonly found: boolean;
}

/** A registered liar is judged by every scenario that can see it, a derived lie until one has. */
async function judgedBy(planted: PlantedLie, judge: Judge): Promise<readonly Judged[]> {
  const judged: Judged[] = [];
  for (const scenario of planted.seenBy) {
    const result = await judge(scenario);
    const found = isFound(planted, scenario, result);
    judged.push({ scenario, result, found });
    if (found && planted.source === 'contract') break;
  }
  return judged;
}

/** Judges while a lie is told. */
export async function judgeLie(
  bench: LieBench,
  planted: PlantedLie,
  { watch, all = [] }: JudgeLieOptions,
): Promise<LieOutcome> {
  const { name, group, source, system, lies, draws, seenBy } = planted;
  const { lie, changes } = countedLie(planted.tell);
  const told = bench.tell(lie, planted.wait);
  const judge: Judge = async (scenario) => {
    const result = await told(scenario);
    watch(result);
    return result;
  };
  const judged = await judgedBy(planted, judge);
  const found = judged.map((one) => one.found);
  const fate = fateOf(planted, found, changes());
  const plain = plainlyCaughtInAny(judged.map(({ scenario, result }) => plainlyCaught(scenario, result)));
  const sightings = judged.map(({ result }) => sightingOf(result));
  const others = source === 'contract' ? [] : all.filter((scenario) => !seenBy.includes(scenario));
  for (const scenario of others) sightings.push(sightingOf(await judge(scenario)));
  return { name, group, source, system, lies, fate, sightings, plain, answers: draws.length > 0 };
}
