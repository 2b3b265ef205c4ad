import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { finishAbandonedRun, finishRun } from '../reports/finish-run.ts';
import { appendToJournal } from '../reports/journal.ts';
import { baselineFor } from '../reports/read-baseline.ts';
import type { RunHeader, RunRecord } from '../reports/run-record.ts';
import { startRun } from '../reports/start-run.ts';
import type { Level } from '../schemas/contract/clause.ts';
import { PACKAGE_VERSION } from '../schemas/contract/package-file.ts';
import { loadSpec } from '../schemas/contract/spec.ts';
import { SuiteError } from '../schemas/contract/suite-error.ts';
import { operationNamed } from '../schemas/library/known-operations.ts';
import { knownOperations } from '../schemas/library/operation-list.ts';
import type { ScenarioResult } from '../schemas/verdict.ts';
import { contractCoverageOf } from '../suites/contract-coverage.ts';
import { LEGACY_SPEC } from '../suites/legacy/legacy-spec.ts';
import { scenariosOf } from '../suites/profile.ts';
import type { Scenario } from '../suites/scenario.ts';
import { conclude } from './conclude.ts';
import { isSeenAfterwards, judgeAgain } from './judge-again.ts';
import type { JudgeOptions } from './judge-options.ts';
import { differenceOf } from './judged-differences.ts';
import { type JudgedAgain, judgedText } from './judged-text.ts';
import { printAbandoned } from './print-record.ts';
import { usedContract } from './used-contract.ts';
import { wholeRecord } from './whole-record.ts';

/** A client's answers were edited on purpose, and its calls are not in the record: there is nothing to judge again. */
function assertOfService({ target }: RunRecord): void {
  if (target.judges !== 'client') return;
  throw new SuiteError('USAGE', 'This run judged a client, whose evidence cannot be judged again without it', {
    hint: `Run it again: cancel-conformance run --client ${target.client ?? 'FILE'}.`,
  });
}

/** What was recorded of traffic has no scenarios: the contract alone judges it, now as then. */
const isTraffic = ({ target }: RunRecord): boolean => target.name === 'recorded';

const hasContract = (id: string): boolean => knownOperations.some((known) => known.id === id);

function headerOf(record: RunRecord, { failOn, baseline }: JudgeOptions): RunHeader {
  const { spec } = operationNamed(knownOperations[0].id);
  const { target, partial, shard } = record;
  const used = baselineFor(target.name, baseline);
  return {
    format: 1,
    id: randomUUID(),
    suite: { name: 'cancel-conformance', version: PACKAGE_VERSION },
    contract: usedContract(spec),
    ...(record.legacyContract && { legacyContract: usedContract(loadSpec(LEGACY_SPEC)) }),
    target,
    failOn: failOn === undefined ? record.failOn : (failOn.toUpperCase() as Level),
    ...(used && { baseline: used }),
    ...(partial !== undefined && { partial }),
    ...(shard && { shard }),
    startedAt: new Date().toISOString(),
  };
}

/** Today's scenarios by id; none of a target that this version does not know. */
function scenariosToday({ target }: RunRecord): ReadonlyMap<string, Scenario> {
  try {
    return new Map(scenariosOf(target.name).map((scenario) => [scenario.id, scenario]));
  } catch (error) {
    if (!(error instanceof SuiteError)) throw error;
    return new Map();
  }
}

function judgeAll(record: RunRecord, failOn: Level): JudgedAgain & { readonly results: readonly ScenarioResult[] } {
  const scenarios = scenariosToday(record);
  const results = record.scenarios.map((scenario) => {
    if (!hasContract(scenario.operation)) return { ...scenario };
    const operation = operationNamed(scenario.operation);
    return judgeAgain(scenario, { scenario: scenarios.get(scenario.id), operation, failOn });
  });
  return {
    results,
    carriedOver: results.flatMap(({ findings }) => findings.filter(isSeenAfterwards)).length,
    differences: record.scenarios.flatMap((before, at) => differenceOf(before, results[at] ?? before) ?? []),
    unknown: isTraffic(record) ? [] : record.scenarios.map(({ id }) => id).filter((id) => !scenarios.has(id)),
  };
}

function write(directory: string, header: RunHeader, before: RunRecord, results: readonly ScenarioResult[]): RunRecord {
  printAbandoned(finishAbandonedRun(directory, () => []));
  startRun(directory, header);
  const planned = [...before.scenarios.map(({ id }) => id), ...before.notRun];
  appendToJournal(directory, { kind: 'plan', scenarios: planned });
  for (const result of results) appendToJournal(directory, { kind: 'result', result });
  if (before.endedEarly) appendToJournal(directory, { kind: 'ended-early', ended: before.endedEarly });
  return finishRun(directory, false, isTraffic(before) ? () => [] : contractCoverageOf);
}

/**
 * Judges the evidence of an earlier run by today's suite and contract, without a call, and says where that differs from the
 * recorded judgement; resolves to the exit code of today's.
 */
export async function judgeRun(paths: readonly string[], options: JudgeOptions): Promise<number> {
  const before = wholeRecord(paths);
  assertOfService(before);
  const header = headerOf(before, options);
  const directory = resolve(options.reportDir ?? 'reports/out/judged');
  if (paths.some((path) => resolve(path) === directory || resolve(path) === resolve(directory, 'run.json')))
    throw new SuiteError('USAGE', 'The run would be overwritten by what is made of it', {
      hint: 'Name another directory with --report-dir.',
    });
  const { results, ...again } = judgeAll(before, header.failOn);
  const record = write(directory, header, before, results);
  return conclude(
    {
      record,
      directory,
      signal: null,
      preface: judgedText(before, record, again),
      json: (whole) => ({ ...again, record: whole }),
    },
    options,
  );
}
