import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { keepSecret } from '../schemas/secrets/known-secrets.ts';
import { SECRET_CHANNEL } from '../suites/secret-channel.ts';

/** How long workers that have ended may take to be heard out, in milliseconds. */
const LAST_WORDS_MS = 1000;

/** Where the workers of a run tell their secrets. */
export interface SecretChannel {
  /** For the environment of the workers. */
  readonly variables: Readonly<Record<string, string>>;
  /** Fulfilled once everything that was told is known here. */
  close(): Promise<void>;
}

function listen(socket: Socket): Promise<void> {
  socket.on('error', () => socket.destroy());
  createInterface({ input: socket }).on('line', (line) => keepSecret(JSON.parse(line)));
  return new Promise((resolve) => socket.once('close', () => resolve()));
}

/** Opens a socket in a directory that only the caller can enter; nothing that is told on it is written anywhere. */
export function openSecretChannel(): SecretChannel {
  const directory = mkdtempSync(join(tmpdir(), 'conformance-'));
  const path = join(directory, 'secrets');
  const heard: Promise<void>[] = [];
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    heard.push(listen(socket));
  });
  // Without it the tokens are unknown here: what gives them away is then looked for by its name alone.
  server.on('error', () => {});
  server.listen(path).unref();
  return {
    variables: { [SECRET_CHANNEL]: path },
    async close() {
      await Promise.race([Promise.all(heard), pause(LAST_WORDS_MS, undefined, { ref: false })]);
      for (const socket of sockets) socket.destroy();
      server.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
