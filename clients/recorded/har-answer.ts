import { isUtf8 } from 'node:buffer';
import { type Answer, type Failure, type Header, headerOf } from '../../schemas/exchange.ts';
import { failure } from '../failure.ts';
import { memberOf, numberOf, textOf } from './members.ts';
import { recordedBytes } from './recorded-bytes.ts';
import { withinLimit } from './within-limit.ts';

/** Statuses with which a browser goes on elsewhere: the entry that follows has the answer. */
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

interface Body {
  readonly text: string;
  readonly bytes: number;
  readonly validUtf8: boolean;
}

/** Why no answer was recorded, as far as the recorder says. */
function noAnswer(response: unknown): Failure {
  const why = textOf(response, '_error') ?? textOf(response, 'statusText');
  return failure(
    'NO_ANSWER',
    why ? `The recording has no answer: ${why.slice(0, 200)}.` : 'The recording has no answer.',
  );
}

/** Whether an answer without a recorded text had no body: a 204, or where a length of 0 says so. */
function hadNoBody(status: number, response: unknown, headers: readonly Header[]): boolean {
  if (status === 204 || status === 304) return true;
  const sizes = [
    numberOf(memberOf(response, 'content'), 'size'),
    Number(headerOf(headers, 'content-length') ?? Number.NaN),
  ];
  return numberOf(response, 'bodySize') === 0 ? !sizes.some((size) => Number(size) > 0) : sizes.includes(0);
}

/** Why a body that was sent is not there: Playwright writes it into a file of its own, where it is told to. */
const notRecorded = (status: number, content: unknown): Failure =>
  failure(
    'BODY_NOT_RECORDED',
    textOf(content, '_file') === undefined
      ? `The answer is ${status}; the recording was made without bodies.`
      : `The answer is ${status}; its body lies in a file of its own: record with content: 'embed'.`,
  );

function bodyIn(status: number, response: unknown, headers: readonly Header[]): Body | Failure {
  const content = memberOf(response, 'content');
  const text = textOf(content, 'text');
  if (text === undefined)
    return hadNoBody(status, response, headers)
      ? { text: '', bytes: 0, validUtf8: true }
      : notRecorded(status, content);
  if (textOf(content, 'encoding')?.toLowerCase() !== 'base64')
    return { text, bytes: Buffer.byteLength(text), validUtf8: true };
  const bytes = recordedBytes(text, headers);
  if (!Buffer.isBuffer(bytes)) return bytes;
  return { text: bytes.toString('utf8'), bytes: bytes.length, validUtf8: isUtf8(bytes) };
}

/** What became of a recorded request: an answer, or why none can be judged (`NO_ANSWER`, `REDIRECTED`, `BODY_NOT_RECORDED`, `UNDECODABLE_BODY`, `BODY_TOO_LARGE`). */
export function harAnswer(response: unknown, headers: readonly Header[]): Answer | Failure {
  const status = numberOf(response, 'status') ?? 0;
  if (!Number.isInteger(status) || status < 100 || status > 999) return noAnswer(response);
  // A recorder in between says that the client was not sent on: then it is the answer.
  if (REDIRECTS.has(status) && memberOf(response, '_followed') !== false)
    return failure('REDIRECTED', `The request was redirected with ${status}.`);
  const body = bodyIn(status, response, headers);
  if ('kind' in body) return body;
  return withinLimit({
    kind: 'answer',
    status,
    headers,
    body: body.text,
    bodyBytes: body.bytes,
    validUtf8: body.validUtf8,
  });
}
