import type { ScenarioLiteral } from '../define-scenarios.ts';
import { refusedBy, succeeds } from '../legacy/outcomes.ts';

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
    legacy: {
      when: {
        message: {
          subject: 'Invoice cancelled',
          noteForPayer: 'We cancelled it.',
          sendCopyToMerchant: 'true',
          sendPayerNotification: 'true',
        },
      },
      expected: succeeds,
      claims: ['ack/Success', 'prose/effect', 'request/sendCopyToMerchant/enum', 'request/sendPayerNotification/enum'],
    },
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
    legacy: { expected: refusedBy('570063'), claims: ['code/570063', 'code/570063/message', 'ack/Failure'] },
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
    legacy: { expected: refusedBy('570061'), claims: ['code/570061', 'code/570061/message', 'ack/Failure'] },
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
    legacy: { expected: refusedBy('570099'), claims: ['code/570099', 'code/570099/message', 'ack/Failure'] },
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
    legacy: { expected: refusedBy('570062'), claims: ['code/570062', 'code/570062/message', 'ack/Failure'] },
  },
  {
    id: 'cancel.state.unknown',
    title: 'unknown id',
    given: { state: 'UNKNOWN' },
    when: {},
    expected: { status: 404 },
    claims: ['status/404'],
    legacy: { expected: refusedBy('580047'), claims: ['code/580047', 'code/580047/message', 'ack/Failure'] },
  },
  {
    id: 'cancel.state.deleted',
    title: 'deleted draft',
    given: { state: 'DELETED' },
    when: {},
    expected: { status: 404 },
    claims: ['status/404'],
    legacy: { expected: refusedBy('571001'), claims: ['code/571001', 'code/571001/message', 'ack/Failure'] },
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
    legacy: { expected: succeeds, claims: ['ack/Success', 'prose/effect'] },
  },
] as const satisfies readonly ScenarioLiteral[];
