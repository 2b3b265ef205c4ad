import { type Command, Option } from 'commander';

/** What `contract` is told, as the command line gives it. */
export interface ContractOptions {
  readonly operation?: string;
  readonly format: 'text' | 'json' | 'sarif';
  readonly against?: string;
}

/** Describes `contract` and its options. */
export const addContractOptions = (command: Command): Command =>
  command
    .description('judge a contract itself, or compare it with another copy of it')
    .argument('[spec]', 'an OpenAPI 3.0 document, or a page with one inside (default: the pinned contract)')
    .option('--operation <id>', 'only this operation (default: every one with an operationId)')
    .addOption(new Option('--format <name>', 'what is printed').choices(['text', 'json', 'sarif']).default('text'))
    .option('--against <new>', 'the other copy; exit code 1 where it breaks those who rely on the first');
