import { appendFileSync, closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { SuiteError } from '../schemas/contract/suite-error.ts';
import { redacted } from '../schemas/secrets/redact.ts';
import type { EndedEarly, Leftover, Orphan, ScenarioResult } from '../schemas/verdict.ts';
import type { ProcessIdentity } from './process-identity.ts';
import type { Defect, RunHeader } from './run-record.ts';
import type { Traffic } from './traffic.ts';

/** One line of a run's journal. */
export type JournalLine =
  | { readonly kind: 'run'; readonly header: RunHeader; readonly process: ProcessIdentity }
  | { readonly kind: 'plan'; readonly scenarios: readonly string[] }
  | { readonly kind: 'result'; readonly result: ScenarioResult }
  | { readonly kind: 'defect'; readonly defect: Defect }
  | { readonly kind: 'leftover'; readonly leftover: Leftover }
  | { readonly kind: 'orphan'; readonly orphan: Orphan }
  | { readonly kind: 'ended-early'; readonly ended: EndedEarly }
  | { readonly kind: 'traffic'; readonly traffic: Traffic }
  | { readonly kind: 'end'; readonly at: string; readonly interrupted: boolean };

/** Bytes read at once. */
const CHUNK_BYTES = 1 << 20;

/** Where the journal of a run in `directory` lies. */
export const journalFile = (directory: string): string => join(directory, 'run.ndjson');

/** Files with evidence are their owner's alone. */
export const EVIDENCE_MODE = 0o600;

/** A line as it is written, without a secret. An end stands on a line of its own, also where a crash tore off the line before it. */
export const journalText = (line: JournalLine): string =>
  `${line.kind === 'end' ? '\n' : ''}${JSON.stringify(redacted(line))}\n`;

/** Adds a line, in one write, so that lines of several processes never mix. */
export function appendToJournal(directory: string, line: JournalLine): void {
  try {
    appendFileSync(journalFile(directory), journalText(line), { mode: EVIDENCE_MODE });
  } catch (cause) {
    const hint = 'Make room, or name another directory with --report-dir.';
    throw new SuiteError('WRITE_FAILED', `${journalFile(directory)} cannot be written`, { hint, cause });
  }
}

/** The file's lines, one at a time: a journal may be larger than a string can be. */
function* linesOf(path: string): Generator<string> {
  const file = openSync(path, 'r');
  try {
    const chunk = Buffer.alloc(CHUNK_BYTES);
    let rest = Buffer.alloc(0);
    for (let size = readSync(file, chunk); size > 0; size = readSync(file, chunk)) {
      const bytes = Buffer.concat([rest, chunk.subarray(0, size)]);
      const end = bytes.lastIndexOf(10) + 1;
      rest = bytes.subarray(end);
      yield* bytes.toString('utf8', 0, end).split('\n');
    }
    yield rest.toString('utf8');
  } finally {
    closeSync(file);
  }
}

function parsed(line: string): JournalLine | undefined {
  try {
    return line === '' ? undefined : JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** The lines of a journal. One that a crash tore off is left out. */
export function* readJournal(directory: string): Generator<JournalLine> {
  for (const text of linesOf(journalFile(directory))) {
    const line = parsed(text);
    if (line !== undefined) yield line;
  }
}

/** What a run is to judge, and what it has judged already. */
export interface Standing {
  /** Ids of the planned scenarios; none before Playwright has found them. */
  readonly planned: readonly string[];
  /** Verdict and reason by the scenario's id. */
  readonly judged: ReadonlyMap<string, Pick<ScenarioResult, 'verdict' | 'reason'>>;
}

/** How far the run of this directory has come. */
export function standingOf(directory: string): Standing {
  let planned: readonly string[] = [];
  const judged = new Map<string, Pick<ScenarioResult, 'verdict' | 'reason'>>();
  for (const line of readJournal(directory)) {
    if (line.kind === 'plan') planned = line.scenarios;
    if (line.kind !== 'result') continue;
    const { id, verdict, reason } = line.result;
    judged.set(id, { verdict, ...(reason !== undefined && { reason }) });
  }
  return { planned, judged };
}

/** Bytes of the last line that are looked at: an `end` is far shorter. */
const TAIL_BYTES = 400;

/** Whether the run of this journal came to its end, by the last line alone. */
export function hasEnd(directory: string): boolean {
  const file = openSync(journalFile(directory), 'r');
  try {
    const tail = Buffer.alloc(TAIL_BYTES);
    const size = readSync(file, tail, 0, TAIL_BYTES, Math.max(0, fstatSync(file).size - TAIL_BYTES));
    const line = tail.toString('utf8', 0, size).trimEnd().split('\n').at(-1) ?? '';
    return parsed(line)?.kind === 'end';
  } finally {
    closeSync(file);
  }
}
