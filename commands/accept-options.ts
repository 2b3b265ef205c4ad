import { type Command, InvalidArgumentError } from 'commander';

/** What `accept` is told, as the command line gives it. */
export interface AcceptOptions {
  readonly reason: string;
  readonly owner?: string;
  /** The last day on which it is accepted, YYYY-MM-DD. */
  readonly expires?: string;
  /** Which departures: scenario ids, fingerprints, kinds or their codes; all new ones where left out. */
  readonly only?: readonly string[];
  readonly source?: string;
  readonly baseline?: string;
  readonly dryRun?: true;
}

/** Reads a text that says something. */
function words(text: string): string {
  if (text.trim() !== '') return text.trim();
  throw new InvalidArgumentError('It takes a sentence.');
}

/** Reads a day that there is. */
function day(text: string): string {
  const instant = new Date(`${text}T00:00:00Z`);
  if (/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text))
    return text;
  throw new InvalidArgumentError('It takes a day, as 2026-12-31.');
}

/** Describes `accept` and its options. */
export const addAcceptOptions = (command: Command): Command =>
  command
    .description('accept the new departures of a run: written into the baseline, which later runs take for known')
    .argument('<run...>', 'the directory of a run, or its run.json; of a sharded run, those of all shards')
    .requiredOption('--reason <text>', 'why they are accepted', words)
    .option('--owner <name>', 'who accepts them (default: GIT_AUTHOR_NAME, or the name of your account)', words)
    .option('--expires <day>', 'the last day on which they are accepted, as 2026-12-31', day)
    .option('--only <id...>', 'only these: ids of scenarios, fingerprints, kinds or their codes')
    .option('--source <text>', 'where the departure is known from (default: the run)', words)
    .option('--baseline <file>', 'the file that is written (default: reports/baseline/<target>.json)')
    .option('--dry-run', 'print what would be written, and write nothing');
