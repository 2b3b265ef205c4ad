import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Failure } from '../../schemas/exchange.ts';

/** The header that the proxy adds: what it says of an answer, or that the answer is its own. */
export const PROXY_HEADER = 'Cancel-Conformance';

/** The status that stands for a failure of the upstream's. */
export const statusOf = ({ code }: Failure): number => (code === 'TIMEOUT' ? 504 : 502);

interface OwnAnswer {
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

function ownAnswer({ code, message }: Failure): OwnAnswer {
  const body = `${JSON.stringify({ proxy: 'cancel-conformance', code, message })}\n`;
  return {
    headers: [
      ['Content-Type', 'application/json'],
      ['Content-Length', String(Buffer.byteLength(body))],
      [PROXY_HEADER, `own-answer; code=${code}`],
    ],
    body,
  };
}

/** An answer that is the proxy's own and says so, in its header and in its body: nobody takes it for the upstream's. */
export function answerItself(response: ServerResponse, status: number, why: Failure): void {
  const { headers, body } = ownAnswer(why);
  response.writeHead(status, headers.flat());
  response.end(body);
}

/** The same on a connection whose client does not speak HTTP: it is the last answer there. */
export function refuseConnection(socket: Socket, status: number, why: Failure): void {
  const { headers, body } = ownAnswer(why);
  const fields = [...headers, ['Connection', 'close']].map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${fields.join('')}\r\n${body}`);
}
