import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ScenarioResult } from '../schemas/verdict.ts';
import { FINDING, HEADER, resultOf } from '../tests/run-samples.ts';
import { finishAbandonedRun, finishRun } from './finish-run.ts';
import { appendToJournal, type JournalLine, journalFile, readJournal } from './journal.ts';
import { thisProcess } from './process-identity.ts';
import { assertRecord } from './record-schema.ts';
import { startRun } from './start-run.ts';
import { recordFile } from './write-record.ts';

let directory: string;
const noCoverage = () => [];
const written = () => JSON.parse(readFileSync(recordFile(directory), 'utf8'));

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'finish-run-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** A journal whose writer is the given process. */
function journalBy(process: ReturnType<typeof thisProcess>, ...lines: JournalLine[]): void {
  const head: JournalLine = { kind: 'run', header: HEADER, process };
  writeFileSync(journalFile(directory), [head, ...lines].map((line) => `${JSON.stringify(line)}\n`).join(''));
}

/** The identity of a process that has been killed with SIGKILL. */
async function killedProcess() {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const identity = { ...thisProcess(), pid: child.pid ?? 0, startTicks: null };
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
  return identity;
}

test('a run becomes a record that its published schema accepts, with all evidence', () => {
  startRun(directory, HEADER);
  appendToJournal(directory, { kind: 'plan', scenarios: ['a', 'b'] });
  appendToJournal(directory, { kind: 'result', result: resultOf('a') });
  appendToJournal(directory, { kind: 'result', result: resultOf('b', { verdict: 'fail', findings: [FINDING] }) });
  const record = finishRun(directory, false, () => [
    { id: 'status/204', group: 'status', subject: '204', standing: 'verified', claimedBy: ['a'] },
  ]);
  expect(record.totals).toMatchObject({ planned: 2, pass: 1, fail: 1, notRun: 0, requests: 2, findings: { MUST: 1 } });
  assertRecord(written());
  expect(written()).toMatchObject({ interrupted: false, coverage: [{ subject: '204' }] });
  expect(written().scenarios[0]).toMatchObject({ exchanges: [{ durationMs: 2.5 }], debugIds: ['b1985a21862fe'] });
  expect(readdirSync(directory).sort()).toEqual(['run.json', 'run.ndjson']);
});

test('the schema is closed', () => {
  startRun(directory, HEADER);
  finishRun(directory, false, noCoverage);
  const record = written();
  expect(() => assertRecord(record)).not.toThrow();
  expect(() => assertRecord({ ...record, more: 1 })).toThrow(/departs from its published schema/);
  expect(() => assertRecord({ ...record, format: 2 })).toThrow();
  expect(() => assertRecord({ ...record, scenarios: [{ ...resultOf('a') }] })).toThrow(/debugIds/);
});

test('a torn last line is left out', () => {
  journalBy(thisProcess(), { kind: 'result', result: resultOf('a') });
  appendFileSync(journalFile(directory), '{"kind":"result","result":{"id":"b","ti');
  expect([...readJournal(directory)].map(({ kind }) => kind)).toEqual(['run', 'result']);
});

test('a line that is longer than what is read at once, with characters of several bytes, stays whole', () => {
  const title = '𝔞€'.repeat(300_000);
  journalBy(thisProcess(), { kind: 'result', result: resultOf('a', { title }) });
  expect([...readJournal(directory)][1]).toMatchObject({ result: { title } });
});

test('the next command finishes the record of a killed run, marked interrupted', async () => {
  const plan: JournalLine = { kind: 'plan', scenarios: ['a', 'b'] };
  journalBy(await killedProcess(), plan, { kind: 'result', result: resultOf('a') });
  appendFileSync(journalFile(directory), '{"kind":"result","res');
  const abandoned = finishAbandonedRun(directory, noCoverage);
  expect(abandoned).toMatchObject({ id: 'a-run', interrupted: true, notRun: ['b'], totals: { pass: 1, notRun: 1 } });
  expect(written()).toMatchObject({ id: 'a-run', interrupted: true, finishedAt: '2026-01-01T00:00:01.005Z' });
  startRun(directory, { ...HEADER, id: 'next' });
  expect([...readJournal(directory)]).toMatchObject([{ kind: 'run', header: { id: 'next' } }]);
});

test('a record that was not written after the end is written by the next command, not marked', async () => {
  journalBy(await killedProcess(), { kind: 'end', at: '2026-01-01T00:00:09.000Z', interrupted: false });
  expect(finishAbandonedRun(directory, noCoverage)).toMatchObject({ interrupted: false });
  expect(finishAbandonedRun(directory, noCoverage)).toBeUndefined();
});

test('two runs in one directory: the second is told so, and the first is left alone', () => {
  startRun(directory, HEADER);
  const before = readFileSync(journalFile(directory), 'utf8');
  const inProgress = expect.objectContaining({
    code: 'RUN_IN_PROGRESS',
    hint: expect.stringContaining('--report-dir'),
  });
  expect(() => finishAbandonedRun(directory, noCoverage)).toThrow(inProgress);
  expect(() => startRun(directory, HEADER)).toThrow(inProgress);
  expect(readFileSync(journalFile(directory), 'utf8')).toBe(before);
});

test('a run begins anew where the last one is done', () => {
  startRun(directory, HEADER);
  finishRun(directory, false, noCoverage);
  startRun(directory, { ...HEADER, id: 'next' });
  expect([...readJournal(directory)]).toMatchObject([{ kind: 'run', header: { id: 'next' } }]);
  expect(written()).toMatchObject({ id: 'a-run' });
});

test('a process id that was used again is not the run', () => {
  if (thisProcess().startTicks === null) return;
  journalBy({ ...thisProcess(), startTicks: '1' });
  expect(finishAbandonedRun(directory, noCoverage)).toMatchObject({ interrupted: true });
});

test('a file that is no journal is not touched', () => {
  writeFileSync(journalFile(directory), 'mine\n');
  expect(() => finishAbandonedRun(directory, noCoverage)).toThrow(
    expect.objectContaining({ code: 'RECORD_UNREADABLE' }),
  );
  expect(() => startRun(directory, HEADER)).toThrow(expect.objectContaining({ code: 'RUN_IN_PROGRESS' }));
  expect(readFileSync(journalFile(directory), 'utf8')).toBe('mine\n');
});

test('a result of a second attempt takes the place of the first', () => {
  startRun(directory, HEADER);
  appendToJournal(directory, { kind: 'plan', scenarios: ['a', 'b'] });
  appendToJournal(directory, { kind: 'result', result: resultOf('a', { verdict: 'inconclusive', reason: 'away' }) });
  appendToJournal(directory, { kind: 'result', result: resultOf('b') });
  appendToJournal(directory, { kind: 'result', result: resultOf('a', { flaky: 'away' }) });
  const orphan = { invoiceId: null, reference: 'cc-x-1', run: 'cc-x', state: null, reason: 'lost' };
  appendToJournal(directory, { kind: 'orphan', orphan });
  appendToJournal(directory, { kind: 'ended-early', ended: { cause: 'budget', reason: 'spent' } });
  const record = finishRun(directory, false, noCoverage);
  expect(record.totals).toMatchObject({ pass: 2, inconclusive: 0, requests: 3 });
  assertRecord(written());
  expect(written()).toMatchObject({ orphans: [orphan], endedEarly: { cause: 'budget' } });
  expect(written().scenarios.map(({ id, flaky }: ScenarioResult) => [id, flaky])).toEqual([
    ['b', undefined],
    ['a', 'away'],
  ]);
});
