import { cancelScenarios } from './cancel/cancel-scenarios.ts';
import { legacyScenarios } from './legacy/legacy-scenarios.ts';
import type { Scenario } from './scenario.ts';
import { simulatorScenarios } from './simulator/simulator-scenarios.ts';
import { targetNamed } from './target-named.ts';

/** The scenarios of both systems, in the order they run. */
export const contractScenarios: readonly Scenario[] = [...cancelScenarios, ...legacyScenarios];

/** The scenarios that a target is judged by: those of both contracts, or the simulator's own. They are never mixed. */
export const scenariosOf = (target: string): readonly Scenario[] =>
  targetNamed(target).profile === 'simulator' ? simulatorScenarios : contractScenarios;
