import { accessScenarios } from '../cancel/access.scenarios.ts';
import { concurrencyScenarios } from '../cancel/concurrency.scenarios.ts';
import { faultScenarios } from '../cancel/fault.scenarios.ts';
import { requestScenarios } from '../cancel/request.scenarios.ts';
import { lastScenarios, stateScenarios } from '../cancel/state.scenarios.ts';
import { defineScenarios, legacyLiterals } from '../define-scenarios.ts';
import type { Scenario } from '../scenario.ts';
import { legacyAccessScenarios } from './access.scenarios.ts';
import { legacyFaultScenarios } from './fault.scenarios.ts';
import { formatScenarios } from './format.scenarios.ts';
import { legacyObligations, legacyOperation } from './legacy-contract.ts';
import { legacyRequestScenarios } from './request.scenarios.ts';
import { withLegacyResponseClaims } from './response-claims.ts';

const { obligations } = legacyObligations;

const literals = [
  ...legacyLiterals(stateScenarios),
  ...legacyLiterals(accessScenarios),
  ...legacyAccessScenarios,
  ...legacyLiterals(requestScenarios),
  ...legacyRequestScenarios,
  ...formatScenarios,
  ...legacyLiterals(faultScenarios),
  ...legacyFaultScenarios,
  ...legacyLiterals(concurrencyScenarios),
  ...legacyLiterals(lastScenarios),
];

const context = {
  system: 'legacy',
  operation: legacyOperation.id,
  obligations: new Map(obligations.map((obligation) => [obligation.id, obligation])),
} as const;

/** Every scenario of the legacy cancel, in the order they run: those that both systems have, and its own. */
export const legacyScenarios: readonly Scenario[] = withLegacyResponseClaims(
  defineScenarios(literals, context),
  obligations,
);
