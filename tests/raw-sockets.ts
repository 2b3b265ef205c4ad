import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A connection of a test's, byte for byte; bytes are shown as Latin-1. */
export interface RawConnection {
  readonly socket: Socket;
  /** All that has come so far. */
  received(): string;
  /** Resolves to it once it matches; rejects where the other side ends before. */
  until(pattern: RegExp | string): Promise<string>;
  /** Resolves once the other side has ended, whichever way. */
  readonly ended: Promise<void>;
}

const matches = (text: string, pattern: RegExp | string): boolean =>
  typeof pattern === 'string' ? text.includes(pattern) : pattern.test(text);

function connectionOf(socket: Socket): RawConnection {
  const chunks: Buffer[] = [];
  const received = (): string => Buffer.concat(chunks).toString('latin1');
  socket.on('error', () => {}).on('data', (chunk) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => socket.once('end', resolve).once('close', resolve));
  const until = async (pattern: RegExp | string): Promise<string> => {
    let isOpen = true;
    void ended.then(() => {
      isOpen = false;
    });
    while (!matches(received(), pattern)) {
      if (!isOpen) throw new Error(`It ended before ${pattern}:\n${received()}`);
      await Promise.race([once(socket, 'data').catch(() => {}), ended]);
    }
    return received();
  };
  return { socket, received, until, ended };
}

/** Connects to a port of this machine. */
export async function rawConnection(port: number): Promise<RawConnection> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  return connectionOf(socket);
}

/** A server of a test's that writes its answers byte for byte. */
export interface RawServer {
  readonly origin: string;
  /** Every connection so far, in their order. */
  readonly connections: readonly RawConnection[];
  /** The connection of that number, once it is there. */
  connection(index: number): Promise<RawConnection>;
  close(): Promise<void>;
}

/** Starts one; each request whose head is whole, and whose head alone is looked at, is answered with `answer`, if there is one. */
export async function rawServer(answer?: Buffer | string): Promise<RawServer> {
  const connections: RawConnection[] = [];
  const server = createServer({ noDelay: true }, (socket) => {
    const connection = connectionOf(socket);
    connections.push(connection);
    let answered = 0;
    socket.on('data', () => {
      const heads = connection.received().split('\r\n\r\n').length - 1;
      for (; answer !== undefined && answered < heads; answered++) socket.write(answer);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const connection = async (index: number): Promise<RawConnection> => {
    while (connections[index] === undefined) await once(server, 'connection');
    return connections[index];
  };
  const close = async (): Promise<void> => {
    for (const { socket } of connections) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, connections, connection, close };
}

/** Lines with the line ends of HTTP, and the empty one behind them. */
export const head = (...lines: readonly string[]): string => `${lines.join('\r\n')}\r\n\r\n`;
