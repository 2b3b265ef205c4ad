import { isUtf8 } from 'node:buffer';
import type { Failure, Header } from '../../schemas/exchange.ts';
import { headerOf } from '../../schemas/exchange.ts';
import { decoded } from '../content-encoding.ts';
import type { HarAnswer, HarContent, HarEntry, HarField, HarPosted } from './har.ts';
import type { Passed, PassedAnswer, PassedBody } from './passed.ts';

const fieldsOf = (headers: readonly Header[]): readonly HarField[] => headers.map(([name, value]) => ({ name, value }));

const mediaTypeOf = (headers: readonly Header[]): string => headerOf(headers, 'content-type') ?? '';

/** Bytes as text where they are UTF-8, else as base64. */
const textOf = (bytes: Buffer): { readonly text: string; readonly isBase64: boolean } =>
  isUtf8(bytes)
    ? { text: bytes.toString('utf8'), isBase64: false }
    : { text: bytes.toString('base64'), isBase64: true };

function postedOf({ bytes, size }: PassedBody, headers: readonly Header[]): HarPosted | undefined {
  if (size === 0) return undefined;
  const mimeType = mediaTypeOf(headers);
  if (bytes === undefined) return { mimeType, text: '', comment: `A body of ${size} bytes passed and was not copied.` };
  const { text, isBase64 } = textOf(bytes);
  return { mimeType, text, ...(isBase64 && { _encoding: 'base64' as const }) };
}

/** What a person and `judge` can read: decoded, whatever the coding it came in. */
async function contentOf({ headers, body }: PassedAnswer, maxBodyBytes: number): Promise<HarContent> {
  const mimeType = mediaTypeOf(headers);
  const { bytes, size } = body;
  if (bytes === undefined) return { size, mimeType, comment: `A body of ${size} bytes passed and was not copied.` };
  const plain = await decoded(bytes, headers, maxBodyBytes);
  if (!Buffer.isBuffer(plain)) return { size, mimeType, comment: plain.message };
  const { text, isBase64 } = textOf(plain);
  const compression = plain.length - bytes.length;
  return {
    size: plain.length,
    ...(compression !== 0 && { compression }),
    mimeType,
    text,
    ...(isBase64 && { encoding: 'base64' as const }),
  };
}

/** The form in which browsers record a request that was not answered. */
const noAnswer = ({ code, message }: Failure): HarAnswer => ({
  status: 0,
  statusText: '',
  httpVersion: '',
  cookies: [],
  headers: [],
  content: { size: 0, mimeType: '' },
  redirectURL: '',
  headersSize: -1,
  bodySize: -1,
  _error: `${code}: ${message}`,
});

async function answerOf(answer: PassedAnswer, maxBodyBytes: number): Promise<HarAnswer> {
  const { status, statusText, httpVersion, headers, body } = answer;
  return {
    status,
    statusText,
    httpVersion,
    cookies: [],
    headers: fieldsOf(headers),
    content: await contentOf(answer, maxBodyBytes),
    redirectURL: headerOf(headers, 'location') ?? '',
    headersSize: -1,
    bodySize: body.size,
    _followed: false,
  };
}

function queryOf(url: string): readonly HarField[] {
  const at = url.indexOf('?');
  return at < 0 ? [] : [...new URLSearchParams(url.slice(at))].map(([name, value]) => ({ name, value }));
}

/** What passed as an entry of HAR 1.2, secrets and all; of an answer that is packed at most `maxBodyBytes` are unpacked. */
export async function harEntryOf(
  { request, answer, startedAt, timings }: Passed,
  maxBodyBytes: number,
): Promise<HarEntry> {
  const { method, url, httpVersion, headers, body } = request;
  const postData = postedOf(body, headers);
  return {
    startedDateTime: startedAt,
    time: timings.send + timings.wait + timings.receive,
    request: {
      method,
      url,
      httpVersion,
      cookies: [],
      headers: fieldsOf(headers),
      queryString: queryOf(url),
      ...(postData && { postData }),
      headersSize: -1,
      bodySize: body.size,
    },
    response: answer.kind === 'failure' ? noAnswer(answer) : await answerOf(answer, maxBodyBytes),
    cache: {},
    timings,
  };
}
