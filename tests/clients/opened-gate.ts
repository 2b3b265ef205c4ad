import type { ClientSource } from '../../clients/sdk/client-source.ts';
import { openSdkClient } from '../../clients/sdk/sdk-client.ts';
import { createHttpClient } from '../../clients/undici-client.ts';
import type { ScenarioResult } from '../../schemas/verdict.ts';
import { type GateWaits, openGate } from '../../suites/gate/gate.ts';
import type { GateScenario } from '../../suites/gate/gate-scenario.ts';
import { gateScenarios } from '../../suites/gate/gate-scenarios.ts';
import { startPrism } from '../../targets/prism/prism.ts';

/** One prism target for all clients of a test file. */
export interface OpenedGate {
  /** Judges a client by scenarios, one after the other. */
  judged(
    source: ClientSource,
    scenarios: readonly GateScenario[],
    waits?: GateWaits,
  ): Promise<readonly ScenarioResult[]>;
  close(): Promise<void>;
}

/** Short, so that silence costs little; long enough for a machine that is busy. In milliseconds. */
const WAITS: GateWaits = { clientMs: 400, suiteMs: 2_500 };

/** Opens the target that clients of a test are judged against. */
export async function openTestGate(): Promise<OpenedGate> {
  const prism = await startPrism();
  const http = createHttpClient(prism.baseUrl);
  await prism.ready();
  return {
    async judged(source, scenarios, waits = WAITS) {
      const client = openSdkClient(source);
      const gate = openGate({ client, target: prism.target, http, failOn: 'SHOULD', waits });
      const results: ScenarioResult[] = [];
      try {
        for (const scenario of scenarios) results.push(await gate.judge(scenario));
      } finally {
        await client.close();
      }
      return results;
    },
    async close() {
      await http.close();
      await prism.close();
    },
  };
}

/** Scenarios by their ids; throws where there is none of that id. */
export const gateScenariosOf = (ids: readonly string[]): readonly GateScenario[] =>
  ids.map((id) => {
    const scenario = gateScenarios.find((candidate) => candidate.id === id);
    if (scenario === undefined) throw new Error(`There is no scenario ${id}.`);
    return scenario;
  });

/** What was found, in a line each. */
export const kindsIn = (results: readonly ScenarioResult[]): readonly string[] =>
  results.flatMap(({ id, findings }) => findings.map(({ kind }) => `${id} ${kind}`));
