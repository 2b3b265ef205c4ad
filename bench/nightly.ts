import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunRecord } from '../reports/run-record.ts';
import { packageFile } from '../schemas/contract/package-file.ts';
import { rehearsalEnvironment } from '../targets/rehearsal/environment.ts';
import { startRehearsal } from '../targets/rehearsal/rehearsal.ts';

/** One night: how far away the service is, how fast it is called, and how far above its bound the run may be. */
interface Night {
  readonly latencyMs: number;
  readonly callsPerSecond: number;
  readonly goal: number;
}

const NIGHTS: readonly Night[] = [
  { latencyMs: 300, callsPerSecond: 5, goal: 1.25 },
  { latencyMs: 300, callsPerSecond: 20, goal: 1.25 },
  { latencyMs: 20, callsPerSecond: 5, goal: 1.1 },
];

/** Token, create, get and delete: what goes before every scenario. */
const CANARY_CALLS = 4;

const CLI = packageFile('dist/cli.js');

/** The command's own exit code. */
const ended = (directory: string, baseUrl: string, rate: number): Promise<number | null> =>
  new Promise((resolve, reject) => {
    const args = [CLI, 'run', '--target', 'sandbox', '--rate', String(rate), '--report-dir', directory];
    const env = { ...process.env, ...rehearsalEnvironment(baseUrl), NO_COLOR: '1' };
    const child = spawn(process.execPath, args, { cwd: directory, env, stdio: ['ignore', 'ignore', 'inherit'] });
    child.once('error', reject);
    child.once('close', resolve);
  });

/** Runs a night as the command does; `boundMs` is what neither the chain nor the rate lets a run fall below. */
async function measured({ latencyMs, callsPerSecond, goal }: Night) {
  const directory = mkdtempSync(join(tmpdir(), 'cancel-conformance-nightly-'));
  const rehearsal = await startRehearsal({ latencyMs });
  await rehearsal.ready();
  const started = performance.now();
  const code = await ended(directory, rehearsal.baseUrl, callsPerSecond);
  const runMs = performance.now() - started;
  await rehearsal.close();
  if (code !== 0) throw new Error(`The run ended with ${code}.`);
  const { scenarios }: RunRecord = JSON.parse(readFileSync(join(directory, 'run.json'), 'utf8'));
  rmSync(directory, { recursive: true });
  const calls = rehearsal.seen.length;
  const [first, last] = [rehearsal.seen[0], rehearsal.seen.at(-1)].map((call) => call?.atMs ?? Number.NaN) as [
    number,
    number,
  ];
  const chain = CANARY_CALLS + Math.max(...scenarios.map(({ exchanges }) => exchanges.length));
  const chainMs = chain * latencyMs;
  const rateMs = (calls / callsPerSecond) * 1000;
  const boundMs = Math.max(chainMs, rateMs);
  const callsMs = last - first + latencyMs;
  const perScenario = calls / scenarios.length;
  return { latencyMs, callsPerSecond, goal, calls, perScenario, chain, chainMs, rateMs, boundMs, runMs, callsMs };
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
const nights = [];
for (const night of NIGHTS) {
  const result = await measured(night);
  nights.push(result);
  const { latencyMs, callsPerSecond, goal, calls, perScenario, chain, chainMs, rateMs, boundMs, runMs, callsMs } =
    result;
  process.stdout.write(`${latencyMs} ms a call, ${callsPerSecond} calls/s
  calls                   ${calls}, ${perScenario.toFixed(1)} a scenario
  longest chain           ${chain} calls, ${seconds(chainMs)}
  calls ÷ rate            ${seconds(rateMs)}
  first to last answer    ${seconds(callsMs)}   ratio ${(callsMs / boundMs).toFixed(2)}×
  the whole run           ${seconds(runMs)}   ratio ${(runMs / boundMs).toFixed(2)}×   goal at most ${goal}×
`);
}
mkdirSync('reports/out', { recursive: true });
writeFileSync('reports/out/nightly.json', `${JSON.stringify({ node: process.version, nights }, null, 2)}\n`);
