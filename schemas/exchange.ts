/** A header as it stood on the wire: name in its own letters, value as text. Duplicates stay apart. */
export type Header = readonly [name: string, value: string];

/** A request as sent. Credentials are added after it is recorded: `credential` names whose, never what. */
export interface RecordedRequest {
  readonly method: string;
  /** Origin and path, e.g. `http://127.0.0.1:4010/v2/invoicing/invoices/INV2-…/cancel`. */
  readonly url: string;
  /** The raw path with its escaping. */
  readonly path: string;
  readonly headers: readonly Header[];
  readonly body: string | null;
  readonly credential: string;
}

/** A whole answer. `body` is its text; `validUtf8` is false where bytes had to be replaced to make it text. */
export interface Answer {
  readonly kind: 'answer';
  readonly status: number;
  readonly headers: readonly Header[];
  readonly body: string;
  readonly bodyBytes: number;
  readonly validUtf8: boolean;
}

/** No whole answer came: nothing is known of the contract. `code` is e.g. `ECONNREFUSED`, `TIMEOUT`, `BODY_TOO_LARGE`. */
export interface Failure {
  readonly kind: 'failure';
  readonly code: string;
  readonly message: string;
}

/** A request and what became of it: the only evidence. */
export interface Exchange {
  /** The operationId called: the one under test, or one of the preamble's. */
  readonly operation: string;
  readonly request: RecordedRequest;
  readonly response: Answer | Failure;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** Wall time to the last byte, in milliseconds. */
  readonly durationMs: number;
}

/** An exchange that was answered whole: what checks judge. */
export type AnsweredExchange = Exchange & { readonly response: Answer };

/** Whether the exchange was answered whole. */
export const isAnswered = (exchange: Exchange): exchange is AnsweredExchange => exchange.response.kind === 'answer';

/** The first value of a header, by case-insensitive name. */
export function headerOf(headers: readonly Header[], name: string): string | undefined {
  const wanted = name.toLowerCase();
  return headers.find(([candidate]) => candidate.toLowerCase() === wanted)?.[1];
}
