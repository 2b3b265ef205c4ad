import { userInfo } from 'node:os';
import { entriesFor, type Terms } from '../reports/baseline-entries.ts';
import { mergeEntries } from '../reports/baseline-merge.ts';
import { baselineTextWith } from '../reports/baseline-text.ts';
import { plannedIn } from '../reports/compare/scenario-index.ts';
import { lineDiff } from '../reports/line-diff.ts';
import type { RunRecord } from '../reports/run-record.ts';
import { counted } from '../reports/summary/columns.ts';
import { paintFor } from '../reports/summary/paint.ts';
import { printable } from '../schemas/checks/answer-body.ts';
import { SuiteError } from '../schemas/contract/suite-error.ts';
import { scenariosOf } from '../suites/profile.ts';
import { targetNames } from '../suites/target-named.ts';
import { chosenDepartures } from './accept-choice.ts';
import type { AcceptOptions } from './accept-options.ts';
import { baselineFile, writeBaseline } from './baseline-file.ts';
import { assertKnownScenarios } from './known-scenarios.ts';
import { say } from './say.ts';
import { wholeRecord } from './whole-record.ts';

/** The day it is, UTC, as YYYY-MM-DD. */
const dayOf = (now: Date): string => now.toISOString().slice(0, 10);

function termsOf({ reason, owner, expires, source }: AcceptOptions, record: RunRecord, today: string): Terms {
  if (expires !== undefined && expires < today)
    throw new SuiteError('USAGE', `--expires ${expires} is past`, { hint: `Name a day from ${today} on.` });
  return {
    reason,
    owner: owner ?? (process.env.GIT_AUTHOR_NAME || userInfo().username),
    date: today,
    ...(expires !== undefined && { expires }),
    source: source ?? `The run of ${record.startedAt.slice(0, 16)}Z on ${record.target.baseUrl}.`,
  };
}

/** Ids that a baseline may name: those of this suite, and of the run that another version may have made. */
function knownTo(record: RunRecord): ReadonlySet<string> {
  const { name } = record.target;
  const ours = targetNames.includes(name) ? scenariosOf(name).map(({ id }) => id) : [];
  return new Set([...ours, ...plannedIn(record)]);
}

function printDiff(before: string, after: string): void {
  const paint = paintFor(process.stdout.isTTY === true);
  const paints = { '+': paint.good, '-': paint.bad, ' ': (text: string) => text } as const;
  for (const line of lineDiff(before, after))
    say(`${paints[line[0] as keyof typeof paints]?.(printable(line)) ?? printable(line)}\n`);
}

/** Writes departures of a run into the baseline and prints the difference; resolves to 0, also where nothing is new. */
export async function accept(paths: readonly string[], options: AcceptOptions): Promise<number> {
  const record = wholeRecord(paths);
  const { file, text, base, baseline } = baselineFile(record.target.name, options.baseline);
  assertKnownScenarios(file, baseline.accepted, knownTo(record));
  const today = dayOf(new Date());
  const terms = termsOf(options, record, today);
  const chosen = chosenDepartures(record, baseline.accepted, today, options.only);
  if (chosen.length === 0) {
    say(`Nothing is new: ${file} is left as it is.\n`);
    return 0;
  }
  const taken = baseline.accepted.map(({ id }) => id);
  const { replaced, added } = mergeEntries(baseline.accepted, entriesFor(chosen, terms, taken), today);
  const after = baselineTextWith(base, { replaced, added });
  printDiff(text, after);
  if (!options.dryRun) writeBaseline(file, after);
  const entries = counted(added.length + replaced.size, 'entry').replace('entrys', 'entries');
  const what = `${counted(chosen.length, 'departure')}, ${entries}, in ${file}`;
  say(
    options.dryRun
      ? `\nWould accept ${what}; nothing is written.\n`
      : `\nAccepted ${what}. Delete an entry to take it back.\n`,
  );
  return 0;
}
