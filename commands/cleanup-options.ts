import type { Command } from 'commander';
import { DEFAULT_LIMITS } from '../clients/http-client.ts';
import { callsPerSecond, wholeNumber } from './option-values.ts';

/** What `cleanup` is told, as the command line gives it. */
export interface CleanupOptions {
  /** Every target that has a ledger here, where none is named. */
  readonly target?: string;
  /** Seconds that a run on the same account is waited for. */
  readonly wait: number;
  /** Milliseconds a call. */
  readonly timeout: number;
  /** Calls a second, 0 for no limit; the target's own where it is left out. */
  readonly rate?: number;
  /** Days; evidence is kept where it is left out. */
  readonly evidenceOlderThan?: number;
}

/** Describes `cleanup` and its options. */
export const addCleanupOptions = (command: Command): Command =>
  command
    .description('cancel and delete what killed runs left, and old evidence')
    .option('--target <name>', 'only what was made there (default: every target with a ledger here)')
    .option('--wait <seconds>', 'how long a run on the account is waited for', wholeNumber('seconds', 0, 86_400), 60)
    .option('--rate <calls>', 'calls a second, 0 for no limit (default: 5, or 0 on a mock)', callsPerSecond)
    .option(
      '--timeout <ms>',
      'longest wait for a whole answer',
      wholeNumber('ms', 1, 3_600_000),
      DEFAULT_LIMITS.timeoutMs,
    )
    .option(
      '--evidence-older-than <days>',
      'delete the records of runs below reports/out/ that ended longer ago',
      wholeNumber('days', 0, 36_500),
    );
