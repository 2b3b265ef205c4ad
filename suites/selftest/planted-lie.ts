import type { FindingKind } from '../../schemas/finding.ts';
import type { DerivedLie, Provocation } from '../../targets/liars/derived-lie.ts';
import { legacyLiars } from '../../targets/liars/legacy-liars.ts';
import type { Liar } from '../../targets/liars/liar.ts';
import { liars } from '../../targets/liars/liars.ts';
import type { Lie } from '../../targets/lie.ts';
import type { Scenario, SystemName } from '../scenario.ts';
import type { Wait } from './lie-bench.ts';

/** A lie that the suite has to catch, and by which scenarios. */
export interface PlantedLie {
  readonly name: string;
  /** The class of a registered liar; of a derived lie, what it breaks. */
  readonly group: string;
  readonly source: 'registered' | 'contract';
  /** The system that it is about. */
  readonly system: SystemName;
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

const registered =
  (system: SystemName, scenarios: readonly Scenario[]) =>
  ({ name, class: group, lies, tell, draws, seenBy }: Liar): PlantedLie => ({
    name,
    group: system === 'legacy' ? `legacy ${group}` : group,
    source: 'registered',
    system,
    lies,
    tell,
    wait: group === 'transport' ? 'short' : 'usual',
    draws,
    seenBy: seenBy.map((id) => scenarioNamed(id, scenarios)),
  });

/** The liars that are registered by name: about REST, and about the legacy system. */
export const registeredLies = (scenarios: readonly Scenario[]): readonly PlantedLie[] => [
  ...liars.map(registered('rest', scenarios)),
  ...legacyLiars.map(registered('legacy', scenarios)),
];

const isFirm = ({ expected: [first], when }: Scenario): boolean =>
  first.origin !== 'undefined' && when.atOnce === undefined;

/** The scenarios that provoke what a derived lie is about, the plainest first. */
function provoking(provokedBy: Provocation, scenarios: readonly Scenario[]): readonly Scenario[] {
  if ('obligation' in provokedBy)
    return scenarios.filter(
      ({ claims, expected: [first] }) => first.origin !== 'undefined' && claims.includes(provokedBy.obligation),
    );
  return scenarios
    .filter(isFirm)
    .filter(({ gap, expected: [first] }) => gap === undefined && isDue(first, provokedBy))
    .slice(0, 1);
}

/** Whether what a scenario expects is what a lie takes the place of. */
function isDue(
  { status, ack, issue }: Scenario['expected'][number],
  due: Exclude<Provocation, { readonly obligation: string }>,
): boolean {
  if ('outcome' in due) return due.outcome === (ack === 'Success' ? ack : issue);
  const isOfStatus = status.length === 1 && status[0] === due.status;
  return isOfStatus && (due.issue === undefined || issue === due.issue);
}

/** What derived lies of one system are told of, and who judges them. */
export interface DerivedFrom {
  readonly system: SystemName;
  readonly lies: readonly DerivedLie[];
  /** Obligations that no scenario can claim: against them there is nothing to catch. */
  readonly unclaimed: Readonly<Record<string, string>>;
  readonly scenarios: readonly Scenario[];
}

const planted = (lie: DerivedLie, { system, scenarios }: DerivedFrom): PlantedLie => ({
  name: lie.name,
  group: lie.group,
  source: 'contract',
  system,
  lies: '',
  tell: lie.tell,
  wait: 'usual',
  draws: lie.contract === 'away' ? [] : 'anything',
  seenBy: provoking(lie.provokedBy, scenarios),
});

/** The lies that are derived from a contract, and the ways in which it allows to leave something out. */
export function derivedPlants(from: DerivedFrom): {
  readonly lies: readonly PlantedLie[];
  readonly honest: readonly PlantedLie[];
} {
  const isSeen = ({ provokedBy }: DerivedLie): boolean =>
    !('obligation' in provokedBy && Object.hasOwn(from.unclaimed, provokedBy.obligation));
  const all = from.lies.filter(isSeen);
  const plantsOf = (kept: boolean) =>
    all.filter(({ contract }) => (contract === 'kept') === kept).map((lie) => planted(lie, from));
  return { lies: plantsOf(false), honest: plantsOf(true) };
}
