import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { main } from '../commands/main.ts';
import { recordingOf } from './recording.ts';

const MIB = 2 ** 20;

/** Recordings that are judged: a HAR of 4 GiB, its thousandth, hundredth and tenth part, and lines. */
const RECORDINGS = [
  { format: 'har', bytes: 4 * MIB },
  { format: 'har', bytes: 41 * MIB },
  { format: 'har', bytes: 410 * MIB },
  { format: 'har', bytes: 4096 * MIB },
  { format: 'ndjson', bytes: 410 * MIB },
] as const;

const GOAL_PER_SECOND = 30_000;
const GOAL_MB = 256;

/** What judging standard input took, as the process itself has it. */
interface Cost {
  readonly code: number;
  /** Of this process, starting it left out. */
  readonly cpuMs: number;
  readonly peakMb: number;
}

/** Judges standard input in this process, and prints what that took. */
async function judgeInput(directory: string): Promise<void> {
  const before = process.cpuUsage();
  const code = await main(['judge', '-', '--report-dir', directory, '--quiet']);
  const { user, system } = process.cpuUsage(before);
  const cost: Cost = { code, cpuMs: (user + system) / 1000, peakMb: process.resourceUsage().maxRSS / 1024 };
  writeFileSync(join(directory, 'cost.json'), JSON.stringify(cost));
}

async function measured({ format, bytes }: (typeof RECORDINGS)[number]) {
  const directory = mkdtempSync(join(tmpdir(), 'cancel-conformance-judge-'));
  const started = performance.now();
  const child = spawn(process.execPath, [process.argv[1] ?? '', directory], { stdio: ['pipe', 'ignore', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await pipeline(Readable.from(recordingOf(format, bytes)), child.stdin);
  await ended;
  const seconds = (performance.now() - started) / 1000;
  const cost: Cost = JSON.parse(readFileSync(join(directory, 'cost.json'), 'utf8'));
  const { traffic } = JSON.parse(readFileSync(join(directory, 'run.json'), 'utf8'));
  rmSync(directory, { recursive: true });
  const [{ judged, bytes: read }] = traffic.files;
  return { format, mib: read / MIB, judged, seconds, ...cost, perSecond: (judged / cost.cpuMs) * 1000 };
}

async function bench(): Promise<void> {
  const results: Awaited<ReturnType<typeof measured>>[] = [];
  process.stdout.write(
    `judge, entries of about 1.5 KB from standard input, Node ${process.version}; goals at least ${GOAL_PER_SECOND} a second and core, at most ${GOAL_MB} MB\n`,
  );
  for (const recording of RECORDINGS) {
    const result = await measured(recording);
    results.push(result);
    const { format, mib, judged, seconds, perSecond, peakMb } = result;
    process.stdout.write(
      `  ${format.padEnd(6)} ${mib.toFixed(0).padStart(5)} MiB  ${String(judged).padStart(8)} entries  ${Math.round(perSecond).toLocaleString('en-US').padStart(8)}/s a core  ${peakMb.toFixed(0).padStart(4)} MB at most  ${seconds.toFixed(1)} s\n`,
    );
  }
  mkdirSync('reports/out', { recursive: true });
  writeFileSync('reports/out/judge.json', `${JSON.stringify({ node: process.version, results }, null, 2)}\n`);
}

const [directory] = process.argv.slice(2);
if (directory === undefined) await bench();
else await judgeInput(directory);
