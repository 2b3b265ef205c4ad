import type { ScenarioResult } from '../../schemas/verdict.ts';
import { changesSincePinned } from '../cancel/cancel-coverage.ts';
import { type Coverage, coverageOf } from '../coverage.ts';
import { legacyObligations } from './legacy-contract.ts';
import { legacyScenarios } from './legacy-scenarios.ts';
import { legacyUnclaimed } from './unclaimed.ts';

/** Both operations have obligations of the same names: the legacy one's carry its own in front. */
const named = (coverage: Coverage): Coverage => ({
  ...coverage,
  id: `legacy/${coverage.id}`,
  group: `legacy ${coverage.group}`,
});

/** What a run shows of every obligation of the legacy cancel; one on the simulator shows none. */
export const legacyCoverageOf = (results: readonly ScenarioResult[]): readonly Coverage[] =>
  results.length > 0 && results.every(({ origin }) => origin === 'simulator')
    ? []
    : [
        ...coverageOf(legacyObligations, legacyScenarios, results, legacyUnclaimed),
        ...changesSincePinned(
          legacyScenarios.map(({ id }) => id),
          'legacy',
        ),
      ].map(named);
