import { gzipSync } from 'node:zlib';
import type { FindingKind } from '../../schemas/finding.ts';
import type { GatewayAnswer, Raw } from './gateway.ts';

/** What a network or a server can do to one answer, and what a scenario must make of it. */
export interface RawFault {
  readonly name: string;
  readonly raw: Raw;
  /** Of a cancel of a draft: nothing is known of it, it is judged as it stands, or it departs by these kinds. */
  readonly means: 'inconclusive' | 'pass' | readonly FindingKind[];
  /** What the record says of it where nothing is known. */
  readonly says?: RegExp;
}

const JSON_TYPE = 'content-type: application/json';

const head = (status: number, ...headers: readonly string[]): string =>
  [`HTTP/1.1 ${status} X`, ...headers, '', ''].join('\r\n');

const sized = (body: Buffer | string): string => `content-length: ${Buffer.byteLength(body)}`;

/** The answer as it was, with other headers. */
const honest = ({ status, body }: GatewayAnswer, ...headers: readonly string[]): Buffer =>
  Buffer.concat([Buffer.from(head(status, JSON_TYPE, sized(body), ...headers)), body]);

const ended =
  (status: number, body: Buffer | string, ...headers: readonly string[]): Raw =>
  (socket) =>
    void socket.end(Buffer.concat([Buffer.from(head(status, sized(body), ...headers)), Buffer.from(body)]));

const A_GIB = 2 ** 30;
const CHUNK = Buffer.alloc(65_536, 32);

/** Writes until the caller goes away. */
const pour: Raw = (socket) => {
  socket.on('error', () => {});
  socket.write(head(200, JSON_TYPE, `content-length: ${A_GIB}`));
  const more = (): void => {
    while (!socket.destroyed && socket.write(CHUNK));
  };
  socket.on('drain', more);
  more();
};

/** One byte at a time, each well within any time-out of its own. */
const trickle: Raw = (socket, answer) => {
  socket.on('error', () => {});
  const bytes = honest(answer);
  let at = 0;
  const timer = setInterval(() => {
    if (socket.destroyed || at >= bytes.length) return clearInterval(timer);
    socket.write(bytes.subarray(at, at + 1));
    at += 1;
  }, 20);
};

/** 64 MiB of nothing, in 64 kB. */
const BOMB = gzipSync(Buffer.alloc(2 ** 26));

const cut = (body: Buffer): Buffer => body.subarray(0, body.length - 20);

const HTML = '<html><body><h1>502 Bad Gateway</h1></body></html>';

/** Everything that can happen to an answer on its way, over real sockets. */
export const RAW_FAULTS: readonly RawFault[] = [
  {
    name: 'a reset before the answer',
    raw: (socket) => void socket.resetAndDestroy(),
    means: 'inconclusive',
    says: /ECONNRESET/,
  },
  {
    name: 'a reset in the middle of the body',
    raw: (socket, answer) => {
      socket.write(cut(honest(answer)));
      setTimeout(() => socket.resetAndDestroy(), 10);
    },
    means: 'inconclusive',
    says: /INCOMPLETE_BODY|ECONNRESET/,
  },
  { name: 'silence before the headers', raw: () => {}, means: 'inconclusive', says: /TIMEOUT/ },
  {
    name: 'silence in the middle of the body',
    raw: (socket, answer) => void socket.write(cut(honest(answer))),
    means: 'inconclusive',
    says: /TIMEOUT/,
  },
  { name: 'a slow trickle', raw: trickle, means: 'inconclusive', says: /TIMEOUT/ },
  { name: 'a body of 1 GiB', raw: pour, means: 'inconclusive', says: /BODY_TOO_LARGE/ },
  {
    name: 'a gzip bomb',
    raw: ended(422, BOMB, JSON_TYPE, 'content-encoding: gzip'),
    means: 'inconclusive',
    says: /BODY_TOO_LARGE/,
  },
  {
    name: 'JSON that breaks off',
    raw: (socket, { status, body }) => ended(status, cut(body), JSON_TYPE)(socket, { status, headers: {}, body }),
    means: ['malformed-json'],
  },
  {
    name: 'bytes that are not UTF-8',
    raw: (socket, { status, body }) => {
      const broken = Buffer.from(body.toString().replace('"value":"INV2', '"value":"INV\u00ff'), 'latin1');
      ended(status, broken, JSON_TYPE)(socket, { status, headers: {}, body });
    },
    means: ['invalid-utf8'],
  },
  {
    name: 'an HTML page of a 502',
    raw: ended(502, HTML, 'content-type: text/html'),
    means: 'inconclusive',
    says: /answered 502.*outage/,
  },
  {
    name: 'a redirect to itself',
    raw: ended(302, '', 'location: /v2/invoicing/invoices/x/cancel'),
    means: ['wrong-status', 'malformed-json'],
  },
  {
    name: 'a redirect to another host',
    raw: ended(307, '', 'location: http://elsewhere.invalid/steal'),
    means: ['wrong-status', 'malformed-json'],
  },
  {
    name: 'a hundred headers of one name',
    raw: (socket, answer) =>
      void socket.end(honest(answer, 'connection: close', ...Array.from({ length: 100 }, (_, at) => `x-again: ${at}`))),
    means: 'pass',
  },
  {
    name: 'a header of 1 MiB',
    raw: (socket, answer) => {
      socket.on('error', () => {});
      socket.write(honest(answer, `x-long: ${'x'.repeat(2 ** 20)}`));
    },
    means: 'inconclusive',
    says: /HEADERS_TOO_LARGE/,
  },
  {
    name: 'a Content-Length that is too long',
    raw: (socket, { status, body }) =>
      void socket.end(`${head(status, JSON_TYPE, `content-length: ${body.length + 9}`)}${body}`),
    means: 'inconclusive',
    says: /INCOMPLETE_BODY/,
  },
  {
    name: 'a Content-Length that is too short',
    raw: (socket, { status, body }) =>
      void socket.end(`${head(status, JSON_TYPE, `content-length: ${body.length - 9}`)}${body}`),
    means: ['malformed-json'],
  },
  {
    name: 'HTTP/1.0 that ends its body by closing',
    raw: (socket, { status, body }) => void socket.end(`HTTP/1.0 ${status} X\r\n${JSON_TYPE}\r\n\r\n${body}`),
    means: 'pass',
  },
  {
    name: 'something that is not HTTP',
    raw: (socket) => void socket.end('220 ready\r\n'),
    means: 'inconclusive',
    says: /NOT_HTTP/,
  },
];
