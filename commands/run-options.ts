import { type Command, Option } from 'commander';
import { DEFAULT_LIMITS } from '../clients/http-client.ts';
import { LEVELS } from '../schemas/contract/clause.ts';
import { regularExpression, wholeNumber } from './option-values.ts';

/** What `run` is told, as the command line gives it. */
export interface RunOptions {
  readonly target: string;
  readonly grep?: string;
  readonly workers: number;
  /** A level in small letters. */
  readonly failOn: string;
  readonly reportDir?: string;
  /** Milliseconds a call. */
  readonly timeout: number;
  /** Bytes of a body. */
  readonly maxBody: number;
}

/** Longest time-out, in milliseconds: an hour, ours. */
const MAX_TIMEOUT_MS = 3_600_000;

/** Largest body that is read, in bytes: 1 GiB, ours; a longer one is no string. */
const MAX_BODY_BYTES = 2 ** 29;

const workers = wholeNumber('a number', 1, 64);
const timeout = wholeNumber('milliseconds', 1, MAX_TIMEOUT_MS);
const maxBody = wholeNumber('bytes', 1, MAX_BODY_BYTES);

/** Describes `run` and its options. */
export const addRunOptions = (command: Command): Command =>
  command
    .description('judge a target by every scenario')
    .requiredOption('--target <name>', 'what answers, e.g. prism')
    .option('--grep <regex>', 'only scenarios whose id, title or @topic matches', regularExpression)
    .option('--workers <count>', 'how many scenarios run at once', workers, 1)
    .addOption(
      new Option('--fail-on <level>', 'the weakest level of finding that fails the run')
        .choices(LEVELS.map((level) => level.toLowerCase()))
        .default('should'),
    )
    .option('--report-dir <dir>', 'where the run is recorded (default: "reports/out/<target>")')
    .option('--timeout <ms>', 'longest wait for a whole answer', timeout, DEFAULT_LIMITS.timeoutMs)
    .option('--max-body <bytes>', 'longest body that is read', maxBody, DEFAULT_LIMITS.maxBodyBytes);
