import { createServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { createServer as createPlain } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { startRehearsal } from '../../targets/rehearsal/rehearsal.ts';
import { cancelScenario, rehearsed } from '../rehearsing.ts';
import { SELF_SIGNED } from './self-signed.ts';

let server: Server | undefined;
let heard = '';
afterEach(() => {
  server?.close();
  server = undefined;
  heard = '';
});

async function listening(started: Server): Promise<string> {
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return `https://127.0.0.1:${(started.address() as AddressInfo).port}`;
}

const SERVERS: readonly (readonly [string, () => Server, RegExp])[] = [
  [
    'a certificate that nobody vouches for',
    () =>
      createServer(SELF_SIGNED, (request, response) => {
        heard += request.headers.authorization;
        response.end();
      }),
    /self[- ]signed/i,
  ],
  ['no TLS at all', () => createPlain((socket) => void socket.end('HTTP/1.1 200 OK\r\n\r\n')), /connection|answer/],
];

test.each(SERVERS)('%s: nothing is sent, nothing is judged', async (_, make, reason) => {
  const service = await startRehearsal();
  const baseUrl = await listening(make());
  const target = { ...service.target, baseUrl };
  const run = await rehearsed({ target, scenarios: [cancelScenario('cancel.state.draft')] });
  await service.close();
  expect(run.ended).toMatchObject({ cause: 'outage', reason: expect.stringMatching(reason) });
  expect(run).toMatchObject({ exitCode: 3, open: 0 });
  expect(heard).toBe('');
});
