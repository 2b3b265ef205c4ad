import type { LegacyMessage } from './legacy-message.ts';

/** How a legacy message is written. */
export type LegacyFormatName = 'NV' | 'JSON' | 'XML' | 'SOAP';

/** What a request says: the name of its root element where the format has one. */
export interface ReadRequest {
  readonly root: string | null;
  readonly message: LegacyMessage;
}

/** What an answer says. */
export interface WrittenAnswer {
  /** The root element, e.g. `CancelInvoiceResponse`; formats without one leave it out. */
  readonly root: string;
  readonly message: LegacyMessage;
  /** Whether it is an error: SOAP wraps one. */
  readonly isFault: boolean;
}

/** One way of writing legacy messages. */
export interface LegacyFormat {
  /** The Content-Type of answers. */
  readonly mediaType: string;
  /** What a request says; undefined where it is not of this format. Never throws. */
  read(text: string): ReadRequest | undefined;
  write(answer: WrittenAnswer): string;
  /** The HTTP status of an answer: none but SOAP shows an error in it. */
  statusOf(isFault: boolean): number;
}
