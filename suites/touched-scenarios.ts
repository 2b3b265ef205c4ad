import type { Scenario } from './scenario.ts';

/** The scenarios that claim any of these obligations, or expect what one of them promises; by id, in their order. */
export function touchedScenarios(scenarios: readonly Scenario[], obligations: readonly string[]): readonly string[] {
  const touched = new Set(obligations);
  const expects = ({ expected }: Scenario): boolean =>
    expected.some(({ status, issue }) =>
      status.some((one) => touched.has(issue === undefined ? `status/${one}` : `issue/${one}/${issue}`)),
    );
  return scenarios.filter((one) => expects(one) || one.claims.some((id) => touched.has(id))).map(({ id }) => id);
}
