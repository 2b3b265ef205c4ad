import { isUtf8 } from 'node:buffer';
import { SuiteError } from '../contract/suite-error.ts';
import type { Answer, AnsweredExchange, Header } from '../exchange.ts';
import { operationCalled } from './known-operations.ts';

/** Headers as a test has them at hand: an object, pairs, or anything that yields pairs, such as `Headers`. */
export type PlainHeaders =
  | Readonly<Record<string, string | readonly string[] | undefined>>
  | Iterable<readonly [name: string, value: string]>;

/** A body: text, bytes, or a value that stands for its JSON; null and undefined are none. */
export type PlainBody = string | Uint8Array | object | null | undefined;

/** The request of an exchange. */
export interface PlainRequest {
  /** POST where it is left out. */
  readonly method?: string;
  /** A URL or a path. Where the operation is named it may be left out. */
  readonly url?: string;
  readonly headers?: PlainHeaders;
  readonly body?: PlainBody;
}

/** The answer of an exchange. */
export interface PlainResponse {
  readonly status: number;
  readonly headers?: PlainHeaders;
  readonly body?: PlainBody;
}

/** A request and its answer, in the shape that a test has them at hand. */
export interface PlainExchange {
  readonly request?: PlainRequest;
  readonly response: PlainResponse;
}

const isIterable = (headers: PlainHeaders): headers is Iterable<readonly [string, string]> =>
  Symbol.iterator in headers;

function headerPairs(headers?: PlainHeaders | null): readonly Header[] {
  const given = headers ?? {};
  const entries = isIterable(given) ? [...given] : Object.entries(given);
  return entries.flatMap(([name, value]) => [value ?? []].flat().map((one): Header => [name, String(one)]));
}

/** A value that stands for its JSON is none that is still to be read, as the bodies of fetch are. */
function assertRead(body: object): void {
  if (!('getReader' in body) && !('pipe' in body) && !('then' in body) && !('arrayBuffer' in body)) return;
  throw new SuiteError('USAGE', 'An exchange was given whose body is not read yet', {
    hint: 'Read it first: judge(await exchangeOf(request, response)) does so for fetch.',
  });
}

function bytesOf(body: PlainBody): Buffer {
  if (body === null || body === undefined) return Buffer.alloc(0);
  if (body instanceof Uint8Array) return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  if (typeof body === 'object') assertRead(body);
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

function answerOf(response: PlainResponse): Answer {
  const { status, headers, body } = Object(response) as PlainResponse;
  if (!Number.isInteger(status) || status < 100 || status > 999)
    throw new SuiteError('USAGE', `An exchange was given whose status is ${JSON.stringify(status)}`, {
      hint: 'Give response.status as the number that was answered.',
    });
  const bytes = bytesOf(body);
  return {
    kind: 'answer',
    status,
    headers: headerPairs(headers),
    body: bytes.toString('utf8'),
    bodyBytes: bytes.length,
    validUtf8: isUtf8(bytes),
  };
}

const isCredential = ([name]: Header): boolean => /^(?:proxy-)?authorization$|^cookie$|^x-paypal-security-/i.test(name);

/** The exchange as checks judge it, and the operation that it calls (USAGE where its URL tells of none, and none is named). */
export function answeredExchange(exchange: PlainExchange, named: string | undefined): AnsweredExchange {
  const { request, response } = Object(exchange) as PlainExchange;
  const { method = 'POST', url = '', headers, body } = Object(request) as PlainRequest;
  const operation = named ?? operationCalled(method.toUpperCase(), url);
  if (operation === undefined)
    throw new SuiteError('USAGE', `${method} ${url || '(no URL)'} calls no operation that has a contract`, {
      hint: "Name it: judge(exchange, { operation: 'invoices.cancel' }).",
    });
  const path = url.replace(/^[a-z][a-z\d+.-]*:\/\/[^/]*/i, '');
  const sent = headerPairs(headers).filter((header) => !isCredential(header));
  const text = body === null || body === undefined ? null : bytesOf(body).toString('utf8');
  return {
    operation,
    request: { method: method.toUpperCase(), url, path, headers: sent, body: text, credential: 'caller' },
    response: answerOf(response),
    startedAt: new Date().toISOString(),
    durationMs: 0,
  };
}
