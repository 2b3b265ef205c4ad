import { assertFile, type ByteSource, bytesOf, peek, unpacked, unreadable } from './byte-source.ts';
import { HarSplitter } from './har-splitter.ts';
import { LineSplitter } from './line-splitter.ts';
import type { Splitter } from './piece.ts';
import { formatOf, HEAD_BYTES, type RecordingFormat } from './recording-format.ts';

/** A recording that has been looked at: what it is, and its bytes. */
export interface Recording {
  /** As it was named; `standard input` for `-`. */
  readonly name: string;
  readonly format: RecordingFormat;
  readonly bytes: ByteSource;
  readonly splitter: Splitter;
  /** How many bytes at its beginning are no part of it. */
  readonly skipped: number;
  /** Stops the reading, wherever it is. */
  stop(): void;
}

const startsWith = (head: Buffer, ...bytes: readonly number[]): boolean => bytes.every((byte, at) => head[at] === byte);

/** What people name by mistake, by its first bytes. */
function assertText(name: string, head: Buffer): void {
  if (
    head
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .trim() === ''
  )
    throw unreadable(`${name} is empty`, 'Record again; a HAR is a JSON document.');
  if (startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff))
    throw unreadable(`${name} is UTF-16`, 'Convert it to UTF-8, for example with iconv.');
  if (startsWith(head, 0x50, 0x4b, 3, 4))
    throw unreadable(`${name} is a zip archive`, 'Unpack it, and name the .har in it.');
}

const BOM = [0xef, 0xbb, 0xbf] as const;

async function peekAt(name: string, source: ByteSource) {
  try {
    const packed = await peek(source, 2);
    const plain = startsWith(packed.head, 0x1f, 0x8b) ? unpacked(packed.all) : packed.all;
    return await peek(plain, HEAD_BYTES);
  } catch (cause) {
    throw unreadable(
      `${name} cannot be read (${(cause as NodeJS.ErrnoException).code ?? 'no reason given'})`,
      undefined,
      cause,
    );
  }
}

/** Opens a file, or standard input for `-`, packed by gzip or not (TRAFFIC_UNREADABLE). */
export async function openRecording(path: string): Promise<Recording> {
  assertFile(path);
  const name = path === '-' ? 'standard input' : path;
  const source = bytesOf(path);
  const { head, all } = await peekAt(name, source);
  assertText(name, head);
  const skipped = startsWith(head, ...BOM) ? BOM.length : 0;
  const format = formatOf(head.subarray(skipped));
  if (format === undefined) throw unreadable(`${name} is neither a HAR nor NDJSON`);
  const splitter = format === 'har' ? new HarSplitter(skipped) : new LineSplitter(skipped);
  return { name, format, bytes: all, splitter, skipped, stop: () => void source.destroy() };
}
