import type { ScenarioLiteral } from '../define-scenarios.ts';
import { refusedBy } from './outcomes.ts';

/** Errors of an account or a partner, which no invoice's state produces. */
const FAULTS = [
  ['restricted', 'restricted account', '520009'],
  ['partner', 'an invoice of another partner', '550026'],
  ['unconfirmed', 'unconfirmed account', '570058'],
] as const;

/** Errors that only a fault can produce; each leaves the invoice as it was. */
export const legacyFaultScenarios: readonly ScenarioLiteral[] = FAULTS.map(
  ([name, title, code]): ScenarioLiteral => ({
    id: `legacy.fault.${name}`,
    title,
    given: { state: 'SENT', fault: code },
    when: {},
    expected: refusedBy(code),
    claims: [`code/${code}`, `code/${code}/message`, 'ack/Failure'],
  }),
);
