import { type BaselineEntry, patternOf, type UsedBaseline } from '../reports/baseline.ts';
import { nearestFirst } from '../schemas/checks/nearest.ts';
import { SuiteError } from '../schemas/contract/suite-error.ts';

/** How many ids that are written alike are named. */
const NEAREST = 3;

/** Refuses a baseline that names a scenario which there is not: it would accept nothing, and nobody would know (BASELINE_INVALID). */
export function assertKnownScenarios(file: string, accepted: readonly BaselineEntry[], known: Iterable<string>): void {
  const ids = [...known];
  for (const { id, scenarios = [] } of accepted)
    for (const name of scenarios) {
      if (ids.some((candidate) => patternOf(name).test(candidate))) continue;
      const nearest = nearestFirst(name, ids).slice(0, NEAREST).join(', ');
      throw new SuiteError('BASELINE_INVALID', `${file} names the scenario ${name} in ${id}, which there is not`, {
        hint: nearest === '' ? 'Take it out.' : `Mend it or take it out; the nearest are: ${nearest}.`,
      });
    }
}

/** The same of the baseline that a run on a target is to use. What scenarios there are is looked up where an entry names one. */
export async function assertUsable(target: string, baseline: UsedBaseline | undefined): Promise<void> {
  if (!baseline?.accepted.some(({ scenarios }) => scenarios !== undefined)) return;
  const { scenariosOf } = await import('../suites/profile.ts');
  const known = scenariosOf(target).map(({ id }) => id);
  assertKnownScenarios(baseline.file, baseline.accepted, known);
}
