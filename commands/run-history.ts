import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { HistoryLine } from '../reports/history/history-line.ts';
import { historyLineOf } from '../reports/history/history-line-of.ts';
import { historyUntil } from '../reports/history/history-until.ts';
import { readHistory } from '../reports/history/read-history.ts';
import { HISTORY_ROOT, writeHistory } from '../reports/history/write-history.ts';
import { readJournal } from '../reports/journal.ts';
import type { RunRecord } from '../reports/run-record.ts';
import { SuiteError } from '../schemas/contract/suite-error.ts';
import type { Exchange } from '../schemas/exchange.ts';
import { complain } from './say.ts';

/** What `--history` says where no history is wanted. */
const NONE = 'none';

/** How many broken lines are named. */
const NAMED = 5;

/**
 * Where runs on a target are written down: the directory that is named, by default the caller's own for a service. Of a
 * mock, which is asked a hundred times a day, only one that is named; recorded traffic is no run of the suite.
 */
function rootFor(named: string | undefined, { target: { judges }, traffic }: RunRecord): string | undefined {
  if (named === NONE || traffic !== undefined) return undefined;
  if (named !== undefined) return resolve(named);
  return judges === 'service' ? resolve(HISTORY_ROOT) : undefined;
}

/** Every call of the run in `directory`, by its journal: a record that has just been made leaves most in the file. */
function* journalExchanges(directory: string): Generator<Exchange> {
  for (const line of readJournal(directory)) if (line.kind === 'result') yield* line.result.exchanges;
}

/** What an act comes to; where it fails, why is said, and the run keeps the verdict that it has. */
function orComplain<T>(act: () => T, otherwise: T): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof SuiteError)) throw error;
    complain(`${error.message}.\n${error.hint}\n`);
    return otherwise;
  }
}

/** Adds the run that has just ended in `directory` to its history; answers with what was written. */
export function keepRun(record: RunRecord, directory: string, named: string | undefined): readonly string[] {
  const root = rootFor(named, record);
  if (root === undefined) return [];
  return orComplain(() => [writeHistory(root, historyLineOf(record, journalExchanges(directory)))], []);
}

/** The history of a run that has just ended: what cannot be read of it is no reason to lose the run's verdict. */
export const historyOfEnded = (record: RunRecord, named: string | undefined): readonly HistoryLine[] | undefined =>
  orComplain(() => historyOf(record, named), undefined);

/** Adds a run to its history, as that of shards when they are merged; a named file of other runs is left alone (WRITE_FAILED). */
export function keepMerged(record: RunRecord, named: string | undefined): readonly string[] {
  const root = rootFor(named, record);
  return root === undefined || root.endsWith('.ndjson') ? [] : [writeHistory(root, historyLineOf(record))];
}

function linesAt(path: string): readonly HistoryLine[] {
  const { lines, complaints } = readHistory(path);
  for (const complaint of complaints.slice(0, NAMED)) complain(`${complaint}.\n`);
  const rest = complaints.length - NAMED;
  if (rest > 0) complain(`${rest} more lines of ${path} are left out.\n`);
  return lines;
}

/**
 * The history of a run, itself the last: from the file or directory that is named, by default from the caller's own of
 * its target; undefined where there is none. Broken lines are named on standard error (RECORD_UNREADABLE).
 */
export function historyOf(record: RunRecord, named: string | undefined): readonly HistoryLine[] | undefined {
  if (named === NONE) return undefined;
  const path = named ?? join(HISTORY_ROOT, record.target.name);
  if (named === undefined && !existsSync(path)) return undefined;
  return historyUntil(linesAt(path), historyLineOf(record));
}
