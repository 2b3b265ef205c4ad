import { createReadStream, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { SuiteError } from '../../schemas/contract/suite-error.ts';

/** Bytes as they come. */
export type ByteSource = AsyncIterable<Buffer>;

/** Bytes read at once from a file. */
const CHUNK_BYTES = 1 << 18;

/** What is asked of whoever names something that cannot be read. */
export const NAME_ONE = 'Name a HAR, an NDJSON file of exchanges, or - for standard input.';

/** A recording that cannot be read. */
export const unreadable = (message: string, hint = NAME_ONE, cause?: unknown): SuiteError =>
  new SuiteError('TRAFFIC_UNREADABLE', message, { hint, ...(cause !== undefined && { cause }) });

/** Refuses a path that leads to no file, before anything is read. */
export function assertFile(path: string): void {
  if (path === '-') return;
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) throw unreadable(`There is nothing at ${path}`);
  if (stats.isDirectory()) throw unreadable(`${path} is a directory that holds no run`);
}

/** The bytes of a file, or of standard input. */
export const bytesOf = (path: string): Readable =>
  path === '-' ? process.stdin : createReadStream(path, { highWaterMark: CHUNK_BYTES });

/** The first bytes of a source, and all of it from the beginning. */
export interface Peeked {
  readonly head: Buffer;
  readonly all: ByteSource;
}

/** Looks at the first `bytes` bytes, or at as many as there are. */
export async function peek(source: ByteSource, bytes: number): Promise<Peeked> {
  const iterator = source[Symbol.asyncIterator]();
  const chunks: Buffer[] = [];
  for (let size = 0; size < bytes; ) {
    const next = await iterator.next();
    if (next.done === true) break;
    chunks.push(next.value);
    size += next.value.length;
  }
  const head = Buffer.concat(chunks);
  async function* all(): AsyncGenerator<Buffer> {
    yield head;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  }
  return { head, all: all() };
}

/** Unpacks gzip; the reader learns of what cannot be unpacked where it comes to it. */
export function unpacked(source: ByteSource): ByteSource {
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  pipeline(Readable.from(source), gunzip).catch(() => {});
  return gunzip;
}
