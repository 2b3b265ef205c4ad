import { spawnSync } from 'node:child_process';

/** The middle value; of an even count the lower of the two. */
export const medianOf = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[(values.length - 1) >> 1] ?? Number.NaN;

/** Wall time of a whole process and what it printed. */
export interface ProcessTime {
  readonly ms: number;
  readonly stdout: string;
}

function once(args: readonly string[]): ProcessTime {
  const started = performance.now();
  const { stdout, status } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
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
