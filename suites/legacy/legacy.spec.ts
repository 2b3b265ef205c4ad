import { chosen } from '../chosen.ts';
import { test } from '../fixtures.ts';
import { detailsOf } from '../test-details.ts';
import { legacyScenarios } from './legacy-scenarios.ts';

for (const scenario of chosen(legacyScenarios)) {
  test(scenario.id, detailsOf(scenario), ({ conform }) => conform(scenario));
}
