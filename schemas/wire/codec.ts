import type { Message } from './message.ts';

/** How a legacy message is written: the values of the DATA-FORMAT headers, and SOAP 1.1. */
export type WireFormat = 'NV' | 'JSON' | 'XML' | 'SOAP';

/** Why something cannot be read, in a sentence. */
export interface Undecodable {
  readonly undecodable: string;
}

/**
 * A message read: `root` is the local name of its element, inside any SOAP Body or Fault detail, and null for NV and
 * JSON, which have none.
 */
export type Decoded = { readonly root: string | null; readonly message: Message } | Undecodable;

/** One wire format. The suite's own: targets write and read theirs without it, or both would be wrong together. */
export interface Codec {
  readonly format: WireFormat;
  /** Content-Type of requests as sent. */
  readonly mediaType: string;
  /** Throws a USAGE error for a message that the format cannot carry whole. */
  encodeRequest(root: string, message: Message): string;
  /** Never throws for what a client sent. */
  decodeRequest(text: string): Decoded;
  /** Never throws for what a server said. */
  decodeResponse(text: string): Decoded;
}
