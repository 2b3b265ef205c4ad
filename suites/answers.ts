import { type AnsweredExchange, type Exchange, isAnswered } from '../schemas/exchange.ts';

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

/** What became of a call, in a few words for a person: status, error name and issue, or why no answer came. */
export function describeAnswer(exchange: Exchange): string {
  const { response } = exchange;
  if (response.kind === 'failure') return `was not answered (${response.code}: ${response.message})`;
  const { name, error, details } = membersOf(exchange);
  const issue = Array.isArray(details) ? (details[0] as { issue?: unknown } | null)?.issue : undefined;
  const words = [name, error, issue].filter((word) => typeof word === 'string' && WORD.test(word));
  return ['answered', response.status, ...words].join(' ');
}
