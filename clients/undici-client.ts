import { isUtf8 } from 'node:buffer';
import { SuiteError } from '../schemas/contract/suite-error.ts';
import type { Answer, Exchange, Failure } from '../schemas/exchange.ts';
import { Connections } from './connections.ts';
import { decoded } from './content-encoding.ts';
import { type Authorization, type Call, DEFAULT_LIMITS, type HttpClient, type Limits } from './http-client.ts';
import { type RawAnswer, receive } from './receive.ts';
import { recordedRequest } from './recorded-request.ts';

function authorizationHeaders(authorization: Authorization): readonly string[] {
  if (authorization.scheme === 'none') return [];
  if (authorization.scheme === 'headers') return authorization.headers.flat();
  if (authorization.scheme === 'bearer') return ['Authorization', `Bearer ${authorization.token}`];
  const pair = Buffer.from(`${authorization.user}:${authorization.password}`).toString('base64');
  return ['Authorization', `Basic ${pair}`];
}

async function answerOf({ status, headers, bytes }: RawAnswer, { maxBodyBytes }: Limits): Promise<Answer | Failure> {
  const body = await decoded(bytes, headers, maxBodyBytes);
  if (!Buffer.isBuffer(body)) return body;
  return {
    kind: 'answer',
    status,
    headers,
    body: body.toString('utf8'),
    bodyBytes: body.length,
    validUtf8: isUtf8(body),
  };
}

function originOf(baseUrl: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  const isOrigin = url !== undefined && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '';
  if (isOrigin && url.username === '') return url.origin;
  throw new SuiteError('USAGE', 'The base URL is not an origin', {
    hint: 'Give it as https://host or http://host:port, without a path and without credentials.',
  });
}

/**
 * A client of one origin. It sends each request once, follows no redirect, and answers every fault of server or network
 * with a `Failure`; connections are kept alive, and as many are opened as requests are under way.
 * @throws SuiteError USAGE for a base URL that is no origin; `send` rejects only for a request that cannot be written
 */
export function createHttpClient(baseUrl: string, limits: Limits = DEFAULT_LIMITS): HttpClient {
  const origin = originOf(baseUrl);
  const connections = new Connections(origin, limits.timeoutMs);
  const respond = async ({ path, method, body, headers, authorization }: Call): Promise<Answer | Failure> => {
    const sent = [...headers.flat(), ...authorizationHeaders(authorization)];
    const connection = connections.take();
    const outcome = await receive(connection, { origin, path, method, body, headers: sent }, limits);
    if (outcome.kind === 'raw') connections.keep(connection);
    else await connections.drop(connection);
    return outcome.kind === 'raw' ? answerOf(outcome, limits) : outcome;
  };
  const send = async (call: Call): Promise<Exchange> => {
    const request = recordedRequest(origin, call);
    const startedAt = new Date().toISOString();
    const start = performance.now();
    const response = await respond(call);
    return { operation: call.operation, request, response, startedAt, durationMs: performance.now() - start };
  };
  return { send, close: () => connections.close() };
}
