import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { assertFile } from '../clients/recorded/byte-source.ts';
import { openRecording } from '../clients/recorded/open-recording.ts';
import { recordDefect } from '../reports/defect.ts';
import { finishAbandonedRun, finishRun } from '../reports/finish-run.ts';
import { appendToJournal } from '../reports/journal.ts';
import { baselineFor } from '../reports/read-baseline.ts';
import type { RunHeader } from '../reports/run-record.ts';
import { startRun } from '../reports/start-run.ts';
import type { TrafficFile } from '../reports/traffic.ts';
import type { Level } from '../schemas/contract/clause.ts';
import { PACKAGE_VERSION } from '../schemas/contract/package-file.ts';
import { loadSpec } from '../schemas/contract/spec.ts';
import { SuiteError } from '../schemas/contract/suite-error.ts';
import { operationNamed } from '../schemas/library/known-operations.ts';
import { knownOperations } from '../schemas/library/operation-list.ts';
import { LEGACY_SPEC } from '../suites/legacy/legacy-spec.ts';
import { conclude } from './conclude.ts';
import type { JudgeOptions } from './judge-options.ts';
import { judgeRecording, type Origins } from './judge-recording.ts';
import { JudgeTally } from './judge-tally.ts';
import { printAbandoned } from './print-record.ts';
import { operationOfOnly, prefixesOf } from './recording-names.ts';
import { onSignal, type Signal } from './signals.ts';
import { usedContract } from './used-contract.ts';

/** The name of what answered, where a recording is judged: no target was called. */
const TARGET = 'recorded';

const levelOf = ({ failOn = 'should' }: JudgeOptions): Level => failOn.toUpperCase() as Level;

function headerOf(options: JudgeOptions, files: readonly string[]): RunHeader {
  const { operation, baseline } = options;
  const { spec } = operationNamed(operation ?? knownOperations[0].id);
  const used = baselineFor(TARGET, baseline);
  return {
    format: 1,
    id: randomUUID(),
    suite: { name: 'cancel-conformance', version: PACKAGE_VERSION },
    contract: usedContract(spec),
    ...(operation === undefined && { legacyContract: usedContract(loadSpec(LEGACY_SPEC)) }),
    target: { name: TARGET, judges: 'service', baseUrl: files.join(', ') },
    failOn: levelOf(options),
    ...(used && { baseline: used }),
    partial: true,
    startedAt: new Date().toISOString(),
  };
}

/** What is done while the recordings are read, one after the other. */
interface Reading {
  readonly files: TrafficFile[];
  readonly refused: SuiteError[];
  signal: Signal | null;
}

async function readAll(
  paths: readonly string[],
  options: JudgeOptions,
  tally: JudgeTally,
  origins: Origins,
): Promise<Reading> {
  const reading: Reading = { files: [], refused: [], signal: null };
  const prefixes = prefixesOf(TARGET, paths);
  const operationOf = operationOfOnly(options.operation);
  const failOn = levelOf(options);
  for (const [index, path] of paths.entries()) {
    if (reading.signal !== null) break;
    try {
      const recording = await openRecording(path);
      const stopListening = onSignal((signal) => {
        reading.signal = signal;
        recording.stop();
      });
      const place = { prefix: prefixes[index] ?? TARGET, file: recording.name };
      const stopped = () => reading.signal !== null;
      const judged = judgeRecording(recording, { operationOf, failOn, tally, origins, place, stopped });
      reading.files.push(await judged.finally(stopListening));
    } catch (error) {
      if (!(error instanceof SuiteError) || error.code !== 'TRAFFIC_UNREADABLE') throw error;
      reading.refused.push(error);
    }
  }
  return reading;
}

/** Ends the run, whatever became of it; what of several recordings could not be read is told beside the others. */
function finish(directory: string, { files, refused, signal }: Reading, tally: JudgeTally, origins: Origins) {
  for (const error of refused) recordDefect(directory, null, error);
  for (const { broken, faults } of files) tally.countUnread(broken + faults.length);
  appendToJournal(directory, { kind: 'plan', scenarios: tally.ids });
  appendToJournal(directory, { kind: 'traffic', traffic: { files, origins: [...origins], counted: tally.counted } });
  return finishRun(directory, signal !== null, () => []);
}

/** Judges recordings by the contract alone; resolves to the exit code. */
export async function judgeTraffic(paths: readonly string[], options: JudgeOptions): Promise<number> {
  for (const path of paths) assertFile(path);
  if (paths.filter((path) => path === '-').length > 1)
    throw new SuiteError('USAGE', 'Standard input can be judged only once', { hint: 'Name - once.' });
  const directory = resolve(options.reportDir ?? `reports/out/${TARGET}`);
  const header = headerOf(options, paths);
  printAbandoned(finishAbandonedRun(directory, () => []));
  // Begun late: what cannot be read must not replace the record of an earlier run.
  let isBegun = false;
  const begin = (): void => {
    if (!isBegun) startRun(directory, header);
    isBegun = true;
  };
  const tally = new JudgeTally(directory, header, begin);
  const origins: Origins = new Set();
  const reading = await readAll(paths, options, tally, origins);
  const [refused] = reading.refused;
  if (refused !== undefined && reading.files.length === 0) throw refused;
  begin();
  const record = finish(directory, reading, tally, origins);
  return conclude({ record, directory, signal: reading.signal }, options);
}
