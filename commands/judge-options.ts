import { type Command, Option } from 'commander';
import { LEVELS } from '../schemas/contract/clause.ts';
import { knownOperations } from '../schemas/library/operation-list.ts';
import { formatOption, type WantedFormat } from './format-option.ts';

/** What `judge` is told, as the command line gives it. */
export interface JudgeOptions {
  /** The only operation that is judged; calls of others are other traffic. */
  readonly operation?: string;
  /** A level in small letters; `should` where it is left out, of a run the run's own. */
  readonly failOn?: string;
  /** A file of accepted departures, or `none`. */
  readonly baseline?: string;
  readonly reportDir?: string;
  /** In which forms the record is written beside it. */
  readonly format?: readonly WantedFormat[];
  readonly json?: true;
  readonly quiet?: true;
}

/** Describes `judge` and its options. */
export const addJudgeOptions = (command: Command): Command =>
  command
    .description("judge recorded traffic, or an earlier run's evidence, without a call")
    .argument(
      '<file...>',
      'HAR or NDJSON (.gz as well), - for standard input; or a run.json, or the directory of a run',
    )
    .addOption(new Option('--operation <id>', 'judge only this operation').choices(knownOperations.map(({ id }) => id)))
    .addOption(
      new Option(
        '--fail-on <level>',
        'the weakest level of finding that fails (default: "should"; of a run, as it was)',
      ).choices(LEVELS.map((level) => level.toLowerCase())),
    )
    .option(
      '--baseline <file|none>',
      'the departures that are accepted (default: reports/baseline/recorded.json, if it is there)',
    )
    .option(
      '--report-dir <dir>',
      'where it is recorded (default: "reports/out/recorded", of a run "reports/out/judged")',
    )
    .addOption(formatOption())
    .option('--json', 'print the record as JSON')
    .option('--quiet', 'print the answer only, in one line');
