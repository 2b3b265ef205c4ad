import type { FindingKind } from '../../schemas/finding.ts';
import type { ScenarioResult } from '../../schemas/verdict.ts';
import { countedLie } from '../../targets/liars/counted-lie.ts';
import { fails } from '../judgement.ts';
import type { Scenario } from '../scenario.ts';
import { kindsIn, type Watch } from './judge-lie.ts';
import type { LieBench } from './lie-bench.ts';
import type { PlantedLie } from './planted-lie.ts';

/** A target that keeps the contract, and is faulted all the same. */
export interface FalseAlarm {
  readonly name: string;
  readonly scenario: string;
  readonly verdict: ScenarioResult['verdict'];
  readonly found: readonly FindingKind[];
}

/** What became of an honest way of answering. */
export interface HonestOutcome {
  readonly name: string;
  /** How many answers it made a difference to. */
  readonly changes: number;
  readonly alarms: readonly FalseAlarm[];
}

const isAlarm = ({ verdict, findings }: ScenarioResult): boolean =>
  verdict !== 'pass' || findings.some((finding) => fails(finding, 'SHOULD'));

/** Judges a target that keeps the contract in its own way by some scenarios: none may find fault with it. */
export async function judgeHonest(
  bench: LieBench,
  { name, tell }: Pick<PlantedLie, 'name' | 'tell'>,
  scenarios: readonly Scenario[],
  watch: Watch,
): Promise<HonestOutcome> {
  const { lie, changes } = countedLie(tell);
  const judge = bench.tell(lie);
  const alarms: FalseAlarm[] = [];
  for (const scenario of scenarios) {
    const result = await judge(scenario);
    watch(result);
    if (isAlarm(result)) alarms.push({ name, scenario: result.id, verdict: result.verdict, found: kindsIn(result) });
  }
  return { name, changes: changes(), alarms };
}
