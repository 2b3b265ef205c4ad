import type { Dispatcher } from 'undici';
import type { Failure, Header } from '../schemas/exchange.ts';
import { tooLarge } from './content-encoding.ts';
import { failure, failureOf } from './failure.ts';
import type { Limits } from './http-client.ts';

/** A whole answer as it came over the wire. */
export interface RawAnswer {
  readonly kind: 'raw';
  readonly status: number;
  readonly headers: readonly Header[];
  readonly bytes: Buffer;
}

/** Raw headers in pairs; RFC 9110 §5.5 lets any byte stand in a value, so they are read as Latin-1. */
function headerPairs(raw: readonly (Buffer | string)[]): Header[] {
  const text = (index: number): string => raw[index]?.toString('latin1') ?? '';
  return Array.from({ length: raw.length / 2 }, (_, pair) => [text(2 * pair), text(2 * pair + 1)] as const);
}

/** Gathers one answer; the first of a whole answer, a failure, the time-out or the cap settles it. */
class Receiver implements Dispatcher.DispatchHandler {
  #status = 0;
  #headers: readonly Header[] = [];
  readonly #chunks: Buffer[] = [];
  #bytes = 0;
  #settled = false;
  readonly #timer: NodeJS.Timeout;

  constructor(
    readonly origin: string,
    readonly limits: Limits,
    readonly resolve: (outcome: RawAnswer | Failure) => void,
    readonly reject: (defect: unknown) => void,
  ) {
    const message = `No whole answer came from ${origin} within ${limits.timeoutMs} ms.`;
    this.#timer = setTimeout(() => this.#settle(failure('TIMEOUT', message)), limits.timeoutMs);
  }

  #settle(outcome: RawAnswer | Failure): void {
    clearTimeout(this.#timer);
    this.#settled = true;
    this.resolve(outcome);
  }

  /** A 204 or 304 ends with its headers whatever length they announce (RFC 9112 §6.3); undici waits for that length. */
  #isWholeWithoutBody(error: Error & { code?: string }): boolean {
    return error.code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' && (this.#status === 204 || this.#status === 304);
  }

  /** undici takes a handler for one of its older kind where this is missing. */
  onRequestStart(): void {}

  onResponseStart(controller: Dispatcher.DispatchController, status: number): void {
    if (status < 200) return;
    this.#status = status;
    this.#headers = headerPairs((controller.rawHeaders ?? []) as Buffer[]);
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.#bytes > this.limits.maxBodyBytes) this.#settle(tooLarge(this.limits.maxBodyBytes));
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.#settle({ kind: 'raw', status: this.#status, headers: this.#headers, bytes: Buffer.concat(this.#chunks) });
  }

  onResponseError(_controller: Dispatcher.DispatchController | undefined, error: Error & { code?: string }): void {
    if (this.#settled) return;
    try {
      if (this.#isWholeWithoutBody(error)) this.onResponseEnd();
      else this.#settle(failureOf(error, { origin: this.origin, status: this.#status, bytes: this.#bytes }));
    } catch (defect) {
      clearTimeout(this.#timer);
      this.reject(defect);
    }
  }
}

/**
 * Sends one request once and receives its whole answer, or why none came; redirects are answers like any other. After a
 * failure the rest of the answer may still be on its way: the caller ends the connection.
 */
export const receive = (
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions & { readonly origin: string },
  limits: Limits,
): Promise<RawAnswer | Failure> =>
  new Promise((resolve, reject) => {
    dispatcher.dispatch(request, new Receiver(request.origin, limits, resolve, reject));
  });
