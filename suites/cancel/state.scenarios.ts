import type { ScenarioLiteral } from '../define-scenarios.ts';

const refused = (issue: string) => ({ status: 422, issue });

/** Cancelling depends on the invoice's state: only one that is sent and unpaid can be cancelled. */
export const stateScenarios = [
  {
    id: 'cancel.state.sent',
    title: 'valid cancel',
    given: { state: 'SENT' },
    when: {
      body: { subject: 'Invoice cancelled', note: 'We cancelled it.', send_to_invoicer: true, send_to_recipient: true },
    },
    expected: { status: 204 },
    claims: ['status/204', 'prose/effect', 'prose/status/204'],
  },
  {
    id: 'cancel.state.unpaid',
    title: 'valid cancel of an invoice that was sent to nobody',
    given: { state: 'UNPAID' },
    when: {},
    expected: { status: 204 },
    claims: ['status/204', 'prose/effect'],
  },
  {
    id: 'cancel.state.draft',
    title: 'draft',
    given: { state: 'DRAFT' },
    when: {},
    expected: refused('CANNOT_CANCEL_DRAFT_INVOICE'),
    claims: ['issue/422/CANNOT_CANCEL_DRAFT_INVOICE', 'status/422'],
  },
  {
    id: 'cancel.state.scheduled',
    title: 'scheduled',
    given: { state: 'SCHEDULED' },
    when: {},
    expected: refused('CANNOT_CANCEL_SCHEDULED_INVOICE'),
    claims: ['issue/422/CANNOT_CANCEL_SCHEDULED_INVOICE', 'status/422'],
  },
  {
    id: 'cancel.state.paid',
    title: 'paid',
    given: { state: 'MARKED_AS_PAID' },
    when: {},
    expected: refused('CANNOT_CANCEL_PAID_INVOICE'),
    claims: ['issue/422/CANNOT_CANCEL_PAID_INVOICE', 'status/422'],
  },
  {
    id: 'cancel.state.partially-paid',
    title: 'partially paid',
    given: { state: 'PARTIALLY_PAID' },
    when: {},
    expected: refused('CANNOT_CANCEL_PAID_INVOICE'),
    claims: ['issue/422/CANNOT_CANCEL_PAID_INVOICE', 'status/422'],
  },
  {
    id: 'cancel.state.refunded',
    title: 'refunded',
    given: { state: 'MARKED_AS_REFUNDED' },
    when: {},
    expected: refused('CANNOT_CANCEL_REFUNDED_INVOICE'),
    claims: ['issue/422/CANNOT_CANCEL_REFUNDED_INVOICE', 'status/422'],
  },
  {
    id: 'cancel.state.partially-refunded',
    title: 'partially refunded',
    given: { state: 'PARTIALLY_REFUNDED' },
    when: {},
    expected: refused('CANNOT_CANCEL_REFUNDED_INVOICE'),
    claims: ['issue/422/CANNOT_CANCEL_REFUNDED_INVOICE', 'status/422'],
  },
  {
    id: 'cancel.state.cancelled',
    title: 'double cancel',
    given: { state: 'CANCELLED' },
    when: {},
    expected: refused('INVOICE_CANCELED_ALREADY'),
    claims: ['issue/422/INVOICE_CANCELED_ALREADY', 'status/422'],
  },
  {
    id: 'cancel.state.unknown',
    title: 'unknown id',
    given: { state: 'UNKNOWN' },
    when: {},
    expected: { status: 404 },
    claims: ['status/404'],
  },
  {
    id: 'cancel.state.deleted',
    title: 'deleted draft',
    given: { state: 'DELETED' },
    when: {},
    expected: { status: 404 },
    claims: ['status/404'],
  },
] as const satisfies readonly ScenarioLiteral[];

/** Runs last: the invoice that every refused request shared can still be cancelled. */
export const lastScenarios = [
  {
    id: 'cancel.state.still-cancellable',
    title: 'an invoice whose cancel was refused before',
    given: { state: 'SENT', shared: true },
    when: {},
    expected: { status: 204 },
    claims: ['status/204', 'prose/effect'],
  },
] as const satisfies readonly ScenarioLiteral[];
