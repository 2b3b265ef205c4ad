/** A name and a value: a header, a parameter. */
export interface HarField {
  readonly name: string;
  readonly value: string;
}

/** A request's body. */
export interface HarPosted {
  readonly mimeType: string;
  readonly text: string;
  /** Of our own: HAR has no word for a body that is no text. */
  readonly _encoding?: 'base64';
  readonly comment?: string;
}

/** An answer's body, decoded; without a text where it was not recorded. */
export interface HarContent {
  /** Bytes, decoded. */
  readonly size: number;
  /** Bytes that the coding saved. */
  readonly compression?: number;
  readonly mimeType: string;
  readonly text?: string;
  readonly encoding?: 'base64';
  readonly comment?: string;
}

/** An answer; status 0 where there was none. */
export interface HarAnswer {
  readonly status: number;
  readonly statusText: string;
  readonly httpVersion: string;
  readonly cookies: readonly [];
  readonly headers: readonly HarField[];
  readonly content: HarContent;
  readonly redirectURL: string;
  readonly headersSize: -1;
  readonly bodySize: number;
  /** Why there was none. */
  readonly _error?: string;
  /** False where a redirect is the answer that the client got: nobody followed it for him. */
  readonly _followed?: false;
}

/** An entry of HAR 1.2 as this proxy writes it; members that HAR does not know begin with an underscore. */
export interface HarEntry {
  /** ISO 8601. */
  readonly startedDateTime: string;
  /** Milliseconds. */
  readonly time: number;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly httpVersion: string;
    readonly cookies: readonly [];
    readonly headers: readonly HarField[];
    readonly queryString: readonly HarField[];
    readonly postData?: HarPosted;
    readonly headersSize: -1;
    readonly bodySize: number;
  };
  readonly response: HarAnswer;
  readonly cache: Readonly<Record<string, never>>;
  /** Milliseconds. */
  readonly timings: { readonly send: number; readonly wait: number; readonly receive: number };
}
