import type { Expected } from '../schemas/checks/check.ts';
import { loadOperation, type Operation } from '../schemas/contract/operation.ts';
import { packageFile } from '../schemas/contract/package-file.ts';
import { loadSpec } from '../schemas/contract/spec.ts';
import type { Given, GivenState, Scenario, When } from '../suites/scenario.ts';

/** The operation under test. */
export const operation: Operation = loadOperation(
  loadSpec(packageFile('specs/paypal/invoices.cancel.openapi.yaml')),
  'invoices.cancel',
);

/** What the contract answers a cancel in each state with. */
export const OUTCOMES: Readonly<Record<GivenState, { readonly status: number; readonly issue?: string }>> = {
  SENT: { status: 204 },
  UNPAID: { status: 204 },
  DRAFT: { status: 422, issue: 'CANNOT_CANCEL_DRAFT_INVOICE' },
  SCHEDULED: { status: 422, issue: 'CANNOT_CANCEL_SCHEDULED_INVOICE' },
  MARKED_AS_PAID: { status: 422, issue: 'CANNOT_CANCEL_PAID_INVOICE' },
  PARTIALLY_PAID: { status: 422, issue: 'CANNOT_CANCEL_PAID_INVOICE' },
  MARKED_AS_REFUNDED: { status: 422, issue: 'CANNOT_CANCEL_REFUNDED_INVOICE' },
  PARTIALLY_REFUNDED: { status: 422, issue: 'CANNOT_CANCEL_REFUNDED_INVOICE' },
  CANCELLED: { status: 422, issue: 'INVOICE_CANCELED_ALREADY' },
  DELETED: { status: 404 },
  UNKNOWN: { status: 404 },
};

/** An expectation that rests on the operation as a whole. */
export const expecting = (
  outcome: { readonly status: number; readonly issue?: string },
  over: Partial<Expected> = {},
): Expected => ({
  ...outcome,
  status: [outcome.status],
  clause: operation.clause,
  level: 'MUST',
  origin: 'spec',
  ...over,
});

/** A scenario for a test of the engine: only what the test is about is said. */
export const scenarioOf = (given: Given, when: When = {}, ...expected: readonly Expected[]): Scenario => {
  const [first = expecting(OUTCOMES[given.state]), ...others] = expected;
  return {
    id: 'cancel.state.example',
    title: 'an example',
    topic: 'state',
    operation: operation.id,
    given,
    when,
    expected: [first, ...others],
    claims: [],
  };
};
