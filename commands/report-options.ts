import type { Command } from 'commander';
import { formatOption, type WantedFormat } from './format-option.ts';

/** What `report` is told, as the command line gives it. */
export interface ReportOptions {
  readonly reportDir?: string;
  /** The run to compare with: one path, or those of all its shards. */
  readonly against?: readonly string[];
  /** The id of the only scenario to tell of. */
  readonly scenario?: string;
  /** A file or directory of earlier runs, or `none`; by default the caller's own of the target. */
  readonly history?: string;
  /** Whether an entry of the baseline that is gone, changed or expired fails the run. */
  readonly strictBaseline?: true;
  readonly json?: true;
  readonly quiet?: true;
  /** In which forms the record is written; nothing else is printed where one of them goes to standard output. */
  readonly format?: readonly WantedFormat[];
}

/** Collects what an option names each time that it is given. */
const repeated = (path: string, before: readonly string[] = []): readonly string[] => [...before, path];

/** Describes `report` and its options. */
export const addReportOptions = (command: Command): Command =>
  command
    .description('print a run (its shards merged), compare it with another, or explain one of its scenarios')
    .argument('<run...>', 'the directory of a run, or its run.json; of a sharded run, those of all shards')
    .option(
      '--against <other>',
      'an earlier run to compare with, once for each of its shards; a mock is compared with a service answer by answer',
      repeated,
    )
    .option('--scenario <id>', 'everything about one scenario')
    .option(
      '--history <path|none>',
      'earlier runs to tell trends by (default: reports/history/<target>); what --report-dir writes is added to it',
    )
    .option('--strict-baseline', 'an accepted departure that is gone, has changed or has expired fails the run, too')
    .option('--json', 'print JSON: the record, the comparison or the scenario')
    .option('--quiet', 'print the answer only, in one line')
    .addOption(formatOption())
    .option('--report-dir <dir>', 'where the merged record is written');
