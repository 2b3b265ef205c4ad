import { SuiteError } from '../schemas/contract/suite-error.ts';
import type { Failure } from '../schemas/exchange.ts';

/** A failure with a code that is stable for scripts, and a sentence for a person. */
export const failure = (code: string, message: string): Failure => ({ kind: 'failure', code, message });

/** How far an answer had come when it broke off. */
export interface Progress {
  /** E.g. `http://127.0.0.1:4010`. */
  readonly origin: string;
  /** 0 before the headers were whole. */
  readonly status: number;
  /** Of the body, as they came over the wire. */
  readonly bytes: number;
}

/** What a server or a network does, by the code Node or undici gives it; one sentence each, `origin` filled in. */
const SENTENCES: Readonly<Record<string, readonly [code: string, sentence: (origin: string) => string]>> = {
  ECONNREFUSED: ['ECONNREFUSED', (origin) => `Nothing listens at ${origin}.`],
  ENOTFOUND: ['ENOTFOUND', (origin) => `The host name of ${origin} is not known.`],
  EAI_AGAIN: ['EAI_AGAIN', (origin) => `The host name of ${origin} could not be looked up just now.`],
  EHOSTUNREACH: ['EHOSTUNREACH', (origin) => `No way leads to ${origin}.`],
  ENETUNREACH: ['ENETUNREACH', (origin) => `No way leads to ${origin}.`],
  ETIMEDOUT: ['TIMEOUT', (origin) => `${origin} did not accept a connection in time.`],
  UND_ERR_CONNECT_TIMEOUT: ['TIMEOUT', (origin) => `${origin} did not accept a connection in time.`],
  UND_ERR_HEADERS_OVERFLOW: [
    'HEADERS_TOO_LARGE',
    (origin) => `The answer of ${origin} has more headers than are read.`,
  ],
  UND_ERR_DESTROYED: ['CLIENT_CLOSED', () => 'The client was closed before the answer had come.'],
  UND_ERR_CLOSED: ['CLIENT_CLOSED', () => 'The client was closed before the request was sent.'],
};

/** A connection that ended by itself, however Node or undici names it. */
const ENDED = new Set(['UND_ERR_SOCKET', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'ECONNRESET', 'EPIPE']);

/** undici's parser gives no code: all that it complains of is nonsense, but for an end where more had to come. */
const isNonsense = ({ name, message }: Error): boolean => name === 'HTTPParserError' && !message.includes('EOF');

function ended({ origin, status, bytes }: Progress): Failure {
  return status === 0
    ? failure('ECONNRESET', `${origin} closed the connection before it answered.`)
    : failure(
        'INCOMPLETE_BODY',
        `${origin} answered ${status} and closed the connection after ${bytes} bytes of the body.`,
      );
}

/**
 * The failure that an error of a connection stands for.
 * @throws SuiteError DEFECT where the request itself could not be written: no server is to blame for that
 */
export function failureOf(error: Error & { code?: string }, progress: Progress): Failure {
  const code = error.code ?? error.name;
  if (code === 'UND_ERR_INVALID_ARG')
    throw new SuiteError('DEFECT', `The request cannot be sent: ${error.message}`, {
      hint: 'Escape the path, and put only printable characters into header values.',
      cause: error,
    });
  if (isNonsense(error)) return failure('NOT_HTTP', `What ${progress.origin} sends is not HTTP/1.1.`);
  if (ENDED.has(code) || error.name === 'HTTPParserError') return ended(progress);
  const known = Object.hasOwn(SENTENCES, code) ? SENTENCES[code] : undefined;
  if (known) return failure(known[0], known[1](progress.origin));
  return failure(code, `The connection to ${progress.origin} failed: ${error.message}.`);
}
