import { DEFAULT_LIMITS } from '../clients/http-client.ts';
import { SuiteError } from '../schemas/contract/suite-error.ts';
import { DEFAULT_GATE_WAITS, type GateWaits } from '../suites/gate/gate.ts';
import type { GateScenario } from '../suites/gate/gate-scenario.ts';
import { gateScenarios } from '../suites/gate/gate-scenarios.ts';
import type { RunOptions } from './run-options.ts';

/** What a run of the gate is called in records, baselines and the report directory. */
export const CLIENT_RUN = 'client';

/** Options of a run on a target, which mean nothing to a client. Those that a caller's settings may give are passed over. */
const FOREIGN = ['plan', 'shard', 'fuzz', 'seed'] as const;

/** Refuses what does not go with a client (USAGE). */
export function assertClientOptions(options: RunOptions): void {
  const foreign = FOREIGN.find((name) => options[name] !== undefined);
  if (foreign === undefined && options.target === CLIENT_RUN) return;
  throw new SuiteError('USAGE', `--client and --${foreign ?? 'target'} do not go together`, {
    hint: 'A client is judged against the prism target, by every scenario of its own; --grep chooses among them.',
  });
}

/** The scenarios that `--grep` chooses; all without it (USAGE where none matches). */
export function chosenScenarios({ grep }: RunOptions): readonly GateScenario[] {
  if (grep === undefined) return gateScenarios;
  const wanted = new RegExp(grep);
  const chosen = gateScenarios.filter(({ id, title, topic }) => wanted.test(`${id} ${title} @${topic}`));
  if (chosen.length > 0) return chosen;
  throw new SuiteError('USAGE', `No scenario matches --grep ${JSON.stringify(grep)}`, {
    hint: 'It is a regular expression, matched against id, title and @topic of each scenario.',
  });
}

/** Where nobody says how long, a client that does not answer is not waited for as a service is. */
export const waitsOf = ({ timeout }: RunOptions): GateWaits =>
  timeout === DEFAULT_LIMITS.timeoutMs ? DEFAULT_GATE_WAITS : { ...DEFAULT_GATE_WAITS, suiteMs: timeout };
