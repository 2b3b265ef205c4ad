/** One cancel that a client under test is asked to make. */
export interface ClientCall {
  /** Origin without a trailing slash. */
  readonly baseUrl: string;
  readonly accessToken: string;
  /** As a caller has it: not escaped. */
  readonly invoiceId: string;
  readonly notification: Readonly<Record<string, unknown>>;
  /** How long the client should wait for a whole answer, where it can be told; in milliseconds. */
  readonly timeoutMs: number;
}

/** What kind of failure a caller sees, told without reading free text. What each means stands in `client-protocol.schema.json`. */
export type FailureKind =
  | 'refused'
  | 'unauthorized'
  | 'rate-limited'
  | 'failed'
  | 'unreadable'
  | 'network'
  | 'timeout'
  | 'not-sent';

/** A cancel that did not come about, or of which nothing is known. What the service did not send is left out. */
export interface ClientFailure {
  readonly ok: false;
  readonly kind: FailureKind;
  /** For a person; nothing is read out of it. */
  readonly message: string;
  readonly status?: number;
  readonly name?: string;
  /** In the order of the service's `details`. */
  readonly issues?: readonly { readonly issue: string; readonly field?: string }[];
  readonly debugId?: string;
  /** Seconds. */
  readonly retryAfter?: number;
}

/** What a caller sees of a cancel, in one form for every client. */
export type ClientOutcome = { readonly ok: true } | ClientFailure;

/** How a call of a client under test ended. Everything but `outcome` is the client's fault. */
export type CallEnd =
  | { readonly kind: 'outcome'; readonly outcome: ClientOutcome }
  /** It threw, or its process ended (`gone`), in place of an outcome. */
  | { readonly kind: 'crashed'; readonly how: string; readonly gone: boolean }
  /** No answer came within the time that the suite waits. */
  | { readonly kind: 'hung'; readonly waitedMs: number }
  /** What it wrote is no answer to the call; `inStep` where it is plain that the next line will be one to the next call. */
  | { readonly kind: 'broken'; readonly what: string; readonly text: string; readonly inStep: boolean };
