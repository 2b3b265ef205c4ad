// Rehearses the nightly: the whole suite against what is known of PayPal's sandbox, on this machine, as `run --target
// sandbox` would judge it. Options are handed on to `run`; the rehearsal's own stand before `--`, e.g.
// `npm run rehearse -- --latency=300 --lag=2 -- --rate 0`.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const dist = (path) => fileURLToPath(new URL(`../dist/${path}`, import.meta.url));
const load = (path) => import(pathToFileURL(dist(path)).href);

/** Like a service that is near and lets a run be quick; the sandbox itself is called five times a second. */
const RUN_DEFAULTS = ['--rate', '60'];

/**
 * What can be told of the day: milliseconds a call, reads that lag, calls until the token stops, seconds ahead, calls a
 * second, and the calls that a storm of 503 meets, e.g. `100-105`.
 */
const DAY = {
  latency: { type: 'string', default: '50' },
  lag: { type: 'string', default: '1' },
  'token-after': { type: 'string', default: '0' },
  ahead: { type: 'string', default: '0' },
  limit: { type: 'string', default: '0' },
  storm: { type: 'string', default: '' },
};

function optionsOf(args) {
  const at = args.includes('--') ? args.indexOf('--') : args.length;
  const { values } = parseArgs({ args: args.slice(0, at), options: DAY });
  const limit = Number(values.limit);
  const [from, to] = values.storm.split('-').map(Number);
  return {
    day: {
      latencyMs: Number(values.latency),
      readsLag: Number(values.lag),
      tokensExpireAfterCalls: Number(values['token-after']),
      clockAheadS: Number(values.ahead),
      ...(limit > 0 && { rate: { perSecond: limit } }),
      ...(from > 0 && { faults: [{ from, to: to ?? from, does: 503 }] }),
    },
    run: args.slice(at + 1),
  };
}

const { day, run } = optionsOf(process.argv.slice(2));
const { startRehearsal } = await load('targets/rehearsal/rehearsal.js');
const { rehearsalEnvironment } = await load('targets/rehearsal/environment.js');
const rehearsal = await startRehearsal({ ...day, onDefect: ({ message }) => process.stderr.write(`${message}\n`) });

const directory = resolve('reports/out/rehearsal');
mkdirSync(directory, { recursive: true });
const own = resolve('reports/baseline/sandbox.json');
const args = [
  ...['run', '--target', 'sandbox', '--report-dir', directory],
  ...(existsSync(own) && !run.includes('--baseline') ? ['--baseline', own] : []),
  ...RUN_DEFAULTS,
  ...run,
];
const env = { ...process.env, ...rehearsalEnvironment(rehearsal.baseUrl) };
process.stdout.write(`A rehearsal: what answers at ${rehearsal.baseUrl} is no sandbox, but knows how it behaves.\n`);
// The run keeps its ledger beside its record: nothing of it stands on an account of anybody's.
const child = spawn(process.execPath, [dist('cli.js'), ...args], { cwd: directory, env, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.once('close', async (code) => {
  await rehearsal.close();
  process.exitCode = code ?? 1;
});
