import type { Failure, Header } from '../../schemas/exchange.ts';

/** A body as it passed over the wire, still in its content coding. */
export interface PassedBody {
  /** Undefined where there were more than are copied. */
  readonly bytes: Buffer | undefined;
  /** How many bytes passed. */
  readonly size: number;
}

/** An answer of the upstream's, whole. */
export interface PassedAnswer {
  readonly kind: 'answer';
  readonly status: number;
  /** The reason phrase. */
  readonly statusText: string;
  /** E.g. `HTTP/1.1`. */
  readonly httpVersion: string;
  /** As they came, those between two hops included. */
  readonly headers: readonly Header[];
  readonly body: PassedBody;
}

/** A request that passed, and what became of it. */
export interface Passed {
  readonly request: {
    readonly method: string;
    /** Of the upstream. */
    readonly url: string;
    readonly httpVersion: string;
    /** As they were passed on. */
    readonly headers: readonly Header[];
    readonly body: PassedBody;
  };
  readonly answer: PassedAnswer | Failure;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** Milliseconds: until the request was passed on, until its answer began, until that was whole. */
  readonly timings: { readonly send: number; readonly wait: number; readonly receive: number };
}

/** What an observer wants of a request. */
export interface Interest {
  /** The largest body that is copied, in bytes. */
  readonly maxBodyBytes: number;
  /** Whether the answer waits for what is said of it. */
  readonly isHeld: boolean;
}

/** Who looks at what passes. */
export interface Observer {
  /** What is wanted of a request; undefined where it is only counted. */
  interestIn(method: string, path: string): Interest | undefined;
  /** Told of each request of interest once; resolves to what the response is to say of it, in its header. */
  seen(passed: Passed): Promise<string>;
}
