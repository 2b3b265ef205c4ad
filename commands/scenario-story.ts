import { plannedIn } from '../reports/compare/scenario-index.ts';
import type { CoverageEntry, RunRecord, ScenarioRecord } from '../reports/run-record.ts';
import { nearestFirst } from '../schemas/checks/nearest.ts';
import { curlOf } from '../schemas/checks/reproduce.ts';
import { SuiteError } from '../schemas/contract/suite-error.ts';
import { scenariosOf } from '../suites/profile.ts';
import type { Scenario } from '../suites/scenario.ts';
import { type ClauseExcerpt, clauseExcerpt } from './clause-excerpt.ts';

/** Everything that is known of one scenario of a run: what `report RUN --scenario ID --json` prints. */
export interface ScenarioStory {
  readonly format: 1;
  readonly kind: 'scenario';
  readonly id: string;
  /** given, when and expected, as this version of the suite has them; null where it has no such scenario. */
  readonly definition: Pick<Scenario, 'given' | 'when' | 'expected'> | null;
  readonly clause: ClauseExcerpt | null;
  /** null where it was planned, and came to no verdict. */
  readonly result: ScenarioRecord | null;
  /** Obligations that it claims, and how the run got on with them. */
  readonly coverage: readonly CoverageEntry[];
  /** A line a request that sends it again. */
  readonly curl: readonly string[];
  /** What a reader has to know of the rest: sentences. */
  readonly caveats: readonly string[];
}

/** How many scenarios that are called alike are named. */
const NEAREST = 3;

function assertPlanned(record: RunRecord, id: string): void {
  const planned = plannedIn(record);
  if (planned.has(id)) return;
  const nearest = nearestFirst(id, planned).slice(0, NEAREST);
  throw new SuiteError('USAGE', `This run has no scenario ${JSON.stringify(id)}`, {
    hint: nearest.length > 0 ? `The nearest are: ${nearest.join(', ')}.` : 'It planned none.',
  });
}

function definitionOf(target: string, id: string): Scenario | undefined {
  try {
    return scenariosOf(target).find((scenario) => scenario.id === id);
  } catch {
    return undefined;
  }
}

/** Whether the run judged by another text of the file that a clause is shown from. */
const isAnotherCopy = ({ contract, legacyContract }: RunRecord, { file, sha256 }: ClauseExcerpt): boolean =>
  sha256 !== null &&
  [contract, legacyContract].some((used) => used !== undefined && used.file === file && used.sha256 !== sha256);

function caveatsOf(
  record: RunRecord,
  definition: Scenario | undefined,
  clause: ClauseExcerpt | null,
): readonly string[] {
  return [
    ...(definition || record.target.judges === 'client'
      ? []
      : ['This version of the suite has no such scenario: given, when and expected are not known.']),
    ...(clause && clause.text === null ? [`${clause.file} has no line ${clause.line} here.`] : []),
    ...(clause && isAnotherCopy(record, clause)
      ? ['The run judged by another copy of the contract than the one that is shown here.']
      : []),
  ];
}

/** Everything about one scenario of a run (USAGE where the run has none of that id, with the nearest named). */
export function scenarioStory(record: RunRecord, id: string): ScenarioStory {
  assertPlanned(record, id);
  const result = record.scenarios.find((scenario) => scenario.id === id) ?? null;
  const definition = definitionOf(record.target.name, id);
  const cited = result?.clause ?? definition?.expected[0].clause;
  const clause = cited ? clauseExcerpt(cited) : null;
  return {
    format: 1,
    kind: 'scenario',
    id,
    definition: definition ? { given: definition.given, when: definition.when, expected: definition.expected } : null,
    clause,
    result,
    coverage: record.coverage.filter(({ claimedBy }) => claimedBy.includes(id)),
    curl: result?.exchanges.map(curlOf) ?? [],
    caveats: caveatsOf(record, definition, clause),
  };
}
