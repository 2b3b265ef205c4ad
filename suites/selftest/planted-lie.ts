import type { Obligation } from '../../schemas/contract/obligation.ts';
import type { Operation } from '../../schemas/contract/operation.ts';
import type { FindingKind } from '../../schemas/finding.ts';
import type { DerivedLie, Provocation } from '../../targets/liars/derived-lie.ts';
import { derivedLies } from '../../targets/liars/derived-lies.ts';
import { liars } from '../../targets/liars/liars.ts';
import type { Lie } from '../../targets/lie.ts';
import { unclaimed } from '../cancel/unclaimed.ts';
import type { Scenario } from '../scenario.ts';
import type { Wait } from './lie-bench.ts';

/** A lie that the suite has to catch, and by which scenarios. */
export interface PlantedLie {
  readonly name: string;
  /** The class of a registered liar; of a derived lie, what it breaks. */
  readonly group: string;
  readonly source: 'registered' | 'contract';
  /** A predicate for a person; empty where the name says it. */
  readonly lies: string;
  readonly tell: Lie;
  readonly wait: Wait;
  /** What each scenario that sees it must find; of a derived lie anything that fails it. Empty: nothing can be known. */
  readonly draws: readonly FindingKind[] | 'anything';
  /** The scenarios that can see it: of a registered liar every one does, of a derived lie one has to. */
  readonly seenBy: readonly Scenario[];
}

/** A scenario by its id; throws where there is none. */
export function scenarioNamed(id: string, scenarios: readonly Scenario[]): Scenario {
  const scenario = scenarios.find((candidate) => candidate.id === id);
  if (scenario === undefined) throw new Error(`There is no scenario ${id}.`);
  return scenario;
}

/** The liars that are registered by name. */
export const registeredLies = (scenarios: readonly Scenario[]): readonly PlantedLie[] =>
  liars.map(({ name, class: group, lies, tell, draws, seenBy }) => ({
    name,
    group,
    source: 'registered',
    lies,
    tell,
    wait: group === 'transport' ? 'short' : 'usual',
    draws,
    seenBy: seenBy.map((id) => scenarioNamed(id, scenarios)),
  }));

const isFirm = ({ expected: [first], when }: Scenario): boolean =>
  first.origin !== 'undefined' && when.atOnce === undefined;

/** The scenarios that provoke what a derived lie is about, the plainest first. */
function provoking(provokedBy: Provocation, scenarios: readonly Scenario[]): readonly Scenario[] {
  if ('obligation' in provokedBy)
    return scenarios.filter(
      ({ claims, expected: [first] }) => first.origin !== 'undefined' && claims.includes(provokedBy.obligation),
    );
  const { status, issue } = provokedBy;
  return scenarios
    .filter(isFirm)
    .filter(({ gap, expected: [first] }) => {
      const isDue = first.status.length === 1 && first.status[0] === status && gap === undefined;
      return isDue && (issue === undefined || first.issue === issue);
    })
    .slice(0, 1);
}

const planted = (lie: DerivedLie, scenarios: readonly Scenario[]): PlantedLie => ({
  name: lie.name,
  group: lie.group,
  source: 'contract',
  lies: '',
  tell: lie.tell,
  wait: 'usual',
  draws: lie.contract === 'away' ? [] : 'anything',
  seenBy: provoking(lie.provokedBy, scenarios),
});

/** Against an obligation that no scenario can claim there is nothing to catch. */
const isSeen = ({ provokedBy }: DerivedLie): boolean =>
  !('obligation' in provokedBy && Object.hasOwn(unclaimed, provokedBy.obligation));

/** The lies that are derived from the contract, and the ways in which it allows to leave something out. */
export function derivedPlants(
  obligations: readonly Obligation[],
  operation: Operation,
  scenarios: readonly Scenario[],
): { readonly lies: readonly PlantedLie[]; readonly honest: readonly PlantedLie[] } {
  const all = derivedLies(obligations, operation).filter(isSeen);
  const plantsOf = (kept: boolean) =>
    all.filter(({ contract }) => (contract === 'kept') === kept).map((lie) => planted(lie, scenarios));
  return { lies: plantsOf(false), honest: plantsOf(true) };
}
