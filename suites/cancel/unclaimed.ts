import { cancelObligations } from './cancel-contract.ts';
import { requestBoundaries, requestScenarios } from './request.scenarios.ts';

/** Whether an exchange could show the obligation, and no boundary of the request does. */
function isLeft(id: string): boolean {
  const isOpen = cancelObligations.obligations.some(
    (obligation) => obligation.id === id && obligation.standing === 'open',
  );
  return isOpen && !requestScenarios.some(({ claims }) => claims.includes(id));
}

/** Obligations of the request that have no boundary of their own, with the derived reason. */
const overshadowed = requestBoundaries.oneSided.filter(({ obligation }) => isLeft(obligation));

/** Obligations that no scenario can claim although an exchange could show them, by id, each with the reason. */
export const unclaimed: Readonly<Record<string, string>> = {
  'prose/response/error_details/description': 'obliges callers, not the service: a client must not depend on the text',
  ...Object.fromEntries(overshadowed.map(({ obligation, reason }) => [obligation, reason])),
};
