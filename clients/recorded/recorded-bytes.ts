import { isUtf8 } from 'node:buffer';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { type Failure, type Header, headerOf } from '../../schemas/exchange.ts';
import { tooLarge } from '../content-encoding.ts';
import { failure } from '../failure.ts';
import { DEFAULT_LIMITS } from '../http-client.ts';

const { maxBodyBytes } = DEFAULT_LIMITS;

const DECODERS: Readonly<Record<string, (bytes: Buffer, options: { maxOutputLength: number }) => Buffer>> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};

/** What base64 is written with, that for URLs as well, in however many lines. */
const BASE64 = /^[\w+/\s-]*[=\s]*$/;

/** Bytes that some recorders keep as they were sent; nearly all keep what a browser makes of them. */
function unpacked(bytes: Buffer, headers: readonly Header[]): Buffer | Failure {
  const coding = headerOf(headers, 'content-encoding')?.trim().toLowerCase() ?? '';
  const decode = Object.hasOwn(DECODERS, coding) ? DECODERS[coding] : undefined;
  if (decode === undefined || isUtf8(bytes)) return bytes;
  try {
    return decode(bytes, { maxOutputLength: maxBodyBytes });
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') return tooLarge(maxBodyBytes);
    return failure('UNDECODABLE_BODY', `The recorded body is neither text nor ${coding}.`);
  }
}

/** The bytes of a body that is recorded as base64, unpacked where they are not; what cannot be read so shows nothing of the answer. */
export function recordedBytes(text: string, headers: readonly Header[]): Buffer | Failure {
  if (!BASE64.test(text)) return failure('UNDECODABLE_BODY', 'The recorded body says it is base64, and is not.');
  return unpacked(Buffer.from(text, 'base64'), headers);
}
