import { type Dispatcher, request } from 'undici';
import type { WireFormat } from '../schemas/wire/codec.ts';
import { codecFor } from '../schemas/wire/codecs.ts';
import type { Message } from '../schemas/wire/message.ts';
import type { LegacyMerchant } from '../targets/target.ts';

/** What came back from a legacy call. */
export interface LegacyReply {
  readonly status: number;
  readonly mediaType: string;
  readonly text: string;
  /** The root element where the format has one. */
  readonly root: string | null;
  readonly message: Message;
}

/** How a legacy call is written, and by whom it is made. */
export interface LegacyStyle {
  readonly merchant: LegacyMerchant;
  readonly formats?: readonly [request: WireFormat, response: WireFormat];
  /** In place of the headers that the formats ask for. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly dispatcher?: Dispatcher;
}

/** The headers that a merchant's credentials travel in. */
export const credentialHeaders = (merchant: LegacyMerchant): Record<string, string> => ({
  'X-PAYPAL-SECURITY-USERID': merchant.userId,
  'X-PAYPAL-SECURITY-PASSWORD': merchant.password,
  'X-PAYPAL-SECURITY-SIGNATURE': merchant.signature,
  'X-PAYPAL-APPLICATION-ID': merchant.applicationId,
});

/** The headers that ask for a format of the request and one of the response. */
export const formatHeaders = ([asked, answered]: readonly [WireFormat, WireFormat]): Record<string, string> =>
  asked === 'SOAP'
    ? { 'X-PAYPAL-MESSAGE-PROTOCOL': 'SOAP11' }
    : { 'X-PAYPAL-REQUEST-DATA-FORMAT': asked, 'X-PAYPAL-RESPONSE-DATA-FORMAT': answered };

/** The request that nothing is wrong with, for an invoice. */
export const aboutInvoice = (invoiceID: string, more: Message = {}): Message => ({
  requestEnvelope: { detailLevel: 'ReturnAll', errorLanguage: 'en_US' },
  invoiceID,
  ...more,
});

/** Makes a legacy call, of a text exactly as given or of a message in the format asked for. */
export async function legacyCall(
  baseUrl: string,
  operation: string,
  said: Message | string,
  { merchant, formats = ['JSON', 'JSON'], headers, dispatcher }: LegacyStyle,
): Promise<LegacyReply> {
  const codec = codecFor(formats[0]);
  const response = await request(`${baseUrl}/Invoice/${operation}`, {
    method: 'POST',
    headers: { ...credentialHeaders(merchant), ...(headers ?? formatHeaders(formats)) },
    body: typeof said === 'string' ? said : codec.encodeRequest(`${operation}Request`, said),
    ...(dispatcher && { dispatcher }),
  });
  const text = await response.body.text();
  const decoded = codecFor(formats[1]).decodeResponse(text);
  if ('undecodable' in decoded) throw new Error(`${decoded.undecodable}: ${text}`);
  return { status: response.statusCode, mediaType: String(response.headers['content-type']), text, ...decoded };
}
