import { spawnSync } from 'node:child_process';
import { packageFile } from '../schemas/contract/package-file.ts';

/** The compiled command. */
export const CLI = packageFile('dist/cli.js');

/** What a process may print, in bytes: the kill matrix as JSON has some five million. */
const MOST_PRINTED_BYTES = 64 * 2 ** 20;

/** Counted runs of each whole process. */
export const RUNS = 5;

/** The middle value; of an even count the lower of the two. */
export const medianOf = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[(values.length - 1) >> 1] ?? Number.NaN;

/** Wall time of a whole process and what it printed. */
export interface ProcessTime {
  readonly ms: number;
  readonly stdout: string;
}

/** The middle of the processes' times, in milliseconds. */
export const msOf = (times: readonly ProcessTime[]): number => medianOf(times.map(({ ms }) => ms));

/** One whole process. */
export function once(args: readonly string[]): ProcessTime {
  const started = performance.now();
  const { stdout, status } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: MOST_PRINTED_BYTES,
    env: { ...process.env, NO_COLOR: '1' },
  });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}\n${stdout}`);
  return { ms: performance.now() - started, stdout };
}

/** The processes in turn, A B A B …, so that a machine that slows down slows both; one run each is not counted. */
export function inTurn(runs: number, ...commands: readonly (readonly string[])[]): readonly (readonly ProcessTime[])[] {
  const rounds = Array.from({ length: runs + 1 }, () => commands.map(once));
  return commands.map((_, index) => rounds.slice(1).map((round) => round[index] as ProcessTime));
}

/** How often `work` is done in a second, the best of `rounds` rounds of at least `ms` milliseconds. */
export function ratePerSecond(work: () => number, { ms = 500, rounds = 5 } = {}): number {
  const rates = Array.from({ length: rounds + 1 }, () => {
    const started = performance.now();
    let done = 0;
    while (performance.now() - started < ms) done += work();
    return (done / (performance.now() - started)) * 1000;
  });
  return medianOf(rates.slice(1));
}
