import type { Command } from 'commander';
import { regularExpression } from './option-values.ts';

/** What `selftest` is told, as the command line gives it. */
export interface SelftestCommandOptions {
  readonly full?: boolean;
  readonly grep?: string;
  readonly json?: boolean;
}

/** Describes `selftest` and its options. */
export const addSelftestOptions = (command: Command): Command =>
  command
    .description('prove the suite: every lying target is caught, and no honest one is faulted')
    .option('--full', 'every liar against every scenario, not only those that can see its lie')
    .option('--grep <regex>', 'only lies and honest variants whose name or @group matches', regularExpression)
    .option('--json', 'print the kill matrix and the score as JSON');
