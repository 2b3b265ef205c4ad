import { EntriesFinder } from './entries-finder.ts';
import { EntryCutter } from './entry-cutter.ts';
import type { Piece, Splitter } from './piece.ts';

/** Cuts a HAR into its entries, at a bounded cost of memory: an entry is all that is held. */
export class HarSplitter implements Splitter {
  readonly #finder = new EntriesFinder();
  readonly #cutter = new EntryCutter();
  #isInside = false;
  #isCutOff = false;
  /** Of the next chunk's first byte. */
  #offset: number;

  /** `offset` is that of the first byte to be pushed. */
  constructor(offset = 0) {
    this.#offset = offset;
  }

  /** Whether it has entries, be they none: else it is no HAR. */
  get isHar(): boolean {
    return this.#finder.found;
  }

  get faults(): readonly string[] {
    return [
      ...(this.#isCutOff ? ['is cut off: it ends before its log does'] : []),
      ...(this.#finder.hasGarbage ? ['goes on after the end of its log, with what is no HAR'] : []),
    ];
  }

  push(chunk: Buffer): Piece[] {
    this.#take(chunk, this.#offset);
    this.#offset += chunk.length;
    return this.#cutter.pieces.splice(0);
  }

  end(): Piece[] {
    this.#isCutOff = !this.#finder.isWhole;
    while (this.#cutter.isInEntry) {
      const again = this.#cutter.cutOff();
      if (again) this.#take(again.bytes, again.offset);
    }
    return this.#cutter.pieces.splice(0);
  }

  #take(chunk: Buffer, base: number): void {
    let at = 0;
    while (at >= 0 && at < chunk.length) {
      if (!this.#isInside) {
        at = this.#finder.walk(chunk, at);
        this.#isInside = at >= 0;
        continue;
      }
      const { at: next, closed, again } = this.#cutter.cut(chunk, at, base);
      at = next;
      if (again) this.#take(again.bytes, again.offset);
      if (!closed) continue;
      this.#isInside = false;
      this.#finder.leaveEntries();
    }
  }
}
