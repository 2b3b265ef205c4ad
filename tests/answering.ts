import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a server of a test answers: a body that is no text is written as JSON; without an answer it has written itself. */
export interface TestAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: unknown;
}

/** A request as it arrived. */
export interface Arrived {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

/** A running server. */
export interface AnsweringServer {
  /** Origin without a trailing slash. */
  readonly origin: string;
  /** All that arrived, in its order. */
  readonly arrived: readonly Arrived[];
  close(): Promise<void>;
}

async function arrivedOf(message: IncomingMessage): Promise<Arrived> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const { method = '', url = '', headers } = message;
  return { method, url, headers, text: Buffer.concat(chunks).toString() };
}

type Answering = (request: Arrived, response: ServerResponse) => TestAnswer | undefined;

/** A server on the loopback interface that answers each request as it is told. */
export async function answering(answer: Answering): Promise<AnsweringServer> {
  const arrived: Arrived[] = [];
  const server = createServer(async (message, response) => {
    const request = await arrivedOf(message);
    arrived.push(request);
    const given = answer(request, response);
    if (given === undefined) return;
    const text =
      typeof given.body === 'string' ? given.body : given.body === undefined ? '' : JSON.stringify(given.body);
    response.writeHead(given.status, { 'Content-Type': 'application/json', ...given.headers } as Record<
      string,
      string
    >);
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, arrived, close };
}
