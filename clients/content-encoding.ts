import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { type Failure, type Header, headerOf } from '../schemas/exchange.ts';
import { failure } from './failure.ts';

/** The codings of RFC 9110 §8.4.1 that Node can undo, each with a cap on what comes out. */
const DECODERS: Readonly<Record<string, (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>>> = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

/** The failure of a body that is larger than is read. */
export const tooLarge = (maxBodyBytes: number): Failure =>
  failure('BODY_TOO_LARGE', `The body of the answer is larger than ${maxBodyBytes} bytes; the rest was not read.`);

/** The bytes of a body as its `Content-Encoding` meant them, at most `maxBodyBytes`; none is asked for, yet a server may use one. */
export async function decoded(
  bytes: Buffer,
  headers: readonly Header[],
  maxBodyBytes: number,
): Promise<Buffer | Failure> {
  const coding = headerOf(headers, 'content-encoding')?.trim().toLowerCase() ?? '';
  if (bytes.length === 0 || coding === '' || coding === 'identity') return bytes;
  const decode = Object.hasOwn(DECODERS, coding) ? DECODERS[coding] : undefined;
  if (!decode) return failure('UNDECODABLE_BODY', `The body is in the encoding ${coding}, which was not asked for.`);
  try {
    return await decode(bytes, { maxOutputLength: maxBodyBytes });
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') return tooLarge(maxBodyBytes);
    return failure('UNDECODABLE_BODY', `The body says it is ${coding}, and cannot be decoded as such.`);
  }
}
