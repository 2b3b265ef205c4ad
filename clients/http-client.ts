import type { Exchange, Header } from '../schemas/exchange.ts';

/** What is put on a request after it is recorded: in the Authorization header, or as headers of their own. */
export type Authorization =
  | { readonly scheme: 'none' }
  | { readonly scheme: 'bearer'; readonly token: string }
  | { readonly scheme: 'basic'; readonly user: string; readonly password: string }
  | { readonly scheme: 'headers'; readonly headers: readonly Header[] };

/** One HTTP call, exactly as it is to stand on the wire. */
export interface Call {
  readonly operation: string;
  readonly method: string;
  /** The raw path with its escaping; sent as it is. */
  readonly path: string;
  readonly headers: readonly Header[];
  /** null sends no body. */
  readonly body: string | null;
  readonly authorization: Authorization;
  /** Whose credential it is, for the record. */
  readonly credential: string;
}

/** Limits on one call: a whole answer within `timeoutMs`, a body of at most `maxBodyBytes`. */
export interface Limits {
  readonly timeoutMs: number;
  readonly maxBodyBytes: number;
}

/** Ours; PayPal documents none. 30 s a call and 1 MiB a body. */
export const DEFAULT_LIMITS: Limits = { timeoutMs: 30_000, maxBodyBytes: 1_048_576 };

/** What calls: sends one request and records the exchange. Never throws for what a server or a network does. */
export interface HttpClient {
  send(call: Call): Promise<Exchange>;
  close(): Promise<void>;
}
