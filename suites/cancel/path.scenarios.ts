import type { ScenarioLiteral } from '../define-scenarios.ts';

const noInvoice = { state: 'UNKNOWN' } as const;

/** The path parameter: what no invoice can be called, and what only looks like a path. */
export const pathScenarios = [
  {
    id: 'cancel.path.empty',
    title: 'an empty id',
    given: noInvoice,
    when: { pathSegment: '' },
    expected: { status: 404 },
    claims: ['parameter/invoice_id/required', 'status/404'],
    origin: 'prose',
  },
  {
    id: 'cancel.path.newline',
    title: 'an id of a newline, which the pattern does not take',
    given: noInvoice,
    when: { pathSegment: '%0A' },
    expected: { status: [400, 404] },
    claims: ['parameter/invoice_id/pattern'],
    gap: 'no issue is documented for an id that its pattern does not take',
  },
  {
    id: 'cancel.path.escaped-slash',
    title: 'an id with an escaped slash',
    given: noInvoice,
    when: { pathSegment: 'INV2-0000%2F0000' },
    expected: { status: 404 },
    claims: ['status/404'],
  },
  {
    id: 'cancel.path.shortest',
    title: 'an id of one character',
    given: noInvoice,
    when: { pathSegment: 'a' },
    expected: { status: 404 },
    claims: ['status/404', 'parameter/invoice_id/pattern'],
  },
  {
    id: 'cancel.path.non-ascii',
    title: 'an id with letters outside ASCII',
    given: noInvoice,
    when: { pathSegment: 'INV2-%C3%A9' },
    expected: { status: 404 },
    claims: ['status/404', 'parameter/invoice_id/pattern'],
  },
] as const satisfies readonly ScenarioLiteral[];
