import { type SimulatedCancel, simulatedCancels } from '../../schemas/contract/simulated-cancels.ts';
import type { Scenario } from '../scenario.ts';

const titleOf = ({ name }: SimulatedCancel): string => (name === null ? 'the id of a success' : `the id of ${name}`);

function scenarioOf(line: SimulatedCancel): Scenario {
  const { key, invoiceId, name, statuses, clause } = line;
  const rest = { clause, level: 'MAY', origin: 'simulator' } as const;
  return {
    id: `simulator.cancel.${key}`,
    title: titleOf(line),
    topic: 'simulator',
    operation: 'invoices.cancel',
    given: { state: 'UNKNOWN' },
    when: { pathSegment: invoiceId },
    expected: [{ status: statuses, ...(name !== null && { issue: name }), ...rest }],
    claims: [],
  };
}

/** A cancel of each id of the sandbox's negative testing: they cost no invoice, and claim nothing of the contract. */
export const simulatorScenarios: readonly Scenario[] = simulatedCancels().map(scenarioOf);
