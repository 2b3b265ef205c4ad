import type { RunRecord, ScenarioRecord } from '../run-record.ts';

/** The scenarios of a run by their ids. */
export const scenariosById = ({ scenarios }: RunRecord): ReadonlyMap<string, ScenarioRecord> =>
  new Map(scenarios.map((scenario) => [scenario.id, scenario]));

/** The ids of all scenarios that a run was to judge, whether it came to that or not. */
export const plannedIn = ({ scenarios, notRun }: RunRecord): ReadonlySet<string> =>
  new Set([...scenarios.map(({ id }) => id), ...notRun]);

/** Whether anything is known of the contract from it. */
export const isJudged = (scenario: ScenarioRecord | undefined): scenario is ScenarioRecord =>
  scenario?.verdict === 'pass' || scenario?.verdict === 'fail';

/** Why nothing is known of the contract from a scenario. */
export const whyUnknown = (scenario: ScenarioRecord | undefined): string =>
  scenario === undefined ? 'not run' : `${scenario.verdict}${scenario.reason ? ` (${scenario.reason})` : ''}`;
