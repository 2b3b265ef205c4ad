import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { type ClientSource, clientSource } from '../clients/sdk/client-source.ts';
import { openSdkClient } from '../clients/sdk/sdk-client.ts';
import { createHttpClient } from '../clients/undici-client.ts';
import type { UsedBaseline } from '../reports/baseline.ts';
import { recordDefect } from '../reports/defect.ts';
import { finishAbandonedRun, finishRun, isSettled } from '../reports/finish-run.ts';
import { appendToJournal } from '../reports/journal.ts';
import { baselineFor } from '../reports/read-baseline.ts';
import { readRecord } from '../reports/read-record.ts';
import type { RunHeader } from '../reports/run-record.ts';
import { startRun } from '../reports/start-run.ts';
import { type Level, valueAt } from '../schemas/contract/clause.ts';
import { PACKAGE_VERSION } from '../schemas/contract/package-file.ts';
import { loadSpec } from '../schemas/contract/spec.ts';
import { CANCEL_SPEC } from '../suites/cancel/cancel-spec.ts';
import { type Gate, openGate } from '../suites/gate/gate.ts';
import type { GateScenario } from '../suites/gate/gate-scenario.ts';
import { startPrism } from '../targets/prism/prism.ts';
import { assertClientOptions, CLIENT_RUN, chosenScenarios, waitsOf } from './client-options.ts';
import { endingOf, exitCodeOf } from './exit-code.ts';
import { printAbandoned, printRecord } from './print-record.ts';
import { renderRecord } from './render-record.ts';
import { historyOfEnded, keepRun } from './run-history.ts';
import type { RunOptions } from './run-options.ts';
import { countLeaks } from './scan-artefacts.ts';
import { onSignal, type Signal } from './signals.ts';

const levelOf = ({ failOn }: RunOptions): Level => failOn.toUpperCase() as Level;

function headerOf(options: RunOptions, client: string, baseUrl: string, baseline: UsedBaseline | undefined): RunHeader {
  const { file, sha256, document } = loadSpec(CANCEL_SPEC);
  return {
    format: 1,
    id: randomUUID(),
    suite: { name: 'cancel-conformance', version: PACKAGE_VERSION },
    contract: { file, version: String(valueAt(document, '/info/version')), sha256 },
    target: { name: CLIENT_RUN, judges: CLIENT_RUN, baseUrl, client },
    failOn: levelOf(options),
    ...(baseline && { baseline }),
    partial: options.grep !== undefined,
    startedAt: new Date().toISOString(),
  };
}

/** Judges every scenario in turn, until the first signal; resolves to that. */
async function judgeAll(gate: Gate, scenarios: readonly GateScenario[], directory: string): Promise<Signal | null> {
  const heard: Signal[] = [];
  const stop = onSignal((signal) => heard.push(signal));
  try {
    for (const scenario of scenarios) {
      if (heard[0] !== undefined) break;
      try {
        appendToJournal(directory, { kind: 'result', result: await gate.judge(scenario) });
      } catch (thrown) {
        recordDefect(directory, scenario.id, thrown);
      }
    }
    return heard[0] ?? null;
  } finally {
    stop();
  }
}

/** Starts all that stands around a client, judges it, and ends the run. */
async function run(source: ClientSource, named: string, options: RunOptions, directory: string) {
  const scenarios = chosenScenarios(options);
  const baseline = baselineFor(CLIENT_RUN, options.baseline);
  const prism = await startPrism();
  const http = createHttpClient(prism.baseUrl);
  const client = openSdkClient(source);
  try {
    await prism.ready();
    const { target } = prism;
    const gate = openGate({ client, target, http, failOn: levelOf(options), waits: waitsOf(options) });
    await gate.probe();
    startRun(directory, headerOf(options, named, prism.baseUrl, baseline));
    appendToJournal(directory, { kind: 'plan', scenarios: scenarios.map(({ id }) => id) });
    const signal = await judgeAll(gate, scenarios, directory);
    return { record: finishRun(directory, signal !== null, () => []), signal };
  } finally {
    await Promise.allSettled([client.close(), http.close()]);
    await prism.close();
  }
}

/** Evidence is in the file alone: what is wanted in another form is made of that. */
async function rendered({ format, history: named }: RunOptions, directory: string): Promise<readonly string[]> {
  if (format === undefined) return [];
  const record = readRecord(directory);
  const history = historyOfEnded(record, named);
  return renderRecord(record, format, { ...(history && { history }) });
}

/** Judges a client by the contract: what it sends, and what it makes of the answers; resolves to the exit code. */
export async function judgeClient(options: RunOptions, named: string): Promise<number> {
  assertClientOptions(options);
  const source = clientSource(named);
  const directory = resolve(options.reportDir ?? `reports/out/${CLIENT_RUN}`);
  if (!isSettled(directory)) printAbandoned(finishAbandonedRun(directory, () => []));
  const { record, signal } = await run(source, named, options, directory);
  printRecord(record, directory);
  const ending = endingOf(record, signal);
  const written = [...keepRun(record, directory, options.history), ...(await rendered(options, directory))];
  return exitCodeOf({ ...ending, defects: ending.defects + countLeaks(directory, ...written) });
}
