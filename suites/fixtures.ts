import * as playwright from '@playwright/test';
import { appendToJournal, standingOf } from '../reports/journal.ts';
import type { ScenarioResult } from '../schemas/verdict.ts';
import { conform } from './conform.ts';
import { endWithParent } from './end-with-parent.ts';
import { type OpenRun, openRun } from './open-run.ts';
import { scenariosOf } from './profile.ts';
import { noteVerdict, type Recorded, recordVerdict, showVerdict } from './publish-verdict.ts';
import { type Course, isJudged, type RunNotes } from './run-course.ts';
import { type RunEnvironment, runEnvironment } from './run-environment.ts';
import type { Scenario } from './scenario.ts';
import { openSchedule, type Schedule } from './schedule.ts';
import { allOf, sessionFor } from './sessions.ts';

/** What a scenario's test is given: the scenario is run and its verdict published. */
interface TestFixtures {
  readonly conform: (scenario: Scenario) => Promise<void>;
}

type RunSchedule = Schedule<Scenario, Recorded>;

interface WorkerFixtures {
  readonly run: OpenRun;
  /** Under the command: the run's scenarios, judged and written down, as many at once as it was told. */
  readonly schedule: RunSchedule | null;
}

function environment(): RunEnvironment {
  const found = runEnvironment();
  if (found === undefined) throw new Error('Playwright did not run the global set-up of this suite.');
  return found;
}

/** Notes of a run's course, in its journal. */
const notesIn = (directory: string): RunNotes => ({
  endedEarly: (ended) => appendToJournal(directory, { kind: 'ended-early', ended }),
  secondResult: (result) => appendToJournal(directory, { kind: 'result', result }),
  stays: (open) =>
    appendToJournal(
      directory,
      open.run === environment().runId ? { kind: 'leftover', leftover: open } : { kind: 'orphan', orphan: open },
    ),
});

/** The scenarios that are still to be judged: what a worker before this one has judged stays judged. */
function pendingIn(directory: string) {
  const { planned, judged } = standingOf(directory);
  const ids = new Set(planned.filter((id) => !judged.has(id)));
  return { judged, pending: scenariosOf(environment().target).filter(({ id }) => ids.has(id)) };
}

/** Judges a scenario and writes its verdict down, unless the run has ended early. */
async function judged(scenario: Scenario, course: Course, directory: string): Promise<Recorded> {
  const outcome = course.judge(scenario);
  const early = await outcome.catch(() => undefined);
  if (early !== undefined && !isJudged(early)) return { verdict: 'not-run', reason: early.reason };
  return recordVerdict(outcome as Promise<ScenarioResult>, scenario.id, directory);
}

/** Runs the scenarios under the command, from the canary to the clearing up. */
async function underWay(run: OpenRun, directory: string, use: (schedule: RunSchedule) => Promise<void>): Promise<void> {
  endWithParent();
  const course = run.openCourse(notesIn(directory));
  const { judged: known, pending } = pendingIn(directory);
  const schedule = openSchedule(
    pending,
    environment().concurrency,
    async (scenario) => known.get(scenario.id) ?? judged(scenario, course, directory),
  );
  await use(schedule);
  await schedule.stop();
  await course.finish(pending.length);
}

const underCommand = typeof runEnvironment()?.directory === 'string';

/**
 * Playwright captures a stack for each of a test's steps, and maps every frame through its source maps: two thirds of the
 * time of a short test. Compiled code has none, so the engine's own stacks are the right ones.
 */
if (underCommand) Reflect.deleteProperty(Error, 'prepareStackTrace');

/**
 * Under the command: Playwright's test without its browser fixtures, which take 5 ms each test and set up nothing that is
 * used here. UI mode and editors show what those fixtures record, and get them.
 */
const base: typeof playwright.test =
  (underCommand && (playwright as unknown as { _baseTest?: typeof playwright.test })._baseTest) || playwright.test;

/** Playwright's test with the session of its worker and `conform`. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  run: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its pattern
    async ({}, use) => {
      const run = await openRun(environment());
      await use(run);
      if (environment().directory === null) for (const session of allOf(run.sessions)) await session.close();
      await run.close();
    },
    // The calls have time-outs of their own, and clearing up makes many.
    { scope: 'worker', timeout: 0 },
  ],
  schedule: [
    async ({ run }, use) => {
      const { directory } = environment();
      await (directory === null ? use(null) : underWay(run, directory, use));
    },
    { scope: 'worker', timeout: 0 },
  ],
  conform: async ({ run, schedule }, use, testInfo) => {
    await use(async (scenario) => {
      if (schedule === null) showVerdict(await conform(scenario, sessionFor(scenario, run.sessions)), testInfo);
      else noteVerdict(await schedule.resultOf(scenario), testInfo);
    });
  },
});
