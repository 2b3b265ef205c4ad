import { unreadable } from './byte-source.ts';
import { readExchangeLine } from './exchange-line.ts';
import { readHarEntry } from './har-entry.ts';
import { HarSplitter } from './har-splitter.ts';
import type { Recording } from './open-recording.ts';
import type { Piece } from './piece.ts';
import type { OperationOf, Reading } from './recorded-exchange.ts';

/** An entry and what it turned out to be. */
export interface ReadEntry {
  readonly number: number;
  readonly offset: number;
  readonly reading: Reading;
}

/** What was read of a recording besides its entries. */
export interface ReadingEnd {
  readonly bytes: number;
  /** What is wrong with it as a whole: sentences without their subject. */
  readonly faults: readonly string[];
}

/** Where a request names its method and URL, one after the other. */
const REQUEST = /"method"\s*:\s*"(\w+)"\s*,\s*"url"\s*:\s*("(?:[^"\\]|\\.)*")/;

/** Whether an entry too large to be read is a call of something else, by its beginning: most are downloads. */
function isOther(beginning: string, operationOf: OperationOf): boolean {
  const [, method, quotedUrl] = REQUEST.exec(beginning) ?? [];
  if (method === undefined || quotedUrl === undefined) return false;
  return operationOf(method.toUpperCase(), quotedUrl.slice(1, -1).replaceAll('\\/', '/')) === undefined;
}

const readPiece = (piece: Piece, { format }: Recording, operationOf: OperationOf): ReadEntry => {
  const { number, offset } = piece;
  if (piece.kind === 'broken')
    return { number, offset, reading: isOther(piece.beginning ?? '', operationOf) ? 'other' : { why: piece.why } };
  const read = format === 'har' ? readHarEntry : readExchangeLine;
  return { number, offset, reading: read(piece.value, operationOf) };
};

/** Refuses what only looked like a recording: a document without `log.entries`, lines of which none is an exchange. */
function assertRecording({ name, splitter }: Recording, faults: readonly string[], first: ReadEntry | undefined): void {
  if (splitter instanceof HarSplitter && !splitter.isHar) {
    const what = splitter.faults.length > 0 ? 'ends before any entry' : 'has no log.entries';
    throw unreadable(`${name} ${faults[0] ?? `is no HAR: it ${what}`}`);
  }
  if (first === undefined) return;
  const why = typeof first.reading === 'object' && 'why' in first.reading ? first.reading.why : '';
  throw unreadable(`${name} holds no exchange: entry ${first.number} (byte ${first.offset}) ${why}`);
}

/**
 * Reads a recording to its end: the entries of each chunk as they come, at last what is wrong with the whole. What breaks
 * off in the middle is read as far as it goes.
 * @throws SuiteError TRAFFIC_UNREADABLE where no entry at all could be read
 */
export async function* readRecording(
  recording: Recording,
  operationOf: OperationOf,
): AsyncGenerator<readonly ReadEntry[], ReadingEnd> {
  const { bytes, splitter, skipped } = recording;
  const faults: string[] = [];
  let size = -skipped;
  let firstBroken: ReadEntry | undefined;
  let isAnyRead = false;
  const readAll = (pieces: readonly Piece[]): readonly ReadEntry[] => {
    const entries = pieces.map((piece) => readPiece(piece, recording, operationOf));
    isAnyRead ||= entries.some(({ reading }) => reading === 'other' || 'exchange' in reading);
    firstBroken ??= entries[0];
    return entries;
  };
  try {
    for await (const chunk of bytes) {
      const entries = readAll(splitter.push(size < 0 ? chunk.subarray(skipped) : chunk));
      size += chunk.length;
      if (entries.length > 0) yield entries;
    }
  } catch (cause) {
    faults.push(
      `cannot be read on after byte ${Math.max(0, size + skipped)} (${(cause as NodeJS.ErrnoException).code ?? 'broken off'})`,
    );
  }
  const last = readAll(splitter.end());
  if (last.length > 0) yield last;
  faults.push(...splitter.faults);
  if (!isAnyRead) assertRecording(recording, faults, firstBroken);
  return { bytes: size + skipped, faults };
}
