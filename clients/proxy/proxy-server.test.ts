import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { head, type RawConnection, type RawServer, rawConnection, rawServer } from '../../tests/raw-sockets.ts';
import type { Observer, Passed } from './passed.ts';
import { type RunningProxy, startProxy } from './proxy-server.ts';

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const DEAF: Observer = { interestIn: () => undefined, seen: () => Promise.resolve('') };

/** Wants everything, and keeps what it is told. */
function listener(isHeld = false, maxBodyBytes = 1000) {
  const seen: Passed[] = [];
  const observer: Observer = {
    interestIn: () => ({ maxBodyBytes, isHeld }),
    seen: (passed) => Promise.resolve(`seen ${seen.push(passed)}`),
  };
  return { seen, observer };
}

interface Between {
  readonly server: RawServer;
  readonly proxy: RunningProxy;
  readonly port: number;
  readonly client: RawConnection;
}

async function connected(port: number): Promise<RawConnection> {
  const client = await rawConnection(port);
  closing.unshift(() => void client.socket.destroy());
  return client;
}

/** A client connected to a proxy before an upstream that answers each head with `answer`. */
async function between(
  answer?: Buffer | string,
  { observer = DEAF, timeoutMs = 5000 }: { observer?: Observer; timeoutMs?: number } = {},
): Promise<Between> {
  const server = await rawServer(answer);
  const proxy = await startProxy({ upstream: server.origin, port: 0, timeoutMs, observer });
  closing.push(
    () => proxy.close(0),
    () => server.close(),
  );
  const port = Number(new URL(proxy.origin).port);
  return { server, proxy, port, client: await connected(port) };
}

const EMPTY = head('HTTP/1.1 200 OK', 'Content-Length: 0');
const GET = head('GET / HTTP/1.1', 'Host: a');
/** Every byte there is, line ends and what looks like a head among them. */
const BYTES = Buffer.concat([
  Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)),
  Buffer.from('\r\n\r\n0\r\n'),
]);
const ALL = BYTES.toString('latin1');
/** Fields that the proxy's own connections have. */
const withoutHops = (text: string): string => text.replaceAll(/(?:Connection|Keep-Alive): .*\r\n/g, '');

describe('what a client sends', () => {
  test('arrives as it was: path, order, letters, duplicates and bytes; Host is the upstream’s in its old place', async () => {
    const { server, client } = await between(EMPTY);
    const path = '/v2/%2e%2E//a+b?x=%20&x=|"{';
    const fields = [
      'x-LOWER-Upper: 1',
      'X-Twice: b',
      'Accept: */*',
      'x-twice: a',
      'X-Latin: caf\u00e9\tand',
      'X-Empty: ',
    ];
    const lines = (host: string) => [
      `POST ${path} HTTP/1.1`,
      ...fields,
      `hOST: ${host}`,
      `Content-Length: ${BYTES.length}`,
    ];
    client.socket.write(Buffer.from(head(...lines('proxy.test:1')) + ALL, 'latin1'));
    await client.until('\r\n\r\n');
    const { host } = new URL(server.origin);
    const [arrived] = server.connections;
    expect(withoutHops(arrived?.received() ?? '')).toBe(head(...lines(host)) + ALL);
  });

  test('arrives without what was for the proxy alone', async () => {
    const { server, client } = await between(EMPTY);
    const hops = [
      'Connection: keep-alive, X-Hop',
      'X-Hop: 1',
      'Keep-Alive: timeout=9',
      'TE: trailers',
      'Upgrade: websocket',
    ];
    client.socket.write(head('GET /a HTTP/1.1', 'Host: a', ...hops, 'X-End: 2'));
    await client.until('\r\n\r\n');
    const { host } = new URL(server.origin);
    expect(server.connections[0]?.received()).toBe(
      head('GET /a HTTP/1.1', `Host: ${host}`, 'X-End: 2', 'Connection: keep-alive'),
    );
  });

  test('in chunks arrives in chunks, with its trailers, each as it comes', async () => {
    const { server, client } = await between();
    client.socket.write(head('PUT / HTTP/1.1', 'Host: a', 'transfer-encoding: chunked', 'Trailer: X-Sum'));
    const upstream = await server.connection(0);
    await upstream.until('transfer-encoding: chunked\r\nTrailer: X-Sum\r\n');
    client.socket.write('3\r\none\r\n');
    await upstream.until('3\r\none\r\n');
    client.socket.write('0\r\nX-Sum: 7\r\n\r\n');
    expect(await upstream.until(/0\r\n.*\r\n\r\n$/)).toMatch(/0\r\nX-Sum: 7\r\n\r\n$/);
    upstream.socket.write(EMPTY);
    await client.until('200 OK');
  });

  test('without a body and a length is said to have none', async () => {
    const { server, client } = await between(EMPTY);
    client.socket.write(head('POST / HTTP/1.1', 'Host: a'));
    await client.until('\r\n\r\n');
    expect(server.connections[0]?.received()).toMatch(/Content-Length: 0\r\n/);
    expect(server.connections[0]?.received()).not.toMatch(/chunked/);
  });

  test('after an Expect waits for the upstream’s word, not for the proxy’s', async () => {
    const { server, client } = await between();
    client.socket.write(head('POST / HTTP/1.1', 'Host: a', 'Expect: 100-continue', 'Content-Length: 4'));
    const upstream = await server.connection(0);
    await upstream.until(/Expect: 100-continue\r\n[\s\S]*\r\n\r\n/);
    await pause(20);
    expect(client.received()).toBe('');
    upstream.socket.write('HTTP/1.1 100 Continue\r\n\r\n');
    await client.until('HTTP/1.1 100 Continue\r\n\r\n');
    client.socket.write('body');
    await upstream.until(/body$/);
    upstream.socket.write(head('HTTP/1.1 417 Expectation Failed', 'Content-Length: 0'));
    await client.until('417 Expectation Failed');
  });

  test('for another host is not sent to the upstream', async () => {
    const { server, client } = await between(EMPTY);
    client.socket.write(head('GET http://elsewhere.test/ HTTP/1.1', 'Host: elsewhere.test'));
    expect(await client.until('base URL')).toMatch(
      /^HTTP\/1.1 421 [\s\S]*Cancel-Conformance: own-answer; code=NOT_A_FORWARD_PROXY/,
    );
    expect(server.connections).toEqual([]);
  });

  test.each([
    [
      'a letter that is not ASCII in its path',
      head('GET /\u00e4 HTTP/1.1', 'Host: a'),
      /^HTTP\/1.1 400 .*code=MALFORMED_REQUEST/s,
    ],
    ['two lengths', head('POST / HTTP/1.1', 'Host: a', 'Content-Length: 1', 'Content-Length: 2'), /^HTTP\/1.1 400 /],
    ['more fields than are read', head('GET / HTTP/1.1', 'Host: a', `X: ${'x'.repeat(70_000)}`), /^HTTP\/1.1 431 /],
  ])('with %s is refused by the proxy itself, which says so', async (_, request, refused) => {
    const { server, client } = await between(EMPTY);
    client.socket.write(request, 'latin1');
    const received = await client.until('}\n');
    expect(received).toMatch(refused);
    expect(received).toContain('Cancel-Conformance: own-answer');
    expect(server.connections).toEqual([]);
  });

  test('and ends in nonsense does not disturb the answer that is under way', async () => {
    const { server, client } = await between();
    client.socket.write(`${head('POST / HTTP/1.1', 'Host: a', 'Transfer-Encoding: chunked')}1\r\na\r\n`);
    const upstream = await server.connection(0);
    await upstream.until('1\r\na\r\n');
    upstream.socket.write(`${head('HTTP/1.1 200 OK', 'Content-Length: 9')}some`);
    await client.until('some');
    client.socket.write('nonsense\r\n');
    await client.ended;
    expect(client.received()).toMatch(/some$/);
    await upstream.ended;
  });
});

describe('what the upstream answers', () => {
  test('arrives as it was: status line, order, letters, duplicates and bytes', async () => {
    const lines = [
      'HTTP/1.1 299 Odd Thing',
      'set-cookie: a=1',
      'X-B: \u00e9',
      'Set-Cookie: b=2',
      'x-a:',
      `CONTENT-length: ${BYTES.length}`,
    ];
    const { client } = await between(Buffer.from(head(...lines) + ALL, 'latin1'));
    client.socket.write(GET);
    const received = await client.until(ALL);
    expect(withoutHops(received)).toBe(head(...lines).replace('x-a:', 'x-a: ') + ALL);
  });

  test('arrives while it comes, in chunks and with trailers', async () => {
    const { server, client } = await between();
    client.socket.write(GET);
    const upstream = await server.connection(0);
    await upstream.until('\r\n\r\n');
    upstream.socket.write(head('HTTP/1.1 200 OK', 'Transfer-Encoding: chunked', 'Trailer: X-Sum'));
    await client.until('\r\n\r\n');
    upstream.socket.write('3\r\none\r\n');
    await client.until('3\r\none\r\n');
    upstream.socket.write('0\r\nX-Sum: 7\r\n\r\n');
    expect(await client.until(/\r\n0\r\n/)).toMatch(/0\r\nX-Sum: 7\r\n\r\n$/);
  });

  test('without a length ends where the upstream ends it, for clients old and new', async () => {
    const { server, client, port } = await between();
    client.socket.write(GET);
    const first = await server.connection(0);
    await first.until('\r\n\r\n');
    first.socket.end(`${head('HTTP/1.0 200 OK', 'X: 1')}all`);
    expect(await client.until(/0\r\n\r\n$/)).toMatch(/X: 1\r\n[\s\S]*3\r\nall\r\n0\r\n\r\n$/);
    const old = await connected(port);
    old.socket.write(head('GET / HTTP/1.0', 'Host: a'));
    const second = await server.connection(1);
    await second.until('\r\n\r\n');
    second.socket.write(`${head('HTTP/1.1 200 OK', 'Transfer-Encoding: chunked')}3\r\nall\r\n0\r\n\r\n`);
    await old.ended;
    expect(old.received()).toMatch(/\r\n\r\nall$/);
    expect(old.received()).not.toMatch(/chunked/i);
  });

  test('has no body where there is none, whatever it announces; the connections go on', async () => {
    for (const [line, method, field] of [
      ['200 OK', 'HEAD', 'Content-Length: 500'],
      ['204 No Content', 'POST', 'Content-Length: 24'],
      ['304 Not Modified', 'GET', 'Content-Length: 500'],
      ['200 OK', 'HEAD', 'Transfer-Encoding: chunked'],
    ] as const) {
      const { server, client } = await between(head(`HTTP/1.1 ${line}`, field));
      const request = head(`${method} / HTTP/1.1`, 'Host: a', 'Content-Length: 0');
      client.socket.write(request);
      await client.until(/\r\n\r\n/);
      client.socket.write(request);
      const received = await client.until(/\r\n\r\n[\s\S]*\r\n\r\n/);
      expect(withoutHops(received), line).toBe(head(`HTTP/1.1 ${line}`, field).repeat(2));
      expect(server.connections, line).toHaveLength(1);
    }
  });

  test('is whole where it has no body, although bytes come behind it', async () => {
    const answer = head('HTTP/1.1 204 No Content', 'Content-Length: 2');
    const { client } = await between(`${answer}{}`);
    for (const count of [1, 2]) {
      client.socket.write(GET);
      const received = await client.until(new RegExp(`^(?:HTTP/1.1 204[\\s\\S]*?\r\n\r\n){${count}}`));
      expect(withoutHops(received)).toBe(answer.repeat(count));
    }
  });

  test('is passed on where it is a redirect, and nobody follows', async () => {
    const { server, client } = await between(head('HTTP/1.1 307 Go', 'Location: /b', 'Content-Length: 0'));
    client.socket.write(GET);
    await client.until('Location: /b');
    await pause(20);
    expect(server.connections[0]?.received().match(/GET/g)).toHaveLength(1);
  });

  test('comes over the same two connections, request after request', async () => {
    const { server, client } = await between(EMPTY);
    for (let count = 1; count <= 20; count++) {
      client.socket.write(GET);
      await client.until(new RegExp(`^(?:HTTP/1.1 200 OK\r\n(?:\\S.*\r\n)+\r\n){${count}}$`));
    }
    expect(server.connections).toHaveLength(1);
  });

  test('before the whole request was sent arrives, and the client’s connection goes on', async () => {
    const { server, client } = await between(head('HTTP/1.1 413 Too Large', 'Content-Length: 0'));
    client.socket.write(`${head('POST / HTTP/1.1', 'Host: a', 'Content-Length: 10')}begin`);
    await client.until('413 Too Large');
    client.socket.write(`_rest${GET}`);
    await client.until(/413[\s\S]*413/);
    expect(server.connections[1]?.received()).toMatch(/^GET \/ /);
  });
});

describe('bytes that nobody takes', () => {
  const POURED = 64 * 1024 * 1024;
  const CHUNK = Buffer.alloc(65_536);

  /** Writes until the whole is written or nothing goes on; how much was written. */
  async function pour({ socket }: RawConnection): Promise<number> {
    let written = 0;
    while (written < POURED) {
      const isTaken = socket.write(CHUNK);
      written += CHUNK.length;
      if (isTaken) continue;
      const isGoingOn = await Promise.race([
        new Promise<true>((resolve) => socket.once('drain', () => resolve(true))),
        pause(150).then(() => false),
      ]);
      if (!isGoingOn) return written;
    }
    return written;
  }

  test('stop who sends them, in either direction: nothing is gathered in between', async () => {
    const { server, client, port } = await between();
    client.socket.write(head('POST / HTTP/1.1', 'Host: a', `Content-Length: ${POURED}`));
    const up = await server.connection(0);
    await up.until('\r\n\r\n');
    up.socket.pause();
    expect(await pour(client)).toBeLessThan(POURED / 2);
    const down = await connected(port);
    down.socket.write(GET);
    const source = await server.connection(1);
    await source.until('\r\n\r\n');
    down.socket.pause();
    source.socket.write(head('HTTP/1.1 200 OK', `Content-Length: ${POURED}`));
    expect(await pour(source)).toBeLessThan(POURED / 2);
  });
});

describe('what goes wrong', () => {
  test.each([
    ['before the answer', ''],
    ['within the answer', `${head('HTTP/1.1 200 OK', 'Content-Length: 9')}some`],
  ])('a client that goes away %s takes the upstream’s connection along', async (_, begun) => {
    const { seen, observer } = listener();
    const { server, client } = await between(undefined, { observer });
    client.socket.write(GET);
    const upstream = await server.connection(0);
    await upstream.until('\r\n\r\n');
    if (begun) {
      upstream.socket.write(begun);
      await client.until('some');
    }
    client.socket.destroy();
    await upstream.ended;
    expect(seen.map(({ answer }) => answer)).toMatchObject([{ kind: 'failure', code: 'CLIENT_GONE' }]);
  });

  test.each([
    ['ends', (upstream: RawConnection) => upstream.socket.end()],
    ['resets', (upstream: RawConnection) => upstream.socket.resetAndDestroy()],
  ])('an upstream that %s its answer half-way breaks it off for the client', async (_, breakOff) => {
    const { seen, observer } = listener();
    const { server, client } = await between(undefined, { observer });
    client.socket.write(GET);
    const upstream = await server.connection(0);
    await upstream.until('\r\n\r\n');
    upstream.socket.write(`${head('HTTP/1.1 200 OK', 'Content-Length: 9')}some`);
    await client.until('some');
    breakOff(upstream);
    await client.ended;
    expect(client.received()).toMatch(/some$/);
    expect(seen.map(({ answer }) => answer)).toMatchObject([{ kind: 'failure', code: 'INCOMPLETE_BODY' }]);
  });

  test.each([
    ['ends', 'ECONNRESET', (upstream: RawConnection) => void upstream.socket.end()],
    ['resets', 'ECONNRESET', (upstream: RawConnection) => void upstream.socket.resetAndDestroy()],
    [
      'has a status that is none',
      'NOT_HTTP',
      (upstream: RawConnection) => void upstream.socket.write(head('HTTP/1.1 099 X', 'Content-Length: 0')),
    ],
    [
      'has a reason that cannot be written',
      'NOT_HTTP',
      (upstream: RawConnection) => void upstream.socket.write(head('HTTP/1.1 200 \u0007', 'Content-Length: 0')),
    ],
    [
      'switches protocols unasked',
      'NOT_HTTP',
      (upstream: RawConnection) => void upstream.socket.write(head('HTTP/1.1 101 X')),
    ],
    [
      'speaks another language',
      'NOT_HTTP',
      (upstream: RawConnection) => void upstream.socket.write('220 smtp.test\r\n'),
    ],
  ])('an upstream that %s instead of answering is a 502 of the proxy’s own', async (_, code, act) => {
    const { seen, observer } = listener();
    const { server, client } = await between(undefined, { observer });
    client.socket.write(GET);
    const upstream = await server.connection(0);
    await upstream.until('\r\n\r\n');
    act(upstream);
    const received = await client.until('}\n');
    expect(received).toMatch(
      new RegExp(`^HTTP/1.1 502 Bad Gateway\r\n[\\s\\S]*Cancel-Conformance: own-answer; code=${code}\r\n`),
    );
    expect(JSON.parse(received.split('\r\n\r\n')[1] ?? '')).toMatchObject({ proxy: 'cancel-conformance', code });
    expect(seen.map(({ answer }) => answer)).toMatchObject([{ kind: 'failure', code }]);
  });

  test('an upstream that is down is a 502 of the proxy’s own', async () => {
    const { server, client } = await between();
    await server.close();
    client.socket.write(GET);
    expect(await client.until('}\n')).toMatch(/^HTTP\/1.1 502 [\s\S]*ECONNREFUSED[\s\S]*"Nothing listens at http:/);
  });

  test('an upstream that hangs is a 504 of the proxy’s own, on a used connection too', async () => {
    const { server, client } = await between(undefined, { timeoutMs: 100 });
    client.socket.write(GET);
    const upstream = await server.connection(0);
    await upstream.until('\r\n\r\n');
    upstream.socket.write(EMPTY);
    await client.until('200 OK');
    client.socket.write(GET);
    expect(await client.until('}\n')).toMatch(
      /HTTP\/1.1 504 Gateway Timeout\r\n[\s\S]*code=TIMEOUT[\s\S]*Nothing came/,
    );
    expect(server.connections).toHaveLength(1);
    await upstream.ended;
  });

  test('a client that takes its time is not taken for an upstream that hangs', async () => {
    const { server, client } = await between(undefined, { timeoutMs: 60 });
    client.socket.write(head('POST / HTTP/1.1', 'Host: a', 'Content-Length: 4'));
    await pause(200);
    client.socket.write('body');
    const upstream = await server.connection(0);
    await upstream.until(/body$/);
    upstream.socket.write(EMPTY);
    expect(await client.until('\r\n\r\n')).toMatch(/^HTTP\/1.1 200/);
  });
});

describe('an observer', () => {
  const ANSWER = `${head('HTTP/1.1 200 OK', 'x-A: 1', 'Content-Length: 6')}answer`;

  test('is told what passed, with copies of the bodies', async () => {
    const { seen, observer } = listener();
    const { server, client } = await between(ANSWER, { observer });
    client.socket.write(`${head('POST /a?b HTTP/1.1', 'Host: a', 'Content-Length: 3')}ask`);
    const received = await client.until('answer');
    expect(received).not.toContain('Cancel-Conformance');
    expect(seen).toMatchObject([
      {
        request: { method: 'POST', url: `${server.origin}/a?b`, body: { bytes: Buffer.from('ask'), size: 3 } },
        answer: {
          status: 200,
          statusText: 'OK',
          headers: [
            ['x-A', '1'],
            ['Content-Length', '6'],
          ],
          body: { bytes: Buffer.from('answer') },
        },
      },
    ]);
  });

  test('that holds an answer has its word in a header behind the others', async () => {
    const { seen, observer } = listener(true);
    const { client } = await between(ANSWER, { observer });
    client.socket.write(GET);
    const received = await client.until('answer');
    expect(withoutHops(received)).toBe(ANSWER.replace('6\r\n', '6\r\nCancel-Conformance: seen 1\r\n'));
    expect(seen).toHaveLength(1);
  });

  test('cannot hold or copy what is too large: it passes as it comes', async () => {
    const { seen, observer } = listener(true, 5);
    const { client } = await between(ANSWER, { observer });
    client.socket.write(GET);
    expect(await client.until('answer')).toContain('Cancel-Conformance: inconclusive; reason=BODY_TOO_LARGE\r\n');
    expect(seen).toMatchObject([{ answer: { status: 200, body: { bytes: undefined, size: 6 } } }]);
  });
});

test('a proxy that closes lets an answer come to its end, and no more than one', async () => {
  const { server, client, proxy } = await between();
  client.socket.write(GET);
  const upstream = await server.connection(0);
  await upstream.until('\r\n\r\n');
  const closed = proxy.close(5000);
  await expect(connected(Number(new URL(proxy.origin).port))).rejects.toThrow(/ECONNREFUSED/);
  upstream.socket.write(EMPTY);
  await client.until('200 OK');
  await closed;
  await client.ended;
});

test('a port that is taken is said to be', async () => {
  const { port, server } = await between();
  const options = { upstream: server.origin, port, timeoutMs: 100, observer: DEAF };
  await expect(startProxy(options)).rejects.toMatchObject({ code: 'PORT_IN_USE' });
});
