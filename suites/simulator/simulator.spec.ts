import { chosen } from '../chosen.ts';
import { test } from '../fixtures.ts';
import { detailsOf } from '../test-details.ts';
import { simulatorScenarios } from './simulator-scenarios.ts';

for (const scenario of chosen(simulatorScenarios, 'simulator')) {
  test(scenario.id, detailsOf(scenario), ({ conform }) => conform(scenario));
}
