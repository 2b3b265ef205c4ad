import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { failure } from '../failure.ts';
import { refuseConnection } from './own-answer.ts';

const MALFORMED = failure('MALFORMED_REQUEST', 'The proxy cannot read the request: it is not HTTP/1.1.');
const TOO_LARGE = failure('HEADERS_TOO_LARGE', 'The request has more headers than the proxy reads.');

/** Has a server answer what it cannot read in the proxy's own name; an answer that is under way there breaks off. */
export function refuseMalformed(server: Server): void {
  const answering = new WeakSet<object>();
  const note = (_: unknown, response: ServerResponse): void => {
    const { socket } = response;
    if (socket === null) return;
    answering.add(socket);
    response.once('close', () => answering.delete(socket));
  };
  server.on('request', note).on('checkContinue', note).on('checkExpectation', note);
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (!socket.writable || error.code === 'ECONNRESET' || answering.has(socket)) socket.destroy();
    else if (error.code === 'HPE_HEADER_OVERFLOW') refuseConnection(socket, 431, TOO_LARGE);
    else refuseConnection(socket, 400, MALFORMED);
  });
}
