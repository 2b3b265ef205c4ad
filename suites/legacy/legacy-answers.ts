import { type AnsweredExchange, type Exchange, isAnswered } from '../../schemas/exchange.ts';
import { NOT_FOUND } from '../preambles.ts';
import { wasNeverSent } from '../rest/rest-answers.ts';
import type { AnswerShown } from '../system.ts';
import { messageIn, textAt } from './wire.ts';

/** Six digits, as the page's errors have them; anything else is not repeated in a sentence. */
const CODE = /^\d{6}$/;

/** How the operation ended, as the answer says. */
const ackOf = (exchange: Exchange): string | undefined => textAt(messageIn(exchange), 'responseEnvelope', 'ack');

/** The first error that an answer names. */
function codeOf(exchange: Exchange): string | null {
  const code = textAt(messageIn(exchange), 'error', '0', 'errorId');
  return code !== undefined && CODE.test(code) ? code : null;
}

const isSuccess = (ack: string | undefined): boolean => ack === 'Success' || ack === 'SuccessWithWarning';
const isFailure = (ack: string | undefined): boolean => ack === 'Failure' || ack === 'FailureWithWarning';

/** Whether the exchange was answered whole, and `ack` says that the operation was carried out; the HTTP status decides nothing. */
export const succeeded = (exchange: Exchange): exchange is AnsweredExchange =>
  isAnswered(exchange) && isSuccess(ackOf(exchange));

/** What became of a call, in a few words for a person: status, ack and error code, or why no answer came. */
export function describeAnswer(exchange: Exchange): string {
  const { response } = exchange;
  if (response.kind === 'failure') return `was not answered (${response.code}: ${response.message})`;
  return `answered ${[response.status, toldBy(exchange)].join(' ').trim()}`;
}

/** Ack and error code; nothing where the answer has neither. */
export function toldBy(exchange: Exchange): string {
  const ack = ackOf(exchange);
  const words = [isSuccess(ack) || isFailure(ack) ? ack : undefined, codeOf(exchange)];
  return words.filter((word) => typeof word === 'string').join(' ');
}

/** The HTTP status, and the first error's six digits. */
export const shownBy = (answer: AnsweredExchange): AnswerShown => ({
  status: answer.response.status,
  code: codeOf(answer),
});

/** API credentials are incorrect. Source: the page's errors. */
const NOT_TAKEN = '520003';

/** Whether the service did not take the credentials: such a call was none. */
export const refusesCredentials = (exchange: Exchange): boolean => codeOf(exchange) === NOT_TAKEN;

/** An id that can be written anywhere as it is. */
const ID = /^[\w-]+$/;

/** The invoice that the answer to a create names. */
export function createdId(exchange: Exchange): string | undefined {
  const id = textAt(messageIn(exchange), 'invoiceID');
  return id !== undefined && ID.test(id) ? id : undefined;
}

/** The service's own fault: something may have come of the call. Source: the page's errors. */
const INTERNAL = '520002';

/** Whether a call was refused, or never sent: nothing came of it. Otherwise something may have. */
export const madeNothing = (exchange: Exchange): boolean =>
  wasNeverSent(exchange) || (isFailure(ackOf(exchange)) && codeOf(exchange) !== INTERNAL) || isTooMany(exchange);

const isTooMany = (exchange: Exchange): boolean => isAnswered(exchange) && exchange.response.status === 429;

/** There is no such invoice, or none any more. Source: the page's errors. */
const GONE: ReadonlySet<string | null> = new Set(['580047', '571001']);

/** `MarkedAsPaid`: words that begin with a capital. */
const SPELLED = /^(?:[A-Z][a-z]+){1,6}$/;

/** A state in the words of REST: `MarkedAsPaid` is MARKED_AS_PAID, and `Canceled` has another l. */
const restState = (spelled: string): string =>
  spelled === 'Canceled' ? 'CANCELLED' : spelled.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();

/** The state that the answer to GetInvoiceDetails shows, in the words of REST; `NOT_FOUND` where there is no invoice. */
export function stateIn(exchange: Exchange): string | undefined {
  if (GONE.has(codeOf(exchange))) return NOT_FOUND;
  const state = textAt(messageIn(exchange), 'invoiceDetails', 'status');
  return succeeded(exchange) && state !== undefined && SPELLED.test(state) ? restState(state) : undefined;
}
