import { NOT_SENT } from '../../clients/paced-client.ts';
import { type AnsweredExchange, type Exchange, isAnswered } from '../../schemas/exchange.ts';
import { NOT_FOUND } from '../preambles.ts';
import type { AnswerShown } from '../system.ts';

/** Whether the exchange was answered whole, with a status that reports success. */
export const succeeded = (exchange: Exchange): exchange is AnsweredExchange =>
  isAnswered(exchange) && exchange.response.status >= 200 && exchange.response.status < 300;

/** The members of a JSON object in the answer's body; empty where there is none. */
export function membersOf({ response }: Exchange): Readonly<Record<string, unknown>> {
  if (response.kind === 'failure') return {};
  try {
    const body: unknown = JSON.parse(response.body);
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** A code as services write them; anything else is not repeated in a sentence. */
const WORD = /^[\w.-]{1,80}$/;
const isWord = (value: unknown): value is string => typeof value === 'string' && WORD.test(value);

function issueIn(exchange: Exchange): unknown {
  const { details } = membersOf(exchange);
  return Array.isArray(details) ? (details[0] as { issue?: unknown } | null)?.issue : undefined;
}

/** What became of a call, in a few words for a person: status, error name and issue, or why no answer came. */
export function describeAnswer(exchange: Exchange): string {
  const { response } = exchange;
  if (response.kind === 'failure') return `was not answered (${response.code}: ${response.message})`;
  const { name, error } = membersOf(exchange);
  return ['answered', response.status, ...[name, error, issueIn(exchange)].filter(isWord)].join(' ');
}

/** Status, and the first issue that the answer names. */
export function shownBy(answer: AnsweredExchange): AnswerShown {
  const issue = issueIn(answer);
  return { status: answer.response.status, code: isWord(issue) ? issue : null };
}

/** Whether the service did not take the token: such a call was none. */
export const isUnauthorized = (exchange: Exchange): boolean => isAnswered(exchange) && exchange.response.status === 401;

/** An id that a path can carry as it is; PayPal's are `INV2-` and four groups of four. */
const ID = /^[\w-]+$/;

/** The id in the answer to a create: its own member, or the end of the link to itself. */
export function createdId(exchange: Exchange): string | undefined {
  const { id, href } = membersOf(exchange);
  return [id, href]
    .filter((member) => typeof member === 'string')
    .map((member) => member.split('/').at(-1))
    .find((candidate) => candidate !== undefined && ID.test(candidate));
}

/** Failures before a byte was sent: nothing can have come of the call. */
const NEVER_SENT: ReadonlySet<string> = new Set([NOT_SENT, 'ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH']);

/** Whether the call never left this machine. */
export const wasNeverSent = ({ response }: Exchange): boolean =>
  response.kind === 'failure' && NEVER_SENT.has(response.code);

/** A gateway's own time-out: the service behind it may have gone on. */
const GATEWAY_GAVE_UP = 408;

/** Whether a call was refused by a 4xx, or never sent: nothing came of it. Otherwise something may have. */
export function madeNothing(exchange: Exchange): boolean {
  const { response } = exchange;
  if (response.kind === 'failure') return wasNeverSent(exchange);
  return response.status >= 400 && response.status < 500 && response.status !== GATEWAY_GAVE_UP;
}

/** A state as the service writes them. */
const STATE = /^\w{1,40}$/;

/** The state that the answer to a GET shows; `NOT_FOUND` where it is 404. */
export function stateIn(exchange: Exchange): string | undefined {
  const status = isAnswered(exchange) ? exchange.response.status : undefined;
  const { status: state } = membersOf(exchange);
  if (status === 404) return NOT_FOUND;
  return status === 200 && typeof state === 'string' && STATE.test(state) ? state : undefined;
}

/** An item of a search that carries exactly this reference. */
function isIt(item: unknown, reference: string): item is { readonly id: string } {
  const { id, detail } = Object(item) as { id?: unknown; detail?: { reference?: unknown } };
  return typeof id === 'string' && detail?.reference === reference;
}

/** The invoice among those found that carries exactly this reference. */
export function foundIn(exchange: Exchange, reference: string): string | undefined {
  const { items } = membersOf(exchange);
  return Array.isArray(items) ? items.find((item) => isIt(item, reference))?.id : undefined;
}
