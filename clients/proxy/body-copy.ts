import type { PassedBody } from './passed.ts';

/** A copy of a body that passes, up to a limit; beyond that only its length is kept. */
export class BodyCopy {
  readonly #maxBytes: number;
  #chunks: Buffer[] = [];
  #size = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  take(chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.isWhole) this.#chunks.push(chunk);
    else this.#chunks = [];
  }

  /** How many bytes passed. */
  get size(): number {
    return this.#size;
  }

  /** Whether everything that passed was copied. */
  get isWhole(): boolean {
    return this.#size <= this.#maxBytes;
  }

  get body(): PassedBody {
    return { bytes: this.isWhole ? Buffer.concat(this.#chunks) : undefined, size: this.#size };
  }
}
