import type { ScenarioResult } from '../../schemas/verdict.ts';
import { type Coverage, coverageOf } from '../coverage.ts';
import { cancelObligations } from './cancel-contract.ts';
import { cancelScenarios } from './cancel-scenarios.ts';
import { unclaimed } from './unclaimed.ts';

/** What a run shows of every obligation of the cancel. */
export const cancelCoverageOf = (results: readonly ScenarioResult[]): readonly Coverage[] =>
  coverageOf(cancelObligations, cancelScenarios, results, unclaimed);
