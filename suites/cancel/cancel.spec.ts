import { chosen } from '../chosen.ts';
import { test } from '../fixtures.ts';
import { detailsOf } from '../test-details.ts';
import { cancelScenarios } from './cancel-scenarios.ts';

for (const scenario of chosen(cancelScenarios)) {
  test(scenario.id, detailsOf(scenario), ({ conform }) => conform(scenario));
}
