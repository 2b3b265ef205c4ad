import type { ScenarioLiteral } from '../define-scenarios.ts';
import { refusedBy } from '../legacy/outcomes.ts';

const faulty = (status: number) => ({ state: 'SENT', fault: status }) as const;

/** Statuses that only a fault can produce; each leaves the invoice as it was. */
export const faultScenarios = [
  {
    id: 'cancel.fault.internal',
    title: 'internal server error',
    given: faulty(500),
    when: {},
    expected: { status: 500 },
    claims: ['status/500'],
    legacy: {
      given: { state: 'SENT', fault: '520002' },
      expected: refusedBy('520002'),
      claims: ['code/520002', 'code/520002/message', 'ack/Failure'],
    },
  },
  {
    id: 'cancel.fault.unavailable',
    title: 'service unavailable',
    given: faulty(503),
    when: {},
    expected: { status: 503 },
    claims: ['status/503', 'status/default'],
  },
  {
    id: 'cancel.fault.rate-limit',
    title: 'rate limit',
    given: faulty(429),
    when: {},
    expected: { status: 429 },
    claims: ['status/429', 'status/default'],
  },
  {
    id: 'cancel.fault.conflict',
    title: 'conflict',
    given: faulty(409),
    when: {},
    expected: { status: 409 },
    claims: ['status/409', 'status/default'],
  },
] as const satisfies readonly ScenarioLiteral[];
