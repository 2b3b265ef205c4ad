import type { IncomingMessage } from 'node:http';
import { pairsOf } from './end-to-end.ts';
import type { PassedAnswer, PassedBody } from './passed.ts';

/** What Node reads and does not write: a status below all others, controls in the reason phrase; an upgrade nobody asked for. */
export const isPassable = ({ statusCode = 0, statusMessage = '' }: IncomingMessage): boolean =>
  statusCode >= 200 && !/[^\t -~\u0080-\u00ff]/.test(statusMessage);

/** An answer that has passed whole, as an observer is told of it. */
export function passedAnswer(answer: IncomingMessage, body: PassedBody): PassedAnswer {
  const { statusCode = 0, statusMessage = '', httpVersion, rawHeaders } = answer;
  return {
    kind: 'answer',
    status: statusCode,
    statusText: statusMessage,
    httpVersion: `HTTP/${httpVersion}`,
    headers: pairsOf(rawHeaders),
    body,
  };
}
