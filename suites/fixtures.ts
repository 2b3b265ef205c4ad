import * as playwright from '@playwright/test';
import { createHttpClient } from '../clients/undici-client.ts';
import { appendToJournal } from '../reports/journal.ts';
import { cancelOperation } from './cancel/cancel-contract.ts';
import { conform } from './conform.ts';
import { recordVerdict, showVerdict } from './publish-verdict.ts';
import { type RunEnvironment, runEnvironment } from './run-environment.ts';
import type { Scenario } from './scenario.ts';
import { openSession, type Session } from './session.ts';
import { targetNamed } from './target-named.ts';

/** What a scenario's test is given: the scenario is run and its verdict published. */
interface TestFixtures {
  readonly conform: (scenario: Scenario) => Promise<void>;
}

interface WorkerFixtures {
  readonly session: Session;
}

function environment(): RunEnvironment {
  const found = runEnvironment();
  if (found === undefined) throw new Error('Playwright did not run the global set-up of this suite.');
  return found;
}

async function sessionOf({ target, baseUrl, limits, failOn }: RunEnvironment): Promise<Session> {
  const client = createHttpClient(baseUrl, limits);
  return openSession({
    target: await targetNamed(target).connect(baseUrl),
    client,
    operation: cancelOperation,
    failOn,
  });
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
  session: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its pattern
    async ({}, use) => {
      const session = await sessionOf(environment());
      await use(session);
      const leftovers = await session.close();
      const { directory } = environment();
      if (directory !== null)
        for (const leftover of leftovers) appendToJournal(directory, { kind: 'leftover', leftover });
      await session.client.close();
    },
    { scope: 'worker' },
  ],
  conform: async ({ session }, use, testInfo) => {
    const { directory } = environment();
    await use(async (scenario) => {
      const running = conform(scenario, session);
      if (directory === null) showVerdict(await running, testInfo);
      else await recordVerdict(running, scenario.id, directory, testInfo);
    });
  },
});
