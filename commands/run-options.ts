import { type Command, Option } from 'commander';
import { DEFAULT_LIMITS } from '../clients/http-client.ts';
import { LEVELS } from '../schemas/contract/clause.ts';
import { formatOption, type WantedFormat } from './format-option.ts';
import { callsPerSecond, partOfWhole, regularExpression, wholeNumber } from './option-values.ts';

/** What `run` is told, as the command line gives it. */
export interface RunOptions {
  readonly target: string;
  readonly grep?: string;
  /** How many scenarios run at once; by default what suits the target. */
  readonly workers?: number;
  /** Calls a second, 0 for no limit; by default what suits the target. */
  readonly rate?: number;
  /** Calls in all; by default twice what the whole suite takes. */
  readonly maxCalls?: number;
  /** Whether calls are only counted, and none is made. */
  readonly plan?: boolean;
  /** Which part of the plan is run. */
  readonly shard?: { readonly current: number; readonly total: number };
  /** A client to be judged, in place of a target: a module, or a command. */
  readonly client?: string;
  /** How many cancels with random requests are judged, in place of the scenarios. */
  readonly fuzz?: number;
  /** Which random requests; by default others each time. */
  readonly seed?: number;
  /** Seconds that another run on the same account is waited for. */
  readonly wait: number;
  /** A level in small letters. */
  readonly failOn: string;
  /** A file of accepted departures, or `none`; by default the caller's own for the target, else the shipped one. */
  readonly baseline?: string;
  /** Whether an entry of the baseline that is gone, changed or expired fails the run. */
  readonly strictBaseline?: true;
  readonly reportDir?: string;
  /** Where the run is added to the history, or `none`; by default `reports/history` for a service. */
  readonly history?: string;
  /** In which forms the record is written beside it. */
  readonly format?: readonly WantedFormat[];
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
const maxCalls = wholeNumber('calls', 1, 1_000_000_000);
const fuzz = wholeNumber('a number', 1, 10_000_000);
const seed = wholeNumber('a number', 0, 2 ** 31 - 1);
const maxBody = wholeNumber('bytes', 1, MAX_BODY_BYTES);

/** Describes `run` and its options. */
export const addRunOptions = (command: Command): Command =>
  command
    .description('judge a target by every scenario')
    .requiredOption('--target <name>', 'what answers: prism, sandbox or simulator')
    .option('--grep <regex>', 'only scenarios whose id, title or @topic matches', regularExpression)
    .option(
      '--workers <count>',
      'how many scenarios run at once (default: one on a mock, enough for the rate on a service)',
      workers,
    )
    .option('--rate <calls>', 'calls a second, 0 for no limit (default: 5, or 0 on a mock)', callsPerSecond)
    .option('--max-calls <count>', 'most calls of the run (default: twice those of the whole suite)', maxCalls)
    .option('--plan', 'print the calls of each scenario, and make none')
    .option('--fuzz <count>', 'search with about so many random requests, in place of the scenarios', fuzz)
    .addOption(
      new Option(
        '--client <file|command>',
        'judge a client in place of a target: a module that exports cancelInvoice, or a command that speaks the protocol of docs/client.md',
      ).implies({ target: 'client' }),
    )
    .option('--seed <number>', 'with --fuzz, make the same random requests as another search', seed)
    .option('--shard <part/whole>', 'run only this part of the scenarios, as 2/3', partOfWhole)
    .option(
      '--wait <seconds>',
      'how long another run on the account is waited for',
      wholeNumber('seconds', 0, 86_400),
      60,
    )
    .addOption(
      new Option('--fail-on <level>', 'the weakest level of finding that fails the run')
        .choices(LEVELS.map((level) => level.toLowerCase()))
        .default('should'),
    )
    .option(
      '--baseline <file|none>',
      'the departures that are accepted (default: reports/baseline/<target>.json, yours or as shipped)',
    )
    .option('--strict-baseline', 'an accepted departure that is gone, has changed or has expired fails the run, too')
    .option('--report-dir <dir>', 'where the run is recorded (default: "reports/out/<target>")')
    .option(
      '--history <dir|none>',
      'where the run is added to the history (default: "reports/history", none for a mock)',
    )
    .addOption(formatOption())
    .option('--timeout <ms>', 'longest wait for a whole answer', timeout, DEFAULT_LIMITS.timeoutMs)
    .option('--max-body <bytes>', 'longest body that is read', maxBody, DEFAULT_LIMITS.maxBodyBytes);
