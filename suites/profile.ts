import { cancelScenarios } from './cancel/cancel-scenarios.ts';
import type { Scenario } from './scenario.ts';
import { simulatorScenarios } from './simulator/simulator-scenarios.ts';
import { targetNamed } from './target-named.ts';

/** The scenarios that a target is judged by: the contract's, or the simulator's own. They are never mixed. */
export const scenariosOf = (target: string): readonly Scenario[] =>
  targetNamed(target).profile === 'simulator' ? simulatorScenarios : cancelScenarios;
