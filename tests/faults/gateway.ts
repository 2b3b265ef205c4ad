import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { request as forward } from 'undici';

/** Takes a connection over, after the request on it was read: what it writes is what the caller gets. */
export type Raw = (socket: Socket, answer: GatewayAnswer) => void;

/** What the service behind the gateway answered. */
export interface GatewayAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** Which calls are met, counted from 1 among those that `calls` takes. */
export interface Strike {
  readonly calls: RegExp;
  readonly from: number;
  readonly raw: Raw;
}

/** A running gateway. */
export interface Gateway {
  readonly origin: string;
  close(): Promise<void>;
}

async function answerOf(origin: string, message: IncomingMessage): Promise<GatewayAnswer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  const { host: _, connection: __, 'content-length': ___, 'transfer-encoding': ____, ...headers } = message.headers;
  const body = chunks.length > 0 ? Buffer.concat(chunks) : null;
  const method = message.method as 'GET' | 'POST' | 'DELETE';
  const response = await forward(`${origin}${message.url}`, { method, headers, body });
  return {
    status: response.statusCode,
    headers: response.headers,
    body: Buffer.from(await response.body.arrayBuffer()),
  };
}

/** A gateway in front of a service: it passes calls on, and breaks the ones that it is told to, on the raw socket. */
export async function startGateway(origin: string, { calls, from, raw }: Strike): Promise<Gateway> {
  let met = 0;
  const pass = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { socket } = message;
    const name = `${message.method} ${message.url}`;
    const answer = await answerOf(origin, message);
    if (calls.test(name)) met += 1;
    if (calls.test(name) && met >= from) return raw(socket, answer);
    const { 'transfer-encoding': _, connection: __, ...headers } = answer.headers;
    response.writeHead(answer.status, headers as Record<string, string>);
    response.end(answer.body);
  };
  const server = createServer((message, response) => {
    pass(message, response).catch(() => message.socket.destroy());
  });
  server.on('clientError', (_, socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
