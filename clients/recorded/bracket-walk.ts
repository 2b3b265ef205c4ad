import { BACKSLASH, IN_TEXT, OUTSIDE } from './bytes.ts';

/** Follows a JSON value by its brackets and texts alone, from its first bracket to the one that makes them even again. */
export class BracketWalk {
  #depth = 0;
  #inText = false;
  #escaped = false;

  /** Whether as many brackets were closed as opened. */
  get isEven(): boolean {
    return this.#depth === 0;
  }

  /** Begins anew. */
  reset(): void {
    this.#depth = 0;
    this.#inText = false;
    this.#escaped = false;
  }

  /** The index behind the bracket that makes them even, or the chunk's end. This loop reads every byte. */
  walk(chunk: Buffer, from: number): number {
    const end = chunk.length;
    let at = this.#escaped ? from + 1 : from;
    let depth = this.#depth;
    let inText = this.#inText;
    while (at < end) {
      if (inText) {
        while (at < end && IN_TEXT[chunk[at] as number] === 0) at += 1;
        if (at >= end) break;
        inText = chunk[at] === BACKSLASH;
        at += inText ? 2 : 1;
        continue;
      }
      const meaning = OUTSIDE[chunk[at] as number];
      at += 1;
      if (meaning === 1) inText = true;
      else if (meaning === 2) depth += 1;
      else if (meaning === 3 && --depth === 0) break;
    }
    this.#escaped = at > end;
    this.#depth = depth;
    this.#inText = inText;
    return Math.min(at, end);
  }
}
