import type { Obligation } from '../../schemas/contract/obligation.ts';
import type { Scenario } from '../scenario.ts';
import { legacyUnclaimed } from './unclaimed.ts';

/** Where a member of an answer is sure to stand: the scenario that claims it, by what the obligations' ids begin with. */
const WITNESSES: readonly (readonly [RegExp, string])[] = [
  [/^response\/ErrorData\/parameter\//, 'legacy.request.unsupported-language'],
  [/^response\/(?:FaultMessage|ErrorData)\//, 'legacy.state.draft'],
  [/^response\//, 'legacy.state.sent'],
  [/^prose\/response\//, 'legacy.state.sent'],
];

const witnessOf = (id: string): string | undefined => WITNESSES.find(([begins]) => begins.test(id))?.[1];

/** The scenarios, each with the obligations on answers that its own can show. */
export const withLegacyResponseClaims = (
  scenarios: readonly Scenario[],
  obligations: readonly Obligation[],
): readonly Scenario[] =>
  scenarios.map((scenario) => {
    const more = obligations.filter(
      ({ id, standing }) => standing === 'open' && witnessOf(id) === scenario.id && !Object.hasOwn(legacyUnclaimed, id),
    );
    return { ...scenario, claims: [...new Set([...scenario.claims, ...more.map(({ id }) => id)])] };
  });
