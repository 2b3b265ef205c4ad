import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finishRun } from '../reports/finish-run.ts';
import { startRun } from '../reports/start-run.ts';
import { PACKAGE_VERSION, packageFile } from '../schemas/contract/package-file.ts';
import { cancelCoverageOf } from '../suites/cancel/cancel-coverage.ts';
import { variablesOf } from '../suites/run-environment.ts';
import { startPrism } from '../targets/prism/prism.ts';

/** How often the memory of Playwright's processes is looked at, in milliseconds. */
const LOOK_EVERY_MS = 200;

/** No scenario makes more calls. */
const MOST_CALLS = 20;

const PLAYWRIGHT = createRequire(import.meta.url).resolve('@playwright/test/cli');

/** The largest resident memory of a process so far, in MB, as Linux keeps it; 0 where it is gone. */
function peakOf(pid: string): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function familyOf(pid: string): string[] {
  const task = `/proc/${pid}/task/${pid}/children`;
  try {
    return [pid, ...readFileSync(task, 'utf8').trim().split(/\s+/).filter(Boolean).flatMap(familyOf)];
  } catch {
    return readdirSync('/proc').includes(pid) ? [pid] : [];
  }
}

/** Time and the largest process of a run of `count` scenarios, Playwright and the making of the record included. */
export async function manyScenarios(count: number): Promise<{ readonly ms: number; readonly peakMb: number }> {
  const directory = mkdtempSync(join(tmpdir(), 'cancel-conformance-many-'));
  const prism = await startPrism();
  await prism.ready();
  const { name, judges, baseUrl } = prism.target;
  const header = {
    format: 1,
    id: 'bench',
    suite: { name: 'cancel-conformance', version: PACKAGE_VERSION },
    failOn: 'SHOULD',
  } as const;
  const contract = { file: 'bench', version: '2.7', sha256: '0'.repeat(64) };
  startRun(directory, { ...header, contract, target: { name, judges, baseUrl }, startedAt: new Date().toISOString() });
  const limits = { timeoutMs: 30_000, maxBodyBytes: 1_048_576 };
  const run = variablesOf({
    target: name,
    baseUrl,
    directory,
    failOn: 'SHOULD',
    limits,
    concurrency: 1,
    maxCalls: count * MOST_CALLS,
  });
  const started = performance.now();
  const args = [PLAYWRIGHT, 'test', '--config', packageFile('dist/bench/many.config.js')];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...run, BENCH_SCENARIOS: String(count) },
    stdio: 'ignore',
  });
  let peakMb = 0;
  const look = setInterval(() => {
    peakMb = Math.max(peakMb, ...familyOf(String(child.pid)).map(peakOf));
  }, LOOK_EVERY_MS);
  await new Promise((resolve) => child.once('close', resolve));
  clearInterval(look);
  const record = finishRun(directory, false, cancelCoverageOf);
  const ms = performance.now() - started;
  await prism.close();
  rmSync(directory, { recursive: true });
  if (record.totals.pass !== count) throw new Error(`${record.totals.pass} of ${count} scenarios passed`);
  return { ms, peakMb: Math.max(peakMb, peakOf(String(process.pid))) };
}
