import { BracketWalk } from './bracket-walk.ts';
import { CLOSE_ARRAY, COMMA, isSpace, OPEN_ARRAY, OPEN_OBJECT } from './bytes.ts';
import { entryStarts } from './entry-starts.ts';
import { BEGINNING_BYTES, CUT_OFF, MAX_ENTRY_BYTES, type Piece, pieceOf, TOO_LARGE } from './piece.ts';

/** Bytes that have to be read again, since an entry before them had taken them along. */
export interface Again {
  readonly bytes: Buffer;
  readonly offset: number;
}

/** Cuts the inside of an `entries` array into its entries, by brackets and texts alone, and reads each. */
export class EntryCutter {
  readonly pieces: Piece[] = [];
  #number = 0;
  /** Of the entry that has begun. */
  #offset = 0;
  #held: Buffer[] = [];
  #heldBytes = 0;
  #state: 'between' | 'bracketed' | 'bare' | 'skipped' = 'between';
  readonly #walk = new BracketWalk();
  #firstName = '';
  /** Of the entry that is skipped. */
  #beginning = '';

  /** Whether an entry has begun that has not ended. */
  get isInEntry(): boolean {
    return this.#state !== 'between';
  }

  /**
   * Cuts on; `base` is the offset of the chunk's first byte. Ends behind the bracket that closes the array (`closed`),
   * with bytes to read again, or with the chunk.
   */
  cut(
    chunk: Buffer,
    from: number,
    base: number,
  ): { readonly at: number; readonly closed?: true; readonly again?: Again } {
    let at = from;
    while (at < chunk.length) {
      if (this.#state === 'between') {
        const byte = chunk[at] as number;
        if (byte === CLOSE_ARRAY) return { at: at + 1, closed: true };
        if (byte === COMMA || isSpace(byte)) at += 1;
        else this.#begin(byte, base + at);
        continue;
      }
      const until = this.#state === 'bare' ? this.#bareEnd(chunk, at) : this.#walk.walk(chunk, at);
      const isWhole = this.#state === 'bare' ? until < chunk.length : this.#walk.isEven;
      this.#hold(chunk.subarray(at, until));
      at = until;
      const tooLarge = this.#heldBytes > MAX_ENTRY_BYTES ? this.#giveUp() : undefined;
      const again = tooLarge ?? (isWhole ? this.#finish() : undefined);
      if (again) return { at, again };
    }
    return { at };
  }

  /** The stream has ended in an entry: what can be read of it again, if anything. */
  cutOff(): Again | undefined {
    const again = this.#state === 'skipped' ? undefined : this.#apart(Buffer.concat(this.#held));
    if (again === undefined)
      this.pieces.push({ kind: 'broken', number: this.#number, offset: this.#offset, why: CUT_OFF });
    this.#rest();
    return again;
  }

  #begin(byte: number, offset: number): void {
    this.#number += 1;
    this.#offset = offset;
    this.#state = byte === OPEN_OBJECT || byte === OPEN_ARRAY ? 'bracketed' : 'bare';
  }

  #rest(): void {
    this.#state = 'between';
    this.#held = [];
    this.#heldBytes = 0;
    this.#walk.reset();
  }

  #hold(part: Buffer): void {
    this.#heldBytes += part.length;
    if (this.#state !== 'skipped') this.#held.push(part);
  }

  /** Where what is neither object nor array ends: its bytes are broken or, at most, a number. */
  #bareEnd(chunk: Buffer, from: number): number {
    let at = from;
    for (; at < chunk.length; at++) {
      const byte = chunk[at] as number;
      if (byte === COMMA || byte === CLOSE_ARRAY || (at > from && byte === OPEN_OBJECT) || isSpace(byte)) break;
    }
    return at;
  }

  #finish(): Again | undefined {
    const [number, offset] = [this.#number, this.#offset];
    if (this.#state === 'skipped') {
      this.pieces.push({ kind: 'broken', number, offset, why: TOO_LARGE, beginning: this.#beginning });
      this.#rest();
      return undefined;
    }
    const bytes = this.#held.length === 1 ? (this.#held[0] as Buffer) : Buffer.concat(this.#held);
    const piece = pieceOf(bytes, number, offset);
    const again = piece.kind === 'broken' ? this.#apart(bytes) : undefined;
    if (again === undefined) this.#add(piece);
    this.#rest();
    return again;
  }

  #add(piece: Piece): void {
    this.pieces.push(piece);
    if (piece.kind === 'broken') return;
    for (const name in piece.value as object) {
      this.#firstName = name;
      break;
    }
  }

  /** It has grown too large: others stand in it that it took along, or it is skipped to its end. */
  #giveUp(): Again | undefined {
    if (this.#state === 'skipped') return undefined;
    const bytes = Buffer.concat(this.#held);
    const again = this.#apart(bytes);
    if (again) this.#rest();
    else {
      this.#beginning = bytes.toString('utf8', 0, BEGINNING_BYTES);
      this.#held = [];
      this.#state = 'skipped';
    }
    return again;
  }

  /**
   * A broken entry whose brackets are uneven takes those behind it along. Where they begin can be told by how this
   * recorder begins its entries: all but the last are read here, the last again, since it may go on.
   */
  #apart(bytes: Buffer): Again | undefined {
    const starts = entryStarts(bytes, this.#firstName);
    const last = starts.at(-1);
    if (last === undefined) return undefined;
    const base = this.#offset;
    [0, ...starts.slice(0, -1)].forEach((start, index) => {
      let end = starts[index] as number;
      while (end > start && (bytes[end - 1] === COMMA || isSpace(bytes[end - 1] as number))) end -= 1;
      this.#add(pieceOf(bytes.subarray(start, end), this.#number, base + start));
      this.#number += 1;
    });
    this.#number -= 1;
    return { bytes: bytes.subarray(last), offset: base + last };
  }
}
