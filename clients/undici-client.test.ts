import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { Exchange } from '../schemas/exchange.ts';
import type { Call, Limits } from './http-client.ts';
import { createHttpClient } from './undici-client.ts';

const LIMITS: Limits = { timeoutMs: 2_000, maxBodyBytes: 1_000 };
const CALL: Call = {
  operation: 'invoices.cancel',
  method: 'POST',
  path: '/v2/invoicing/invoices/a%2Fb%0A/cancel',
  headers: [['Content-Type', 'application/json']],
  body: '{"note":"😀"}',
  authorization: { scheme: 'bearer', token: 'top-secret' },
  credential: 'merchant',
};
const closers: (() => Promise<unknown>)[] = [];
afterEach(() => Promise.all(closers.splice(0).map((close) => close())));

/** A server that speaks raw bytes: `behave` sees every chunk a client sends, with the number of its connection. */
async function serving(behave: (socket: Socket, chunk: string, connection: number) => void) {
  const sockets = new Set<Socket>();
  const received: string[] = [];
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    const connection = sockets.size;
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      received.push(data.toString());
      behave(socket, data.toString(), connection);
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  closers.push(async () => {
    for (const socket of sockets) socket.destroy();
    if (server.listening) await new Promise((done) => server.close(done));
  });
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received, sockets, server };
}

function clientOf(baseUrl: string, limits = LIMITS) {
  const client = createHttpClient(baseUrl, limits);
  closers.push(() => client.close());
  return client;
}

const answering = (...parts: (string | Buffer)[]) =>
  serving((socket) => {
    for (const part of parts) socket.write(part);
  });

async function exchangeWith(...parts: (string | Buffer)[]): Promise<Exchange> {
  const { baseUrl } = await answering(...parts);
  return clientOf(baseUrl).send(CALL);
}

const OK = 'HTTP/1.1 200 OK\r\n';

describe('what is sent and recorded', () => {
  it('sends path and body as given, with credentials that the record lacks', async () => {
    const { baseUrl, received } = await answering(`${OK}Content-Length: 2\r\n\r\n{}`);
    const exchange = await clientOf(baseUrl).send(CALL);
    expect(received[0]).toMatch(/^POST \/v2\/invoicing\/invoices\/a%2Fb%0A\/cancel HTTP\/1\.1\r\n/);
    expect(received[0]).toMatch(/Authorization: Bearer top-secret\r\n/);
    expect(received[0]).toMatch(/\r\n\r\n\{"note":"😀"\}$/);
    expect(JSON.stringify(exchange)).not.toContain('top-secret');
    expect(exchange.request).toEqual({
      method: 'POST',
      url: `${baseUrl}${CALL.path}`,
      path: CALL.path,
      headers: CALL.headers,
      body: CALL.body,
      credential: 'merchant',
    });
    expect(exchange.durationMs).toBeGreaterThan(0);
    expect(new Date(exchange.startedAt).toISOString()).toBe(exchange.startedAt);
  });

  it('sends basic credentials, and none', async () => {
    const { baseUrl, received } = await answering(`${OK}Content-Length: 0\r\n\r\n`);
    const client = clientOf(baseUrl);
    await client.send({ ...CALL, authorization: { scheme: 'basic', user: 'id', password: 'pass' } });
    await client.send({ ...CALL, authorization: { scheme: 'none' }, body: null });
    expect(received[0]).toContain(`Authorization: Basic ${Buffer.from('id:pass').toString('base64')}\r\n`);
    expect(received[1]).not.toMatch(/authorization/i);
    expect(received[1]).toMatch(/content-length: 0\r\n\r\n$/i);
  });

  it('keeps the answer’s headers in their own letters, duplicates apart', async () => {
    const { response } = await exchangeWith(
      `${OK}PayPal-Debug-Id: a\r\npaypal-debug-id: b\r\nX-Latin: \xe9\r\nContent-Length: 2\r\n\r\n{}`.replace(
        '\xe9',
        'e',
      ),
    );
    expect(response).toMatchObject({
      kind: 'answer',
      headers: [
        ['PayPal-Debug-Id', 'a'],
        ['paypal-debug-id', 'b'],
        ['X-Latin', 'e'],
        ['Content-Length', '2'],
      ],
    });
  });

  it('rejects a request that cannot be written as a defect, without its secret', async () => {
    const { baseUrl } = await answering(`${OK}Content-Length: 0\r\n\r\n`);
    const client = clientOf(baseUrl);
    await expect(client.send({ ...CALL, path: '/a b' })).rejects.toMatchObject({ code: 'DEFECT' });
    const broken = client.send({ ...CALL, authorization: { scheme: 'bearer', token: 'top\r\nsecret' } });
    await expect(broken).rejects.toSatisfy(
      (error: Error) => !`${error.stack} ${(error.cause as Error).stack}`.includes('secret'),
    );
  });

  it.each([
    'nowhere',
    'ftp://host',
    'http://host/path',
    'http://id:secret@host',
  ])('refuses the base URL %s', (baseUrl) => {
    expect(() => createHttpClient(baseUrl)).toThrow(expect.objectContaining({ code: 'USAGE' }));
  });
});

describe('answers', () => {
  it('follows no redirect', async () => {
    const { response } = await exchangeWith('HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n');
    expect(response).toMatchObject({ kind: 'answer', status: 302, body: '', bodyBytes: 0 });
  });

  it('skips informational answers', async () => {
    const { response } = await exchangeWith(
      `HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n${OK}Content-Length: 2\r\n\r\n{}`,
    );
    expect(response).toMatchObject({ kind: 'answer', status: 200, body: '{}', headers: [['Content-Length', '2']] });
  });

  it('reads a body in chunks that split a character', async () => {
    const [first, second] = [Buffer.from('é').subarray(0, 1), Buffer.from('é').subarray(1)];
    const { response } = await exchangeWith(
      `${OK}Transfer-Encoding: chunked\r\n\r\n1\r\n`,
      first,
      '\r\n1\r\n',
      second,
      '\r\n0\r\n\r\n',
    );
    expect(response).toMatchObject({ body: 'é', bodyBytes: 2, validUtf8: true });
  });

  it('flags bytes that are not UTF-8, and keeps a byte order mark', async () => {
    const invalid = await exchangeWith(`${OK}Content-Length: 3\r\n\r\n`, Buffer.from([0x22, 0xff, 0x22]));
    expect(invalid.response).toMatchObject({ body: '"\ufffd"', bodyBytes: 3, validUtf8: false });
    const marked = await exchangeWith(`${OK}Content-Length: 5\r\n\r\n`, Buffer.from('\ufeff{}'));
    expect(marked.response).toMatchObject({ body: '\ufeff{}', validUtf8: true });
  });

  it('takes a body of the largest size, and a 204 that announces a body as the whole answer it is', async () => {
    const whole = await exchangeWith(`${OK}Content-Length: 1000\r\n\r\n${'x'.repeat(1000)}`);
    expect(whole.response).toMatchObject({ bodyBytes: 1000 });
    const odd = await exchangeWith('HTTP/1.1 204 No Content\r\nContent-Length: 2\r\n\r\n{}');
    expect(odd.response).toMatchObject({ kind: 'answer', status: 204, body: '' });
  });

  it('undoes gzip where the server uses it', async () => {
    const zipped = gzipSync('{"name":"x"}');
    const head = `${OK}Content-Encoding: gzip\r\nContent-Length: ${zipped.length}\r\n\r\n`;
    expect((await exchangeWith(head, zipped)).response).toMatchObject({ body: '{"name":"x"}', bodyBytes: 12 });
  });
});

describe('failures', () => {
  const failing: readonly [what: string, code: string, parts: readonly (string | Buffer)[]][] = [
    ['a body over the cap', 'BODY_TOO_LARGE', [`${OK}Content-Length: 5000\r\n\r\n`, 'x'.repeat(1001)]],
    ['a bomb', 'BODY_TOO_LARGE', bomb(gzipSync('0'.repeat(900_000)))],
    ['a body that is no gzip', 'UNDECODABLE_BODY', [`${OK}Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}`]],
    ['an encoding not asked for', 'UNDECODABLE_BODY', [`${OK}Content-Encoding: zstd\r\nContent-Length: 2\r\n\r\n{}`]],
    ['what is not HTTP', 'NOT_HTTP', ['hello\r\n\r\n']],
    ['headers without an end', 'HEADERS_TOO_LARGE', [OK, `X: ${'x'.repeat(20_000)}\r\n`]],
  ];
  function bomb(zipped: Buffer): (string | Buffer)[] {
    return [`${OK}Content-Encoding: gzip\r\nContent-Length: ${zipped.length}\r\n\r\n`, zipped];
  }

  it.each(failing)('%s: %s', async (_what, code, parts) => {
    const { response } = await exchangeWith(...parts);
    expect(response).toEqual({ kind: 'failure', code, message: expect.stringMatching(/^[A-Z].*\.$|^http.*\.$/) });
  });

  it.each([
    ['nothing', 'ECONNRESET', ''],
    ['half the headers', 'ECONNRESET', OK],
    ['only early hints', 'ECONNRESET', 'HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n'],
    ['half the body', 'INCOMPLETE_BODY', `${OK}Content-Length: 100\r\n\r\n{"na`],
    [
      'half the body, and said it would close',
      'INCOMPLETE_BODY',
      `${OK}Connection: close\r\nContent-Length: 100\r\n\r\n{"na`,
    ],
    [
      'half a chunk, and said it would close',
      'INCOMPLETE_BODY',
      `${OK}Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n64\r\n{"na`,
    ],
    ['half a chunk', 'INCOMPLETE_BODY', `${OK}Transfer-Encoding: chunked\r\n\r\n64\r\n{"na`],
  ])('a server that sends %s and ends or resets: %s', async (_what, code, text) => {
    for (const leave of ['end', 'resetAndDestroy'] as const) {
      const { baseUrl } = await serving((socket) => {
        socket.write(text || '', () => setTimeout(() => socket[leave](), 20));
      });
      expect((await clientOf(baseUrl).send(CALL)).response).toMatchObject({ kind: 'failure', code });
    }
  });

  it('gives up on a server that hangs, before and inside the body, and drops the connection', async () => {
    for (const text of ['', OK, `${OK}Content-Length: 100\r\n\r\n{"na`]) {
      const { baseUrl, sockets } = await answering(text || Buffer.alloc(0));
      const { response, durationMs } = await clientOf(baseUrl, { ...LIMITS, timeoutMs: 150 }).send(CALL);
      expect(response).toMatchObject({ kind: 'failure', code: 'TIMEOUT' });
      expect(durationMs).toBeLessThan(1_000);
      const [socket] = sockets;
      if (socket && !socket.destroyed) await once(socket, 'close');
    }
  });

  it('drops the connection of a body that is too large, and goes on with another', async () => {
    const { baseUrl, sockets } = await serving((socket, _chunk, connection) => {
      socket.write(
        connection === 1 ? `${OK}Content-Length: 999999\r\n\r\n${'x'.repeat(9_999)}` : `${OK}Content-Length: 0\r\n\r\n`,
      );
    });
    const client = clientOf(baseUrl);
    expect((await client.send(CALL)).response).toMatchObject({ code: 'BODY_TOO_LARGE' });
    expect((await client.send(CALL)).response).toMatchObject({ kind: 'answer', status: 200 });
    expect(sockets.size).toBe(2);
  });

  it('says so where nothing listens, and where the host is unknown', async () => {
    const { baseUrl, server } = await answering('');
    await new Promise((done) => server.close(done));
    expect((await clientOf(baseUrl).send(CALL)).response).toMatchObject({ code: 'ECONNREFUSED' });
    const unknown = await clientOf('http://no-such-host.invalid').send(CALL);
    expect(unknown.response).toMatchObject({ code: expect.stringMatching(/^(ENOTFOUND|EAI_AGAIN)$/) });
  });

  it('fails what is under way when it is closed', async () => {
    const { baseUrl } = await answering(Buffer.alloc(0));
    const client = createHttpClient(baseUrl, LIMITS);
    const pending = client.send(CALL);
    await new Promise((resume) => setTimeout(resume, 50));
    await client.close();
    expect((await pending).response).toMatchObject({ kind: 'failure', code: 'CLIENT_CLOSED' });
  });
});

describe('connections', () => {
  it('reuses one connection for requests in sequence, and opens more for those at once', async () => {
    const { baseUrl, sockets } = await serving((socket) => {
      setTimeout(() => socket.write(`${OK}Content-Length: 0\r\n\r\n`), 20);
    });
    const client = clientOf(baseUrl);
    for (let sent = 0; sent < 5; sent++) await client.send(CALL);
    expect(sockets.size).toBe(1);
    await Promise.all([client.send(CALL), client.send(CALL)]);
    expect(sockets.size).toBe(2);
  });

  it.each(['POST', 'GET'])('sends a %s once, also on a connection that dies under it', async (method) => {
    let requests = 0;
    const { baseUrl, received } = await serving((socket) => {
      requests++;
      if (requests === 2) socket.resetAndDestroy();
      else socket.write(`${OK}Content-Length: 0\r\n\r\n`);
    });
    const client = clientOf(baseUrl);
    const call: Call = { ...CALL, method, body: method === 'GET' ? null : CALL.body };
    expect((await client.send(call)).response.kind).toBe('answer');
    expect((await client.send(call)).response).toMatchObject({ kind: 'failure', code: 'ECONNRESET' });
    expect(received).toHaveLength(2);
    expect((await client.send(call)).response.kind).toBe('answer');
  });

  it('notices a connection that the server closed while it was idle', async () => {
    const { baseUrl, sockets } = await answering(`${OK}Content-Length: 0\r\n\r\n`);
    const client = clientOf(baseUrl);
    await client.send(CALL);
    for (const socket of sockets) socket.end();
    await new Promise((resume) => setTimeout(resume, 50));
    expect((await client.send(CALL)).response.kind).toBe('answer');
    expect(sockets.size).toBe(2);
  });
});
