import type { Obligation } from '../schemas/contract/obligation.ts';
import type { Scenario } from './scenario.ts';

/** The members of error bodies are judged in every answer; each is claimed where it is sure to stand. */
function isClaimedBy(
  { id, group, standing, statuses }: Obligation,
  scenario: Scenario,
  witness: ReadonlyMap<number, string>,
): boolean {
  const [expected] = scenario.expected;
  if (standing !== 'open' || (group !== 'response' && group !== 'media-type') || expected.status.length !== 1)
    return false;
  const status = expected.status[0] as number;
  if (!statuses?.includes(status)) return false;
  const issue = /\/([A-Z0-9_]+)\/(?:issue|description)\//.exec(id)?.[1];
  if (issue !== undefined) return expected.issue === issue;
  return witness.get(status) === scenario.id && statuses[0] === status;
}

/** For each status the scenario that is to be its witness: the first literal that expects it and, where it has issues, one. */
function witnesses(scenarios: readonly Scenario[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  const ranked = [...scenarios].sort(
    (a, b) => Number(b.expected[0].issue !== undefined) - Number(a.expected[0].issue !== undefined),
  );
  for (const { id, expected, gap, when } of ranked) {
    const [first] = expected;
    const status = first.status[0] as number;
    if (first.status.length === 1 && gap === undefined && when.atOnce === undefined && !found.has(status))
      found.set(status, id);
  }
  return found;
}

/** The scenarios, each with the obligations on response bodies that its answer can show. */
export function withResponseClaims(
  scenarios: readonly Scenario[],
  obligations: readonly Obligation[],
): readonly Scenario[] {
  const witness = witnesses(scenarios);
  return scenarios.map((scenario) => {
    const more = obligations.filter((obligation) => isClaimedBy(obligation, scenario, witness)).map(({ id }) => id);
    return { ...scenario, claims: [...new Set([...scenario.claims, ...more])] };
  });
}
