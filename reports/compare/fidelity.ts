import type { RunRecord, ScenarioRecord } from '../run-record.ts';
import { answerDifferences, type FidelityDifference } from './answer-differences.ts';
import { answersUnderTest, comparedAnswer, stateAfterwards } from './compared-answer.ts';
import { type ComparedRun, caveatsOf, comparedRun } from './comparison.ts';
import { isJudged, plannedIn, scenariosById, whyUnknown } from './scenario-index.ts';

/** A scenario in which the mock differs from the service. */
export interface UnlikeScenario {
  readonly scenario: string;
  readonly title: string;
  readonly differences: readonly FidelityDifference[];
}

/** How true a mock is to the service, scenario by scenario: what `report MOCK --against SERVICE --json` prints. */
export interface Fidelity {
  readonly format: 1;
  readonly kind: 'fidelity';
  readonly mock: ComparedRun;
  readonly service: ComparedRun;
  readonly caveats: readonly string[];
  /** Ids of scenarios in which both answered alike. */
  readonly alike: readonly string[];
  readonly unlike: readonly UnlikeScenario[];
  /** Scenarios of which one side shows nothing, and why. */
  readonly notCompared: readonly { readonly scenario: string; readonly reason: string }[];
}

/** Scenarios in which several requests are sent at once: which is answered first is chance. */
const inAnyOrder = ({ topic }: ScenarioRecord): boolean => topic === 'concurrency';

function answersOf(scenario: ScenarioRecord) {
  const answers = answersUnderTest(scenario).map(comparedAnswer);
  return inAnyOrder(scenario) ? answers.toSorted((a, b) => a.status - b.status) : answers;
}

function stateDifference(mock: ScenarioRecord, service: ScenarioRecord): readonly FidelityDifference[] {
  const [ours, theirs] = [stateAfterwards(mock) ?? 'not shown', stateAfterwards(service) ?? 'not shown'];
  return ours === theirs ? [] : [{ aspect: 'state', answer: null, mock: ours, service: theirs }];
}

function differencesOf(mock: ScenarioRecord, service: ScenarioRecord): readonly FidelityDifference[] {
  const [ours, theirs] = [answersOf(mock), answersOf(service)];
  const counts: readonly FidelityDifference[] =
    ours.length === theirs.length
      ? []
      : [{ aspect: 'answers', answer: null, mock: String(ours.length), service: String(theirs.length) }];
  const inAnswers = ours.flatMap((answer, at) => {
    const other = theirs[at];
    return other === undefined ? [] : answerDifferences(answer, other, at);
  });
  return [...counts, ...inAnswers, ...stateDifference(mock, service)];
}

/** One of the two runs, ready to be looked up in. */
const sideOf = (name: 'mock' | 'service', record: RunRecord) => ({
  name,
  planned: plannedIn(record),
  byId: scenariosById(record),
});

/** Why one side shows nothing of a scenario; nothing where it was judged. */
function silence({ name, planned, byId }: ReturnType<typeof sideOf>, id: string): readonly string[] {
  if (isJudged(byId.get(id))) return [];
  return [`${planned.has(id) ? whyUnknown(byId.get(id)) : 'not planned'} on the ${name}`];
}

/** Where the mock differs from the service in its answers under test, after ids, instants, debug ids and hosts are taken out. */
export function fidelityBetween(mock: RunRecord, service: RunRecord): Fidelity {
  const [ours, theirs] = [sideOf('mock', mock), sideOf('service', service)];
  const ids = [...new Set([...ours.planned, ...theirs.planned])];
  const compared = ids.flatMap((id) => {
    const [here, there] = [ours.byId.get(id), theirs.byId.get(id)];
    if (!isJudged(here) || !isJudged(there)) return [];
    return [{ scenario: id, title: here.title, differences: differencesOf(here, there) }];
  });
  return {
    format: 1,
    kind: 'fidelity',
    mock: comparedRun(mock),
    service: comparedRun(service),
    caveats: caveatsOf(mock, service, ['on the mock', 'on the service']),
    alike: compared.filter(({ differences }) => differences.length === 0).map(({ scenario }) => scenario),
    unlike: compared.filter(({ differences }) => differences.length > 0),
    notCompared: ids
      .map((scenario) => ({ scenario, reason: [...silence(ours, scenario), ...silence(theirs, scenario)].join('; ') }))
      .filter(({ reason }) => reason !== ''),
  };
}
