import type { AnsweredExchange, Header, RecordedRequest } from '../../exchange.ts';
import { headerOf } from '../../exchange.ts';
import type { Decoded, WireFormat } from '../../wire/codec.ts';
import { codecFor } from '../../wire/codecs.ts';
import { memberOf } from '../answer-body.ts';

/** The headers in which a caller says what it sends and what it wants back; SOAP has one for both. */
export const REQUEST_FORMAT = 'X-PAYPAL-REQUEST-DATA-FORMAT';
export const RESPONSE_FORMAT = 'X-PAYPAL-RESPONSE-DATA-FORMAT';
export const MESSAGE_PROTOCOL = 'X-PAYPAL-MESSAGE-PROTOCOL';

const FORMATS: readonly WireFormat[] = ['NV', 'JSON', 'XML'];

/** The format that a header names; undefined where it names none that is documented. */
function formatIn(headers: readonly Header[], name: string): WireFormat | undefined {
  if (headerOf(headers, MESSAGE_PROTOCOL)?.toUpperCase() === 'SOAP11') return 'SOAP';
  const value = headerOf(headers, name);
  return FORMATS.find((format) => format === value);
}

const ENVELOPE = /^\s*(?:<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*)*<(?:[\w.-]+:)?Envelope[\s>/]/;

/** What a body looks like by its first characters. */
export function looksLike(text: string): WireFormat {
  const [first] = text.trimStart();
  if (first === '{' || first === '[') return 'JSON';
  if (first !== '<') return 'NV';
  return ENVELOPE.test(text) ? 'SOAP' : 'XML';
}

/** The format that the caller asked the answer to have; undefined where it asked for none that is documented. */
export const askedFormat = ({ headers }: RecordedRequest): WireFormat | undefined => formatIn(headers, RESPONSE_FORMAT);

/** The request in normal form. */
export function decodedRequest({ headers, body }: RecordedRequest): Decoded {
  const text = body ?? '';
  return codecFor(formatIn(headers, REQUEST_FORMAT) ?? looksLike(text)).decodeRequest(text);
}

/** An answer as it was read: in which format, and what came of it. */
export interface DecodedAnswer {
  readonly asked: WireFormat | undefined;
  /** The format that it was read in: the one that was asked for, or the one that it turned out to have. */
  readonly format: WireFormat;
  readonly decoded: Decoded;
}

/** The answer in normal form: read as the caller asked for it, or else, where that cannot be, as what it looks like. */
export function decodedAnswer({ request, response: { body } }: AnsweredExchange): DecodedAnswer {
  const asked = askedFormat(request);
  const looks = looksLike(body);
  const own: DecodedAnswer = { asked, format: looks, decoded: codecFor(looks).decodeResponse(body) };
  if (asked === undefined || looks === 'SOAP') return own;
  if (!('undecodable' in own.decoded) && Object.hasOwn(own.decoded.message, 'responseEnvelope')) return own;
  return { asked, format: asked, decoded: codecFor(asked).decodeResponse(body) };
}

/** The correlationId of a legacy answer, which support needs to find it; undefined where it has none, or is none. */
export function correlationIdOf(exchange: AnsweredExchange): string | undefined {
  if (askedFormat(exchange.request) === undefined) return undefined;
  const { decoded } = decodedAnswer(exchange);
  const envelope = 'message' in decoded ? memberOf(decoded.message, 'responseEnvelope') : undefined;
  const id = memberOf(envelope, 'correlationId');
  return typeof id === 'string' ? id : undefined;
}
