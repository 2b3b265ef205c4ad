import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { UsedBaseline } from '../reports/baseline.ts';
import { recordDefect } from '../reports/defect.ts';
import { type CoverageOf, finishAbandonedRun, finishRun, isSettled } from '../reports/finish-run.ts';
import { readJournal } from '../reports/journal.ts';
import { baselineFor } from '../reports/read-baseline.ts';
import { readRecord } from '../reports/read-record.ts';
import type { RunHeader, RunRecord } from '../reports/run-record.ts';
import { startRun } from '../reports/start-run.ts';
import type { Level } from '../schemas/contract/clause.ts';
import { PACKAGE_VERSION } from '../schemas/contract/package-file.ts';
import { loadSpec } from '../schemas/contract/spec.ts';
import { SuiteError } from '../schemas/contract/suite-error.ts';
import { CANCEL_SPEC } from '../suites/cancel/cancel-spec.ts';
import { defaultConcurrency } from '../suites/concurrency.ts';
import { LEGACY_SPEC } from '../suites/legacy/legacy-spec.ts';
import { type RunEnvironment, variablesOf } from '../suites/run-environment.ts';
import { targetNamed } from '../suites/target-named.ts';
import type { OpenedTarget, Target } from '../targets/target.ts';
import { conductOf, countsFirst, planFor, rateOf } from './conduct.ts';
import { endingOf, exitCodeOf } from './exit-code.ts';
import { assertUsable } from './known-scenarios.ts';
import { ledgerFile, takeLedger } from './ledger-of.ts';
import { noteStanding } from './note-standing.ts';
import { type PlaywrightEnd, startPlaywright } from './playwright-process.ts';
import { assertWithin, printPlan } from './print-plan.ts';
import { printAbandoned, printRecord } from './print-record.ts';
import { renderRecord } from './render-record.ts';
import { historyOfEnded, keepRun } from './run-history.ts';
import type { RunOptions } from './run-options.ts';
import { countLeaks } from './scan-artefacts.ts';
import type { Signal } from './signals.ts';
import { usedContract } from './used-contract.ts';

const levelOf = ({ failOn }: RunOptions): Level => failOn.toUpperCase() as Level;

function headerOf(options: RunOptions, target: Target, baseline?: UsedBaseline): RunHeader {
  const { name, judges, baseUrl, legacy } = target;
  return {
    format: 1,
    id: randomUUID(),
    suite: { name: 'cancel-conformance', version: PACKAGE_VERSION },
    contract: usedContract(loadSpec(CANCEL_SPEC)),
    ...(legacy && { legacyContract: usedContract(loadSpec(LEGACY_SPEC)) }),
    target: { name, judges, baseUrl },
    failOn: levelOf(options),
    ...(baseline && { baseline }),
    partial: options.grep !== undefined,
    ...(options.shard && { shard: options.shard }),
    startedAt: new Date().toISOString(),
  };
}

const environmentOf = (
  options: RunOptions,
  target: Target,
  directory: string,
  conduct: ReturnType<typeof conductOf>,
): RunEnvironment => ({
  ...conduct,
  target: target.name,
  baseUrl: target.baseUrl,
  directory,
  failOn: levelOf(options),
  limits: { timeoutMs: options.timeout, maxBodyBytes: options.maxBody },
  concurrency: options.workers ?? defaultConcurrency(target.judges, rateOf(options, target)),
  ...(options.grep !== undefined && { grep: options.grep }),
});

/** Imported late: it derives every obligation of the contract, in half a second that other things can use. */
const importCoverage = async (): Promise<CoverageOf> =>
  (await import('../suites/contract-coverage.ts')).contractCoverageOf;

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

/** Of a contract that cannot be read nothing is covered. */
const NO_COVERAGE: CoverageOf = () => [];

/** Records each defect once: a target that cannot answer says why at every call. */
function defectsIn(directory: string): (cause: unknown) => void {
  const told = new Set<string>();
  return (cause) => {
    const message = cause instanceof Error ? cause.message : String(cause);
    if (told.has(message)) return;
    told.add(message);
    recordDefect(directory, null, cause);
  };
}

/** A search that finds nothing must not replace the record of an earlier run. */
async function assertFound({ grep, target }: RunOptions): Promise<void> {
  if (grep === undefined) return;
  const [{ scenariosOf }, { searchedText }] = await Promise.all([
    import('../suites/profile.ts'),
    import('../suites/chosen.ts'),
  ]);
  const wanted = new RegExp(grep);
  if (scenariosOf(target).some((scenario) => wanted.test(searchedText(scenario)))) return;
  throw new SuiteError('USAGE', `No scenario matches --grep ${JSON.stringify(grep)}`, {
    hint: 'It is a regular expression, matched against id, title and @topic of each scenario.',
  });
}

/** Runs the scenarios and ends the run, whatever became of them. */
async function judge(
  options: RunOptions,
  header: RunHeader,
  { target, ready }: OpenedTarget,
  directory: string,
  tell: (cause: unknown) => void,
) {
  const conduct = conductOf(options, target);
  const playwright = startPlaywright(variablesOf(environmentOf(options, target, directory, conduct)));
  try {
    // Playwright takes longer to start than the header takes to be made: its first line comes after this one.
    startRun(directory, header);
  } catch (error) {
    playwright.kill();
    throw error;
  }
  const coverage = ready().then(importCoverage);
  // A target that cannot be made ready answers nothing: there is no use in asking it a hundred times.
  coverage.catch(() => playwright.kill());
  const end = await playwright.ended;
  const coverageOf = await coverage.catch((cause: unknown) => {
    tell(cause);
    return importCoverage().catch(() => NO_COVERAGE);
  });
  noteSilence(directory, end);
  noteStanding(directory, ledgerFile(target.name), conduct.runId, target);
  return { record: finishRun(directory, end.signal !== null, coverageOf), signal: end.signal };
}

/** Evidence is in the file alone: what is wanted in another form is made of that. */
async function rendered({ format, history: named }: RunOptions, directory: string): Promise<readonly string[]> {
  if (format === undefined) return [];
  const record = readRecord(directory);
  const history = historyOfEnded(record, named);
  return renderRecord(record, format, { ...(history && { history }) });
}

async function concluded(
  record: RunRecord,
  signal: Signal | null,
  options: RunOptions,
  directory: string,
): Promise<number> {
  printRecord(record, directory);
  const ending = endingOf(record, signal, options.strictBaseline);
  const written = [...keepRun(record, directory, options.history), ...(await rendered(options, directory))];
  const leaks = countLeaks(directory, ledgerFile(record.target.name), ...written);
  return exitCodeOf({ ...ending, defects: ending.defects + leaks });
}

/** Counts the calls, where that has to be done first, and judges; the account is this run's alone while it does. */
async function runOn(
  started: OpenedTarget,
  options: RunOptions,
  baseline: UsedBaseline | undefined,
  directory: string,
  tell: (cause: unknown) => void,
): Promise<number> {
  const { target } = started;
  if (countsFirst(options, target)) {
    const { plan, allowed } = await planFor(options, target);
    if (options.plan) printPlan(plan, allowed, rateOf(options, target));
    if (options.plan) return 0;
    assertWithin(plan, allowed);
  }
  const release = await takeLedger(ledgerFile(target.name), target, options.wait * 1000);
  try {
    const { record, signal } = await judge(options, headerOf(options, target, baseline), started, directory, tell);
    return await concluded(record, signal, options, directory);
  } finally {
    release();
  }
}

/** Judges a target by the scenarios; resolves to the exit code. Everything it writes lies in the report directory. */
export async function run(options: RunOptions): Promise<number> {
  const kind = targetNamed(options.target);
  const baseline = baselineFor(options.target, options.baseline);
  const directory = resolve(options.reportDir ?? `reports/out/${options.target}`);
  if (!isSettled(directory)) printAbandoned(finishAbandonedRun(directory, await importCoverage()));
  await assertFound(options);
  await assertUsable(options.target, baseline);
  const tell = defectsIn(directory);
  const started = await kind.open({ onDefect: tell });
  try {
    return await runOn(started, options, baseline, directory, tell);
  } finally {
    await started.close();
  }
}
