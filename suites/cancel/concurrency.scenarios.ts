import type { ScenarioLiteral } from '../define-scenarios.ts';
import { refusedBy, succeeds } from '../legacy/outcomes.ts';

/** Of two cancels at the same moment exactly one cancels; the other finds it done. */
export const concurrencyScenarios = [
  {
    id: 'cancel.concurrency.two-at-once',
    title: 'two cancels at the same moment',
    given: { state: 'SENT' },
    when: { atOnce: 2 },
    expected: [{ status: 204 }, { status: 422, issue: 'INVOICE_CANCELED_ALREADY' }],
    claims: ['status/204', 'issue/422/INVOICE_CANCELED_ALREADY'],
    legacy: {
      when: { atOnce: 2 },
      expected: [succeeds, refusedBy('570062')],
      claims: ['ack/Success', 'code/570062'],
    },
  },
] as const satisfies readonly ScenarioLiteral[];
