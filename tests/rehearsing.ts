import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AllowanceOptions, openAllowance, UNLIMITED } from '../clients/allowance.ts';
import type { Limits } from '../clients/http-client.ts';
import { createPacedClient } from '../clients/paced-client.ts';
import type { Patience } from '../clients/patience.ts';
import { createHttpClient } from '../clients/undici-client.ts';
import { endingOf, exitCodeOf } from '../commands/exit-code.ts';
import { type UsedBaseline, withAccepted } from '../reports/baseline.ts';
import { type RunRecord, runRecordOf, scenarioRecordOf } from '../reports/run-record.ts';
import type { EndedEarly, Orphan, ScenarioResult } from '../schemas/verdict.ts';
import { cancelOperation } from '../suites/cancel/cancel-contract.ts';
import { cancelScenarios } from '../suites/cancel/cancel-scenarios.ts';
import { accountOf, openLedger, readLedger } from '../suites/ledger.ts';
import { isJudged, openCourse } from '../suites/run-course.ts';
import type { Scenario } from '../suites/scenario.ts';
import { openSchedule } from '../suites/schedule.ts';
import { openSession } from '../suites/session.ts';
import type { Target } from '../targets/target.ts';
import { HEADER } from './run-samples.ts';

/** A service, and how a run treats it. */
export interface RehearsalRun {
  readonly target: Target;
  readonly scenarios: readonly Scenario[];
  /** 16 by default. */
  readonly concurrency?: number;
  readonly limits?: Limits;
  readonly allowance?: AllowanceOptions;
  /** Short by default. */
  readonly patience?: Patience;
  /** Pauses before further reads, in milliseconds; a few short ones by default. */
  readonly readPausesMs?: readonly number[];
  readonly baseline?: UsedBaseline;
}

/** What a run came to. */
export interface Rehearsed {
  readonly record: RunRecord;
  readonly exitCode: number;
  readonly ended: EndedEarly | undefined;
  /** What stands open in the ledger in the end. */
  readonly open: number;
  readonly stays: readonly Orphan[];
  /** Calls that were allowed. */
  readonly calls: number;
  readonly elapsedMs: number;
}

const LIMITS: Limits = { timeoutMs: 2_000, maxBodyBytes: 1_048_576 };
const PATIENCE: Patience = { retries: 4, firstPauseMs: 10, longestMs: 3_000 };

function recordOf(
  { target, scenarios, baseline }: RehearsalRun,
  results: readonly ScenarioResult[],
  ended: EndedEarly | undefined,
): RunRecord {
  const { name, judges, baseUrl } = target;
  const header = { ...HEADER, target: { name, judges, baseUrl }, ...(baseline && { baseline }) };
  const planned = scenarios.map(({ id }) => id);
  const marked = results.map((result) => withAccepted(scenarioRecordOf(result), header));
  const end = { at: HEADER.startedAt, interrupted: ended !== undefined };
  return runRecordOf(
    {
      header,
      planned,
      scenarios: marked,
      defects: [],
      leftovers: [],
      orphans: [],
      endedEarly: ended ?? null,
      end,
      requests: 0,
    },
    [],
  );
}

/** Runs scenarios on a service as the command does, in this process. */
export async function rehearsed(run: RehearsalRun): Promise<Rehearsed> {
  const { target, scenarios, concurrency = 16, limits = LIMITS, patience = PATIENCE } = run;
  const started = performance.now();
  const file = join(mkdtempSync(join(tmpdir(), 'rehearsal-')), 'ledger.ndjson');
  const allowance = openAllowance(run.allowance ?? UNLIMITED);
  const client = createPacedClient(createHttpClient(target.baseUrl, limits), target.baseUrl, allowance);
  const runId = 'cc-rehearsal';
  const ledger = openLedger(file, { account: accountOf(target), run: runId, durable: false });
  const readPausesMs = run.readPausesMs ?? [5, 10, 20, 40];
  const session = openSession({
    target,
    client,
    operation: cancelOperation,
    runId,
    ledger,
    patience,
    limits: { readPausesMs },
  });
  const second = new Map<string, ScenarioResult>();
  const stays: Orphan[] = [];
  let ended: EndedEarly | undefined;
  const course = openCourse(session, allowance, {
    endedEarly: (early) => {
      ended = early;
    },
    secondResult: (result) => void second.set(result.id, result),
    stays: (open) => void stays.push(open),
  });
  const schedule = openSchedule(scenarios, concurrency, (scenario) => course.judge(scenario));
  const outcomes = await Promise.all(scenarios.map((scenario) => schedule.resultOf(scenario)));
  await course.finish(scenarios.length);
  await client.close();
  const results = outcomes.filter(isJudged).map((result) => second.get(result.id) ?? result);
  const record = recordOf(run, results, ended);
  return {
    record,
    exitCode: exitCodeOf(endingOf(record, null)),
    ended,
    open: readLedger(file).size,
    stays,
    calls: allowance.used(),
    elapsedMs: performance.now() - started,
  };
}

/** The scenario of an id; throws where there is none. */
export function cancelScenario(id: string): Scenario {
  const scenario = cancelScenarios.find((candidate) => candidate.id === id);
  if (scenario === undefined) throw new Error(`There is no scenario ${id}.`);
  return scenario;
}
