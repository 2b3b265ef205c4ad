import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Backstage, replyTo, write } from './answering.ts';
import { type Arrival, received } from './arrival.ts';
import type { Answering } from './gate-scenario.ts';

/** What a client calls in one scenario: a thin server in front of the target, which keeps what arrives as it arrived. */
export interface Recorder {
  /** Origin without a trailing slash; nothing listens there where the scenario wants it closed. */
  readonly baseUrl: string;
  /** What arrived, in its order. */
  arrivals(): readonly Arrival[];
  /** Why bytes that arrived are no HTTP request. */
  malformed(): readonly string[];
  close(): Promise<void>;
}

/** What a recorder answers, and to whom. */
export interface RecorderOptions {
  readonly answering: Answering;
  readonly invoiceId: string;
  readonly token: string;
  readonly backstage: Backstage;
  /** Told of what stops the suite itself. */
  onDefect(cause: unknown): void;
}

async function record(message: IncomingMessage, origin: string, options: RecorderOptions, response: ServerResponse) {
  const request = await received(message, origin, options.token);
  if (request === undefined) return undefined;
  const reply = await replyTo(request, options.answering, options.invoiceId, options.backstage);
  write(reply, response);
  const { request: recorded, ...arrived } = request;
  return {
    ...arrived,
    exchange: {
      operation: 'invoices.cancel',
      request: recorded,
      response: reply,
      startedAt: new Date(arrived.arrivedAtMs).toISOString(),
      durationMs: Math.max(0, Date.now() - arrived.arrivedAtMs),
    },
  };
}

/** Starts a recorder on a free port of the loopback interface: one for each scenario, so that nothing late is mixed in. */
export async function startRecorder(options: RecorderOptions): Promise<Recorder> {
  const arrivals: Arrival[] = [];
  const malformed: string[] = [];
  let baseUrl = '';
  const server = createServer({ keepAliveTimeout: 60_000, requestTimeout: 0 }, (message, response) => {
    record(message, baseUrl, options, response)
      .then((arrival) => arrival && arrivals.push(arrival))
      .catch((cause: unknown) => {
        options.onDefect(cause);
        message.socket.destroy();
      });
  });
  server.on('clientError', ({ message }, socket) => {
    // A connection that the client gave up is none of its requests.
    if (message.startsWith('Parse Error')) malformed.push(message);
    socket.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  if (options.answering.by === 'closed') await close();
  return { baseUrl, arrivals: () => arrivals, malformed: () => malformed, close };
}
