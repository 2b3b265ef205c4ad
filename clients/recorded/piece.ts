/** One entry of a recording as it was cut out of the stream: its JSON value, or why there is none. */
export type Piece = EntryPiece | BrokenPiece;

/** An entry that is JSON. */
export interface EntryPiece {
  readonly kind: 'entry';
  /** From 1: the entry of a HAR, the line of an NDJSON file. */
  readonly number: number;
  /** Of its first byte, in what was read (unpacked, where it was packed), from 0. */
  readonly offset: number;
  readonly value: unknown;
}

/** An entry that cannot be read. */
export interface BrokenPiece {
  readonly kind: 'broken';
  readonly number: number;
  readonly offset: number;
  /** Completes the sentence "entry 7 (byte 1234) …". */
  readonly why: string;
  /** How one that was skipped begins: what it calls may be told from that. */
  readonly beginning?: string;
}

/** The largest entry that is read, in bytes: ours; a larger one is named and skipped, so that memory stays bounded. */
export const MAX_ENTRY_BYTES = 16 * 1024 * 1024;

/** Why an entry is skipped that is larger than that. */
export const TOO_LARGE = `is larger than ${MAX_ENTRY_BYTES / 1024 / 1024} MiB and was skipped`;

/** How much of a skipped entry is kept, in bytes: a request stands at its beginning. */
export const BEGINNING_BYTES = 65_536;

/** Why an entry is broken with which the recording ends. */
export const CUT_OFF = 'is cut off: the recording ends in it';

/** Why an entry is broken that is not JSON: the parser's own words would repeat it, secrets and all. */
export const NOT_JSON = 'is not JSON';

/** The piece that bytes hold. */
export function pieceOf(bytes: Buffer, number: number, offset: number): Piece {
  try {
    return { kind: 'entry', number, offset, value: JSON.parse(bytes.toString('utf8')) };
  } catch {
    return { kind: 'broken', number, offset, why: NOT_JSON };
  }
}

/** Cuts a stream of bytes into entries. */
export interface Splitter {
  /** The entries that end in this chunk. */
  push(chunk: Buffer): Piece[];
  /** Those that are left when the stream has ended. */
  end(): Piece[];
  /** What is wrong with the recording as a whole, once it has ended: sentences without their subject. */
  readonly faults: readonly string[];
}
