import { defineScenarios } from '../define-scenarios.ts';
import { withResponseClaims } from '../response-claims.ts';
import type { Scenario } from '../scenario.ts';
import { accessScenarios } from './access.scenarios.ts';
import { cancelObligations, cancelOperation } from './cancel-contract.ts';
import { concurrencyScenarios } from './concurrency.scenarios.ts';
import { faultScenarios } from './fault.scenarios.ts';
import { pathScenarios } from './path.scenarios.ts';
import { requestScenarios } from './request.scenarios.ts';
import { lastScenarios, stateScenarios } from './state.scenarios.ts';

const { obligations } = cancelObligations;

const literals = [
  ...stateScenarios,
  ...accessScenarios,
  ...pathScenarios,
  ...requestScenarios,
  ...faultScenarios,
  ...concurrencyScenarios,
  ...lastScenarios,
];

const context = {
  operation: cancelOperation.id,
  obligations: new Map(obligations.map((obligation) => [obligation.id, obligation])),
};

/** Every scenario of the REST cancel, in the order they run. */
export const cancelScenarios: readonly Scenario[] = withResponseClaims(defineScenarios(literals, context), obligations);
