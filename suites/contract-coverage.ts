import type { ScenarioResult } from '../schemas/verdict.ts';
import { cancelCoverageOf } from './cancel/cancel-coverage.ts';
import type { Coverage } from './coverage.ts';
import { legacyCoverageOf } from './legacy/legacy-coverage.ts';

/** What a run shows of every obligation of both operations. */
export const contractCoverageOf = (results: readonly ScenarioResult[]): readonly Coverage[] => [
  ...cancelCoverageOf(results),
  ...legacyCoverageOf(results),
];
