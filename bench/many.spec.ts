import { cancelScenarios } from '../suites/cancel/cancel-scenarios.ts';
import { test } from '../suites/fixtures.ts';
import { detailsOf } from '../suites/test-details.ts';

for (let at = 0; at < Number(process.env.BENCH_SCENARIOS); at++) {
  const scenario = cancelScenarios[at % cancelScenarios.length];
  if (!scenario) break;
  const id = `${scenario.id}~${Math.floor(at / cancelScenarios.length)}`;
  test(id, detailsOf(scenario), ({ conform }) => conform({ ...scenario, id }));
}
