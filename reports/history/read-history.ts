import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SuiteError } from '../../schemas/contract/suite-error.ts';
import { HISTORY_FORMAT, type HistoryLine } from './history-line.ts';
import { historyFault } from './history-schema.ts';

/** What a history holds, and what of it could not be read. */
export interface ReadHistory {
  /** In the order in which they were found. */
  readonly lines: readonly HistoryLine[];
  /** A sentence for each line that is left out, which names its file and number. */
  readonly complaints: readonly string[];
}

const unreadable = (message: string, hint: string, cause?: unknown): SuiteError =>
  new SuiteError('RECORD_UNREADABLE', message, { hint, cause });

const NAME_ONE = 'Name a directory of histories, or one of its .ndjson files; --history none does without.';

/** The files of a history: the one that is named, or all below a directory, in the order of their names. */
function filesAt(path: string): readonly string[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) throw unreadable(`There is no history at ${path}`, NAME_ONE);
  if (!stats.isDirectory()) return [path];
  return readdirSync(path, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.ndjson'))
    .toSorted()
    .map((name) => join(path, name));
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw unreadable(`${file} cannot be read`, NAME_ONE, cause);
  }
}

/** Refuses what another version wrote: it would be misread. */
function assertFormat(value: unknown, place: string): void {
  const { format, run } = Object(value) as { readonly format?: unknown; readonly run?: unknown };
  if (typeof format !== 'number' || run === undefined || format === HISTORY_FORMAT) return;
  const isNewer = format > HISTORY_FORMAT;
  throw unreadable(
    `${place} is of ${isNewer ? 'a newer' : 'an older'} format, ${format}; this suite reads ${HISTORY_FORMAT}`,
    isNewer
      ? 'Update cancel-conformance, or do without a history by --history none.'
      : 'Move it away, or do without a history by --history none.',
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** One line, or what is wrong with it. */
function lineOf(text: string, place: string): HistoryLine | string {
  const value = parsed(text);
  if (value === undefined) return `${place} is half written, or not JSON, and is left out`;
  assertFormat(value, place);
  const fault = historyFault(value);
  return fault === undefined ? (value as HistoryLine) : `${place} ${fault}, and is left out`;
}

const linesOf = (file: string): readonly (HistoryLine | string)[] =>
  textOf(file)
    .split('\n')
    .flatMap((text, at) => (text.trim() === '' ? [] : [lineOf(text, `${file}:${at + 1}`)]));

/**
 * The history in a file or below a directory. A broken line is left out and named; what another version wrote, and what
 * holds broken lines only, is refused (RECORD_UNREADABLE).
 */
export function readHistory(path: string): ReadHistory {
  const all = filesAt(path).flatMap(linesOf);
  const lines = all.filter((line) => typeof line !== 'string');
  const complaints = all.filter((line) => typeof line === 'string');
  if (lines.length === 0 && complaints.length > 0)
    throw unreadable(`${path} holds no history: ${complaints[0]?.replace(/, and is left out$/, '')}`, NAME_ONE);
  return { lines, complaints };
}
