import { type ClientRequest, Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { Failure, Header } from '../../schemas/exchange.ts';
import { failure, failureOf, type Progress } from '../failure.ts';

/** How long a connection that nobody uses is kept, in milliseconds: less than the 5 s after which many servers end one. */
const IDLE_MS = 4000;

/** Fields of one message that are read at most, in bytes: ours, four times Node's own. */
export const MAX_HEADER_BYTES = 65_536;

/** Where requests are passed on to. */
export interface Upstream {
  readonly origin: string;
  /** As its `Host` field has it. */
  readonly host: string;
  readonly timeoutMs: number;
  /** Opens a request with exactly these fields; the path is sent as it is. */
  ask(method: string, path: string, headers: readonly Header[]): ClientRequest;
  /** Ends all connections. */
  close(): void;
}

/** An upstream at an origin. Connections are kept alive; no redirect is followed and nothing is repeated. */
export function openUpstream(origin: string, timeoutMs: number): Upstream {
  const { protocol, hostname, port, host } = new URL(origin);
  const isSecure = protocol === 'https:';
  const agent = new (isSecure ? HttpsAgent : HttpAgent)({ keepAlive: true, timeout: IDLE_MS, scheduling: 'lifo' });
  const place = {
    agent,
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (isSecure ? 443 : 80) : Number(port),
    timeout: timeoutMs,
    maxHeaderSize: MAX_HEADER_BYTES,
  };
  const open = isSecure ? httpsRequest : httpRequest;
  return {
    origin,
    host,
    timeoutMs,
    // Fields that are given as a list are written as they stand; the types know only of the other form.
    ask: (method, path, headers) => open({ ...place, method, path, headers: headers.flat() as never }),
    close: () => agent.destroy(),
  };
}

/** The failure of an upstream that speaks another language. */
export const notHttp = (origin: string): Failure => failure('NOT_HTTP', `What ${origin} sends is not HTTP/1.1.`);

/** The failure that an error of a connection to the upstream stands for. */
export function upstreamFailure(error: Error & { code?: string }, progress: Progress): Failure {
  const { code = '' } = error;
  if (code === 'HPE_HEADER_OVERFLOW')
    return failure('HEADERS_TOO_LARGE', `The answer of ${progress.origin} has more headers than are read.`);
  if (code.startsWith('HPE_') && code !== 'HPE_INVALID_EOF_STATE') return notHttp(progress.origin);
  return failureOf(error, progress);
}
