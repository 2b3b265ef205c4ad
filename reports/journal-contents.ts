import { SuiteError } from '../schemas/contract/suite-error.ts';
import type { Leftover, Orphan } from '../schemas/verdict.ts';
import { withAccepted } from './baseline.ts';
import { type JournalLine, journalFile, readJournal } from './journal.ts';
import type { ProcessIdentity } from './process-identity.ts';
import { type Defect, type JournalContents, type ScenarioRecord, scenarioRecordOf } from './run-record.ts';

/** How many failed scenarios keep their exchanges in memory, to be explained; the file has all of them. */
export const EXPLAINED_SCENARIOS = 25;

/** A journal's contents, and the process that wrote them. */
export interface Journal {
  readonly contents: JournalContents;
  readonly process: ProcessIdentity;
}

type Draft = { -readonly [member in keyof JournalContents]: JournalContents[member] } & {
  scenarios: ScenarioRecord[];
  defects: Defect[];
  leftovers: Leftover[];
  orphans: Orphan[];
};

/** Adds a result, without its evidence unless it is one of the first that failed; one of a second attempt takes the first one's place. */
function addResult(draft: Draft, line: JournalLine & { kind: 'result' }, explained: number): void {
  const record = withAccepted(scenarioRecordOf(line.result), draft.header);
  const keep = record.verdict === 'fail' && explained < EXPLAINED_SCENARIOS;
  draft.requests += record.exchanges.length;
  const first = line.result.flaky === undefined ? -1 : draft.scenarios.findIndex(({ id }) => id === record.id);
  if (first >= 0) draft.scenarios.splice(first, 1);
  draft.scenarios.push(keep ? record : { ...record, exchanges: [] });
}

function addLine(draft: Draft, line: JournalLine): void {
  if (line.kind === 'plan') draft.planned = line.scenarios;
  if (line.kind === 'defect') draft.defects.push(line.defect);
  if (line.kind === 'leftover') draft.leftovers.push(line.leftover);
  if (line.kind === 'orphan') draft.orphans.push(line.orphan);
  if (line.kind === 'ended-early') draft.endedEarly = line.ended;
  if (line.kind === 'traffic') draft.traffic = line.traffic;
  if (line.kind === 'end') draft.end = { at: line.at, interrupted: line.interrupted };
}

/** What a directory's journal says, with the evidence of the first failed scenarios; the rest stays in the file. */
export function journalOf(directory: string): Journal {
  const lines = readJournal(directory);
  const first = lines.next().value as JournalLine | undefined;
  if (first?.kind !== 'run' || first.header.format !== 1)
    throw new SuiteError('RECORD_UNREADABLE', `${journalFile(directory)} is not the journal of a run`, {
      hint: 'Move it away, or name another directory with --report-dir.',
    });
  const draft: Draft = {
    header: first.header,
    planned: [],
    scenarios: [],
    defects: [],
    leftovers: [],
    orphans: [],
    end: null,
    requests: 0,
  };
  let explained = 0;
  for (const line of lines) {
    if (line.kind !== 'result') addLine(draft, line);
    else {
      addResult(draft, line, explained);
      if (line.result.verdict === 'fail') explained += 1;
    }
  }
  return { contents: draft, process: first.process };
}
