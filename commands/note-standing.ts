import { appendToJournal, readJournal } from '../reports/journal.ts';
import type { Orphan } from '../schemas/verdict.ts';
import { readLedger } from '../suites/ledger.ts';
import type { Target } from '../targets/target.ts';

/** References of the invoices that the run itself has said to stand. */
function notedIn(directory: string): ReadonlySet<string | undefined> {
  const noted = new Set<string | undefined>();
  for (const line of readJournal(directory)) {
    if (line.kind === 'leftover') noted.add(line.leftover.reference);
    if (line.kind === 'orphan') noted.add(line.orphan.reference);
  }
  return noted;
}

/** Notes in the journal what stands open in a service's ledger where the run `runId` was ended before it could say so itself. */
export function noteStanding(directory: string, ledger: string, runId: string, { judges }: Target): void {
  if (judges === 'mock') return;
  const noted = notedIn(directory);
  for (const { reference, run, invoiceId } of readLedger(ledger).values()) {
    if (noted.has(reference)) continue;
    const reason = 'The run was ended before it was cleared up; the next run does so, and cleanup.';
    const open: Orphan = { invoiceId, state: null, reference, run, reason };
    appendToJournal(directory, run === runId ? { kind: 'leftover', leftover: open } : { kind: 'orphan', orphan: open });
  }
}
