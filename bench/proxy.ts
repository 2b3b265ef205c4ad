import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'undici';
import { packageFile } from '../schemas/contract/package-file.ts';
import { medianOf } from './measure.ts';

/** Requests one after the other, of which the median is taken, and rounds in turn, so that a slow moment slows all. */
const LATENCY_REQUESTS = 1000;
const ROUNDS = 5;

/** Requests under way at once, and for how long, in milliseconds. */
const CONCURRENCY = 32;
const THROUGHPUT_MS = 2000;

/** Requests that a process serves before anything is measured. */
const WARM_UP = 3000;

const CANCEL = {
  method: 'POST',
  path: '/v2/invoicing/invoices/INV2-RVY9-UWTW-64HZ-BR9W/cancel',
  body: '{"note":"Bench"}',
} as const;
const OTHER = {
  method: 'POST',
  path: '/v2/invoicing/invoices/INV2-RVY9-UWTW-64HZ-BR9W/send',
  body: '{"note":"Bench"}',
} as const;
const HEADERS = { 'content-type': 'application/json', authorization: 'Bearer A21AAbench.0123456789' };

type Request = typeof CANCEL | typeof OTHER;

/** A way from the client to the upstream. */
interface Way {
  readonly name: string;
  readonly request: Request;
  readonly pool: Pool;
  readonly latencies: number[];
  readonly rates: number[];
}

const children: ChildProcess[] = [];

/** Starts a process of ours; resolves to the origin that it prints first. */
async function started(...args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [text] = await once(child.stdout, 'data');
  child.stdout.resume();
  return String(text).split('\n')[0] ?? '';
}

const serve = (upstream: string, ...options: readonly string[]): Promise<string> =>
  started(packageFile('dist/cli.js'), 'serve', '--port', '0', '--upstream', upstream, ...options);

const wayOf = (name: string, origin: string, request: Request): Way => ({
  name,
  request,
  pool: new Pool(origin, { connections: CONCURRENCY, pipelining: 1 }),
  latencies: [],
  rates: [],
});

async function ask({ pool, request }: Way): Promise<void> {
  const { statusCode, body } = await pool.request({ ...request, headers: HEADERS });
  await body.dump();
  if (statusCode !== 422) throw new Error(`${request.path} was answered ${statusCode}`);
}

/** The median of requests one after the other, in milliseconds. */
async function latencyOf(way: Way, requests: number): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < requests; count++) {
    const start = performance.now();
    await ask(way);
    times.push(performance.now() - start);
  }
  return medianOf(times);
}

/** Requests a second, so many under way at once. */
async function rateOf(way: Way): Promise<number> {
  const start = performance.now();
  let done = 0;
  const caller = async (): Promise<void> => {
    for (; performance.now() - start < THROUGHPUT_MS; done++) await ask(way);
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, caller));
  return (done / (performance.now() - start)) * 1000;
}

async function measure(ways: readonly Way[]): Promise<void> {
  for (const way of ways) await latencyOf(way, WARM_UP);
  for (let round = 0; round < ROUNDS; round++)
    for (const way of ways) {
      way.latencies.push(await latencyOf(way, LATENCY_REQUESTS));
      way.rates.push(await rateOf(way));
    }
}

const directory = mkdtempSync(join(tmpdir(), 'cancel-conformance-bench-'));
const upstream = await started(join(import.meta.dirname, 'proxy-upstream.js'));
const [passing, recording] = [await serve(upstream), await serve(upstream, '--record', join(directory, 'bench.har'))];
const header = await serve(upstream, '--header');
const ways = [
  wayOf('direct', upstream, CANCEL),
  wayOf('other requests, passed on', passing, OTHER),
  wayOf('cancels, judged', passing, CANCEL),
  wayOf('cancels, judged, --header', header, CANCEL),
  wayOf('cancels, judged, --record', recording, CANCEL),
];
const load = loadavg()[0] ?? 0;
await measure(ways);
await Promise.all(ways.map(({ pool }) => pool.close()));
for (const child of children) child.kill('SIGKILL');
rmSync(directory, { recursive: true });

const figures = ways.map(({ name, latencies, rates }) => ({ name, ms: medianOf(latencies), rate: medianOf(rates) }));
const [direct = { ms: Number.NaN, rate: Number.NaN }] = figures;
const rows = figures.map(({ name, ms, rate }) =>
  [
    `  ${name.padEnd(26)}`,
    `${ms.toFixed(3)} ms`,
    `+${(ms - direct.ms).toFixed(3)} ms`,
    `${Math.round(rate).toLocaleString('en-US').padStart(7)}/s`,
    `${(rate / direct.rate).toFixed(2)}×`,
  ].join('   '),
);
const text = `Medians of ${ROUNDS} rounds in turn, Node ${process.version}, ${cpus().length} cores for client, proxy and upstream, load ${load.toFixed(1)}
One at a time: ${LATENCY_REQUESTS} requests, goal under 1 ms more than direct. At once: ${CONCURRENCY}, goal at least 2,000/s

${rows.join('\n')}
`;
mkdirSync('reports/out', { recursive: true });
writeFileSync(
  'reports/out/bench-proxy.json',
  `${JSON.stringify({ node: process.version, cores: cpus().length, load, figures }, null, 2)}\n`,
);
process.stdout.write(text);
