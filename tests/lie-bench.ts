import { createHttpClient } from '../clients/undici-client.ts';
import type { SuiteError } from '../schemas/contract/suite-error.ts';
import type { ScenarioResult } from '../schemas/verdict.ts';
import { cancelOperation } from '../suites/cancel/cancel-contract.ts';
import { cancelScenarios } from '../suites/cancel/cancel-scenarios.ts';
import { conform } from '../suites/conform.ts';
import type { Scenario } from '../suites/scenario.ts';
import { openSession } from '../suites/session.ts';
import { createSwitchboard } from '../targets/liars/switchboard.ts';
import type { Lie } from '../targets/lie.ts';
import { startPrism } from '../targets/prism/prism.ts';

/** Longest wait for an answer, in milliseconds: an honest one takes less than a tenth of it, one that hangs costs all of it. */
const TIMEOUT_MS = 1_500;

/** The largest body that is read, in bytes. */
const MAX_BODY_BYTES = 1_048_576;

/** One prism target that tells any lie, and scenarios judged on it. */
export interface LieBench {
  /** Judges a scenario while the target tells the lie, then makes it honest again. */
  judge(scenario: Scenario, lie: Lie): Promise<ScenarioResult>;
  /** What stopped the target from answering: always a mistake of ours. */
  readonly defects: readonly SuiteError[];
  close(): Promise<void>;
}

/** Starts the one target that every lie is told by. A session is opened for each scenario: no lie outlives it. */
export async function openLieBench(): Promise<LieBench> {
  const { lie: told, tell } = createSwitchboard();
  const defects: SuiteError[] = [];
  const prism = await startPrism({ lie: told, onDefect: (error) => defects.push(error) });
  const client = createHttpClient(prism.baseUrl, { timeoutMs: TIMEOUT_MS, maxBodyBytes: MAX_BODY_BYTES });
  await prism.ready();
  return {
    defects,
    async judge(scenario, lie) {
      const session = openSession({ target: prism.target, client, operation: cancelOperation });
      tell(lie);
      try {
        return await conform(scenario, session);
      } finally {
        tell({});
      }
    },
    async close() {
      await client.close();
      await prism.close();
    },
  };
}

/** The scenario of an id; throws where there is none. */
export function scenarioNamed(id: string): Scenario {
  const scenario = cancelScenarios.find((candidate) => candidate.id === id);
  if (scenario === undefined) throw new Error(`There is no scenario ${id}.`);
  return scenario;
}
