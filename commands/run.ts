import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { recordDefect } from '../reports/defect.ts';
import { type CoverageOf, finishAbandonedRun, finishRun, isSettled } from '../reports/finish-run.ts';
import { readJournal } from '../reports/journal.ts';
import type { RunHeader, RunRecord } from '../reports/run-record.ts';
import { startRun } from '../reports/start-run.ts';
import { type Level, valueAt } from '../schemas/contract/clause.ts';
import { PACKAGE_VERSION } from '../schemas/contract/package-file.ts';
import { loadSpec } from '../schemas/contract/spec.ts';
import { SuiteError } from '../schemas/contract/suite-error.ts';
import { CANCEL_SPEC } from '../suites/cancel/cancel-spec.ts';
import { type RunEnvironment, variablesOf } from '../suites/run-environment.ts';
import { targetNamed } from '../suites/target-named.ts';
import type { StartedPrism } from '../targets/prism/prism.ts';
import type { Target } from '../targets/target.ts';
import { endingOf, exitCodeOf } from './exit-code.ts';
import { type PlaywrightEnd, startPlaywright } from './playwright-process.ts';
import { printAbandoned, printRecord } from './print-record.ts';
import type { RunOptions } from './run-options.ts';
import type { Signal } from './signals.ts';

const levelOf = ({ failOn }: RunOptions): Level => failOn.toUpperCase() as Level;

function headerOf(options: RunOptions, { name, judges, baseUrl }: Target): RunHeader {
  const { file, sha256, document } = loadSpec(CANCEL_SPEC);
  return {
    format: 1,
    id: randomUUID(),
    suite: { name: 'cancel-conformance', version: PACKAGE_VERSION },
    contract: { file, version: String(valueAt(document, '/info/version')), sha256 },
    target: { name, judges, baseUrl },
    failOn: levelOf(options),
    startedAt: new Date().toISOString(),
  };
}

const environmentOf = (options: RunOptions, { name, baseUrl }: Target, directory: string): RunEnvironment => ({
  target: name,
  baseUrl,
  directory,
  failOn: levelOf(options),
  limits: { timeoutMs: options.timeout, maxBodyBytes: options.maxBody },
  workers: options.workers,
  ...(options.grep !== undefined && { grep: options.grep }),
});

/** Imported late: it derives every obligation of the contract, in half a second that other things can use. */
const importCoverage = async (): Promise<CoverageOf> =>
  (await import('../suites/cancel/cancel-coverage.ts')).cancelCoverageOf;

function wasPlanned(directory: string): boolean {
  for (const { kind } of readJournal(directory)) if (kind === 'plan' || kind === 'defect') return true;
  return false;
}

/** Playwright that ends without a word in the journal did not run at all: what it complained of is the defect. */
function noteSilence(directory: string, { signal, complaints }: PlaywrightEnd): void {
  if (signal !== null || wasPlanned(directory)) return;
  const message = 'Playwright did not run the suite';
  recordDefect(directory, null, Object.assign(new Error(message), { stack: `${message}\n${complaints}` }));
}

/** Runs the scenarios and ends the run, whatever became of them. */
async function judge(options: RunOptions, { target, ready }: StartedPrism, directory: string) {
  const playwright = startPlaywright(variablesOf(environmentOf(options, target, directory)));
  try {
    // Playwright takes longer to start than the header takes to be made: its first line comes after this one.
    startRun(directory, headerOf(options, target));
  } catch (error) {
    playwright.kill();
    throw error;
  }
  const coverage = ready().then(importCoverage, importCoverage);
  const end = await playwright.ended;
  noteSilence(directory, end);
  return { record: finishRun(directory, end.signal !== null, await coverage), signal: end.signal };
}

function concluded(record: RunRecord, signal: Signal | null, { grep }: RunOptions, directory: string): number {
  const nothing = record.totals.planned === 0 && record.defects.length === 0 && signal === null;
  if (nothing && grep !== undefined)
    throw new SuiteError('USAGE', `No scenario matches --grep ${JSON.stringify(grep)}`, {
      hint: 'It is a regular expression, matched against id, title and @topic of each scenario.',
    });
  printRecord(record, directory);
  return exitCodeOf(endingOf(record, signal));
}

/** Judges a target by the scenarios; resolves to the exit code. Everything it writes lies in the report directory. */
export async function run(options: RunOptions): Promise<number> {
  const kind = targetNamed(options.target);
  const directory = resolve(options.reportDir ?? `reports/out/${options.target}`);
  if (!isSettled(directory)) printAbandoned(finishAbandonedRun(directory, await importCoverage()));
  const started = await kind.open({ onDefect: (defect) => recordDefect(directory, null, defect) });
  try {
    const { record, signal } = await judge(options, started, directory);
    return concluded(record, signal, options, directory);
  } finally {
    await started.close();
  }
}
