import {
  decodedAnswer,
  MESSAGE_PROTOCOL,
  REQUEST_FORMAT,
  RESPONSE_FORMAT,
} from '../../schemas/checks/legacy/wire-formats.ts';
import { type Exchange, type Header, isAnswered } from '../../schemas/exchange.ts';
import { codecFor } from '../../schemas/wire/codecs.ts';
import type { Message, MessageValue } from '../../schemas/wire/message.ts';
import type { Wire } from '../scenario.ts';

/** JSON both ways: what calls around the request under test travel in, and it too where nothing is said. */
export const JSON_WIRE: Wire = { request: 'JSON', response: 'JSON' };

/** The headers that ask for the formats. */
export function formatHeaders({ request, response, named = request }: Wire): readonly Header[] {
  const type: Header = ['Content-Type', codecFor(request).mediaType];
  if (request === 'SOAP') return [type, [MESSAGE_PROTOCOL, 'SOAP11']];
  return [type, [REQUEST_FORMAT, named], [RESPONSE_FORMAT, response]];
}

const decoded = new WeakMap<Exchange, Message>();

function read(exchange: Exchange): Message {
  const answer = isAnswered(exchange) ? decodedAnswer(exchange).decoded : undefined;
  return answer === undefined || 'undecodable' in answer ? {} : answer.message;
}

/** The message of an answer; empty where there is none. Read once. */
export function messageIn(exchange: Exchange): Message {
  const message = decoded.get(exchange) ?? read(exchange);
  decoded.set(exchange, message);
  return message;
}

/** The text at some members from a message down; undefined where there is none. */
export function textAt(message: MessageValue, ...path: readonly string[]): string | undefined {
  const value = path.reduce<MessageValue | undefined>(
    (held, name) => (typeof held === 'object' ? (held as Message)[name] : undefined),
    message,
  );
  return typeof value === 'string' ? value : undefined;
}
