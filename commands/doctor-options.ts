import type { Command } from 'commander';
import { wholeNumber } from './option-values.ts';

/** What `doctor` is told, as the command line gives it. */
export interface DoctorOptions {
  /** Milliseconds a call. */
  readonly timeout: number;
}

/** Longest wait for each of its calls, in milliseconds: ours; a person waits for it. */
const TIMEOUT_MS = 10_000;

/** Describes `doctor` and its options. */
export const addDoctorOptions = (command: Command): Command =>
  command
    .description('check what a run on the sandbox needs: configuration, reachability, tokens, clock')
    .option('--timeout <ms>', 'longest wait for a whole answer', wholeNumber('milliseconds', 1, 3_600_000), TIMEOUT_MS);
