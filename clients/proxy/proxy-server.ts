import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SuiteError } from '../../schemas/contract/suite-error.ts';
import { failure } from '../failure.ts';
import { refuseMalformed } from './malformed-requests.ts';
import { answerItself } from './own-answer.ts';
import { Passage } from './passage.ts';
import type { Observer } from './passed.ts';
import { MAX_HEADER_BYTES, openUpstream, type Upstream } from './upstream.ts';

/** What a proxy is told. */
export interface ProxyOptions {
  /** The origin that requests are passed on to. */
  readonly upstream: string;
  /** 0 for any free one. */
  readonly port: number;
  /** Longest silence of the upstream while it is its turn, in milliseconds. */
  readonly timeoutMs: number;
  readonly observer: Observer;
}

/** A running proxy. */
export interface RunningProxy {
  /** Without a trailing slash. */
  readonly origin: string;
  /** Takes no more requests, and lets those under way come to their end for `graceMs` milliseconds. */
  close(graceMs: number): Promise<void>;
}

/** How long a client's connection that is not used is kept, in milliseconds: longer than clients keep theirs. */
const KEEP_ALIVE_MS = 65_000;

/** How often connections that have come to rest are looked for while it closes, in milliseconds. */
const LOOK_EVERY_MS = 20;

const NO_FORWARD_PROXY = failure(
  'NOT_A_FORWARD_PROXY',
  'The request names another host. Give the client this proxy as its base URL, not as its HTTP proxy.',
);

function pass(request: IncomingMessage, response: ServerResponse, upstream: Upstream, observer: Observer): void {
  const { url = '' } = request;
  if (url.startsWith('/') || url === '*') new Passage(request, response, upstream, observer).begin();
  else answerItself(response, 421, NO_FORWARD_PROXY);
}

function closed(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const looking = setInterval(() => server.closeIdleConnections(), LOOK_EVERY_MS);
    const ending = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearInterval(looking);
      clearTimeout(ending);
      resolve();
    });
  });
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        new SuiteError('PORT_IN_USE', `Port ${port} cannot be listened on (${cause.code})`, {
          hint: 'Choose another one, or 0 for any free one.',
          cause,
        }),
      ),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
}

/**
 * Starts a proxy on the loopback interface: what a client sends goes to the upstream and back, as it is, while it comes. It
 * follows no redirect, repeats nothing and adds no field; an upgrade is not offered on (PORT_IN_USE).
 */
export async function startProxy({ upstream: origin, port, timeoutMs, observer }: ProxyOptions): Promise<RunningProxy> {
  const upstream = openUpstream(origin, timeoutMs);
  const take = (request: IncomingMessage, response: ServerResponse): void =>
    pass(request, response, upstream, observer);
  // Neither a slow upload nor one without an end is the proxy's to judge.
  const limits = { keepAliveTimeout: KEEP_ALIVE_MS, requestTimeout: 0, maxHeaderSize: MAX_HEADER_BYTES };
  const server = createServer(limits, take);
  server.on('checkContinue', take).on('checkExpectation', take);
  refuseMalformed(server);
  server.maxHeadersCount = 0;
  await listening(server, port);
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close(graceMs) {
      await closed(server, graceMs);
      upstream.close();
    },
  };
}
