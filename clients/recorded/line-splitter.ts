import { BEGINNING_BYTES, MAX_ENTRY_BYTES, type Piece, pieceOf, type Splitter, TOO_LARGE } from './piece.ts';

const NEWLINE = 0x0a;

const isBlank = (bytes: Buffer): boolean => bytes.every((byte) => byte === 0x20 || byte === 0x0d || byte === 0x09);

/** Cuts NDJSON into its lines; empty ones are counted and say nothing. */
export class LineSplitter implements Splitter {
  readonly faults: readonly string[] = [];
  #held: Buffer[] = [];
  #heldBytes = 0;
  #isTooLarge = false;
  #line = 1;
  /** Of the line's first byte. */
  #offset: number;

  /** `offset` is that of the first byte to be pushed. */
  constructor(offset = 0) {
    this.#offset = offset;
  }

  push(chunk: Buffer): Piece[] {
    const pieces: Piece[] = [];
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      this.#hold(chunk.subarray(from, at));
      this.#finish(pieces, 1);
      from = at + 1;
    }
    if (from < chunk.length) this.#hold(chunk.subarray(from));
    return pieces;
  }

  end(): Piece[] {
    const pieces: Piece[] = [];
    if (this.#heldBytes > 0) this.#finish(pieces, 0);
    return pieces;
  }

  #hold(part: Buffer): void {
    this.#heldBytes += part.length;
    if (!this.#isTooLarge) this.#held.push(part);
    if (this.#isTooLarge || this.#heldBytes <= MAX_ENTRY_BYTES) return;
    this.#isTooLarge = true;
    this.#held = [Buffer.from(Buffer.concat(this.#held).subarray(0, BEGINNING_BYTES))];
  }

  #finish(pieces: Piece[], newlineBytes: number): void {
    const [number, offset] = [this.#line, this.#offset];
    const bytes = this.#held.length === 1 ? (this.#held[0] as Buffer) : Buffer.concat(this.#held);
    if (this.#isTooLarge)
      pieces.push({ kind: 'broken', number, offset, why: TOO_LARGE, beginning: bytes.toString('utf8') });
    else if (!isBlank(bytes)) pieces.push(pieceOf(bytes, number, offset));
    this.#offset += this.#heldBytes + newlineBytes;
    this.#line += 1;
    this.#held = [];
    this.#heldBytes = 0;
    this.#isTooLarge = false;
  }
}
