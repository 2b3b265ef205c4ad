import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunRecord } from '../reports/run-record.ts';
import { packageFile } from '../schemas/contract/package-file.ts';
import { judgingRates } from './judging.ts';
import { inTurn, medianOf } from './measure.ts';

/** Counted runs of each whole process. */
const RUNS = 5;

/** The scenario with the fewest requests: a run of it alone is the starts of Node, Prism and Playwright, and little more. */
const SMALLEST = 'cancel\\.path\\.shortest';

const CLI = packageFile('dist/cli.js');
const msOf = (times: readonly { readonly ms: number }[]): number => medianOf(times.map(({ ms }) => ms));

function wholeRun(directory: string) {
  const run = [CLI, 'run', '--target', 'prism', '--report-dir', directory];
  inTurn(0, run);
  const record: RunRecord = JSON.parse(readFileSync(join(directory, 'run.json'), 'utf8'));
  const copy = join(directory, 'floor.json');
  writeFileSync(copy, JSON.stringify(record));
  const smallest = [CLI, 'run', '--target', 'prism', '--report-dir', join(directory, 'smallest'), '--grep', SMALLEST];
  const [runs = [], floors = [], starts = []] = inTurn(RUNS, run, [packageFile('dist/bench/floor.js'), copy], smallest);
  const { requests } = record.totals;
  const [runMs, floorMs, startsMs] = [msOf(runs), msOf(floors), msOf(starts)];
  return { record, runMs, floorMs, startsMs, requests, msPerRequest: (runMs - startsMs) / requests };
}

function startUp() {
  const [help = [], bare = []] = inTurn(RUNS * 2, [CLI, '--help'], ['-e', '']);
  return { helpMs: msOf(help), nodeMs: msOf(bare) };
}

const ms = (value: number): string => `${value.toFixed(0)} ms`;
const perSecond = (value: number): string => `${Math.round(value).toLocaleString('en-US')}/s`;
const ratio = (a: number, b: number): string => `${(a / b).toFixed(2)}×`;

const directory = mkdtempSync(join(tmpdir(), 'cancel-conformance-bench-'));
const whole = wholeRun(directory);
const judging = judgingRates(whole.record);
const start = startUp();
rmSync(directory, { recursive: true });

const { record: _, ...figures } = whole;
const results = {
  node: process.version,
  cores: cpus().length,
  cpu: cpus()[0]?.model,
  ...figures,
  ...judging,
  ...start,
};
mkdirSync('reports/out', { recursive: true });
writeFileSync('reports/out/bench.json', `${JSON.stringify(results, null, 2)}\n`);

const text = `Medians of ${RUNS} whole processes in turn, Node ${process.version}, ${cpus().length} cores

  run --target prism      ${ms(whole.runMs)} for ${whole.requests} requests
  its floor               ${ms(whole.floorMs)}   ratio ${ratio(whole.runMs, whole.floorMs)}   goal at most 3×
  starts alone            ${ms(whole.startsMs)}   Node, Prism and Playwright: a run of the smallest scenario
  each request above them ${whole.msPerRequest.toFixed(2)} ms   goal at most 5 ms
  every check             ${perSecond(judging.judged)} exchanges   goal at least 100,000/s
  bare Ajv, body parsed   ${perSecond(judging.ajv)}   ratio ${ratio(judging.ajv, judging.judged)}
  bare Ajv and JSON.parse ${perSecond(judging.ajvWithParse)}   ratio ${ratio(judging.ajvWithParse, judging.judged)}
  --help                  ${ms(start.helpMs)}   bare Node ${ms(start.nodeMs)}, ratio ${ratio(start.helpMs, start.nodeMs)}   goal under 3×
`;
writeFileSync('reports/out/bench.txt', text);
process.stdout.write(text);
