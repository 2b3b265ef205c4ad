import {
  BACKSLASH,
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  isSpace,
  OPEN_ARRAY,
  OPEN_OBJECT,
  QUOTE,
} from './bytes.ts';

/** How much of a member's name is looked at, in bytes: `entries` is the longest that matters. */
const NAME_BYTES = 8;

/** How deep logs may nest in logs: ours, against a file of nothing but brackets. */
const MAX_LOGS = 64;

/** An object or array on the way to `entries`: the document itself, a list of documents, or a `log`. */
interface Level {
  readonly kind: 'object' | 'list' | 'log' | 'entries';
}

/** Walks the part of a HAR that is not its entries, and stops where a `log` opens them, however deep logs nest. */
export class EntriesFinder {
  /** Whether `log.entries` was met. */
  found = false;
  /** Whether something other than a HAR follows the end of one. */
  hasGarbage = false;
  readonly #way: Level[] = [];
  /** How many levels below the way the walk is: nothing there can be `log.entries`. */
  #aside = 0;
  #inText = false;
  #escaped = false;
  #text = '';
  #name = '';

  /** Whether the document has come to its end. */
  get isWhole(): boolean {
    return this.#way.length === 0 && this.#aside === 0 && !this.#inText;
  }

  /** Walks on; the index behind the bracket that opens entries, or -1 at the end of the chunk. */
  walk(chunk: Buffer, from: number): number {
    for (let at = from; at < chunk.length; at++) {
      const byte = chunk[at] as number;
      if (this.#inText) this.#readText(byte);
      else if (byte === OPEN_ARRAY && this.#opensEntries()) {
        this.found = true;
        this.#way.push({ kind: 'entries' });
        return at + 1;
      } else this.#read(byte);
    }
    return -1;
  }

  /** The entries have ended. */
  leaveEntries(): void {
    this.#way.pop();
    this.#name = '';
  }

  #opensEntries(): boolean {
    return this.#aside === 0 && this.#way.at(-1)?.kind === 'log' && this.#name === 'entries';
  }

  #readText(byte: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === BACKSLASH) this.#escaped = true;
    else if (byte === QUOTE) this.#inText = false;
    else if (this.#aside === 0 && this.#text.length < NAME_BYTES) this.#text += String.fromCharCode(byte);
  }

  #read(byte: number): void {
    if (byte === QUOTE) {
      this.#inText = true;
      this.#text = '';
    } else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) this.#open(byte);
    else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) this.#close();
    else if (this.#aside === 0 && byte === COLON) this.#name = this.#text;
    else if (this.#aside === 0 && byte === COMMA) this.#name = '';
    else if (this.#way.length === 0 && !isSpace(byte)) this.hasGarbage = true;
  }

  #open(byte: number): void {
    const level = this.#aside === 0 ? this.#levelFor(byte) : undefined;
    if (level === undefined) this.#aside += 1;
    else this.#way.push(level);
    this.#name = '';
  }

  /** What a bracket opens, where that may lead to entries. */
  #levelFor(byte: number): Level | undefined {
    const above = this.#way.at(-1)?.kind;
    const isObject = byte === OPEN_OBJECT;
    if (above === undefined) return { kind: isObject ? 'object' : 'list' };
    if (above === 'list') return isObject ? { kind: 'object' } : undefined;
    return isObject && this.#name === 'log' && this.#way.length < MAX_LOGS ? { kind: 'log' } : undefined;
  }

  #close(): void {
    if (this.#aside > 0) this.#aside -= 1;
    else if (this.#way.pop() === undefined) this.hasGarbage = true;
    this.#name = '';
  }
}
