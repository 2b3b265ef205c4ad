import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FORMAT_NAMES, type FormatName, formats } from '../reports/formats.ts';
import type { RunRecord, ScenarioRecord } from '../reports/run-record.ts';
import { findingText } from '../schemas/checks/finding-text.ts';
import { curlOf } from '../schemas/checks/reproduce.ts';
import { packageFile } from '../schemas/contract/package-file.ts';
import { FINDING_KINDS, type Finding } from '../schemas/finding.ts';

/** How many scenarios a run is blown up to; every second of them departs. */
const SCENARIOS = 20_000;

const GOAL_MS = 2000;
const GOAL_MB = 512;

const CLI = packageFile('dist/cli.js');

/** Departures of as many causes as there are kinds and a hundred places. */
const findingFor = ({ clause, exchanges }: ScenarioRecord, at: number): Finding => ({
  kind: FINDING_KINDS[at % FINDING_KINDS.length] ?? 'wrong-name',
  check: 'bench',
  level: at % 3 === 0 ? 'MUST' : 'SHOULD',
  origin: 'spec',
  clause,
  pointer: `/details/${at % 7}/member-${at % 100}`,
  expected: 'one of "A", "B"',
  actual: '"C", which no clause knows',
  exchange: exchanges.length - 1,
  explanation: 'The answer says C, where the contract has A or B.',
});

/** A run of many scenarios: those of a real one again and again, each with evidence of its own. */
function blownUp(record: RunRecord): RunRecord {
  const texts = record.scenarios.map((scenario) => JSON.stringify(scenario));
  const scenarios = Array.from({ length: SCENARIOS }, (_, at): ScenarioRecord => {
    const scenario: ScenarioRecord = JSON.parse(texts[at % texts.length] ?? '');
    const id = `${scenario.id}.${at}`;
    return at % 2 === 0
      ? { ...scenario, id }
      : { ...scenario, id, verdict: 'fail', findings: [findingFor(scenario, at)] };
  });
  return { ...record, scenarios };
}

/** Renders in this process, and prints the milliseconds, the bytes and the largest memory (MB), before and after. */
async function renderOnce(name: FormatName, file: string): Promise<void> {
  const record = blownUp(JSON.parse(readFileSync(file, 'utf8')));
  const format = await formats[name]();
  const beforeMb = process.resourceUsage().maxRSS / 1024;
  const started = performance.now();
  let bytes = 0;
  const explain = ({ scenario, finding }: { scenario: ScenarioRecord; finding: Finding }): string =>
    findingText(scenario.id, finding, scenario.exchanges[finding.exchange ?? -1]);
  for (const piece of format(record, { explain, curlOf })) bytes += Buffer.byteLength(piece);
  const ms = performance.now() - started;
  const peakMb = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(JSON.stringify({ name, ms, bytes, beforeMb, peakMb }));
}

function measured(name: FormatName, file: string) {
  const { stdout, status } = spawnSync(process.execPath, [process.argv[1] ?? '', name, file], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name} ended with ${status}.`);
  return JSON.parse(stdout) as { name: string; ms: number; bytes: number; beforeMb: number; peakMb: number };
}

function bench(): void {
  const directory = mkdtempSync(join(tmpdir(), 'cancel-conformance-formats-'));
  spawnSync(process.execPath, [CLI, 'run', '--target', 'prism', '--report-dir', directory], { stdio: 'ignore' });
  const results = FORMAT_NAMES.map((name) => measured(name, join(directory, 'run.json')));
  rmSync(directory, { recursive: true });
  mkdirSync('reports/out', { recursive: true });
  writeFileSync(
    'reports/out/formats.json',
    `${JSON.stringify({ node: process.version, scenarios: SCENARIOS, results }, null, 2)}\n`,
  );
  process.stdout.write(`${SCENARIOS} scenarios; goals ${GOAL_MS} ms and ${GOAL_MB} MB, the record itself included\n`);
  for (const { name, ms, bytes, beforeMb, peakMb } of results)
    process.stdout.write(
      `  ${name.padEnd(9)} ${ms.toFixed(0).padStart(5)} ms  ${(bytes / 1e6).toFixed(1).padStart(6)} MB written  ${peakMb.toFixed(0).padStart(5)} MB at most, ${beforeMb.toFixed(0)} before\n`,
    );
}

const [name, file] = process.argv.slice(2);
const asked = FORMAT_NAMES.find((candidate) => candidate === name);
if (asked !== undefined && file !== undefined) await renderOnce(asked, file);
else bench();
