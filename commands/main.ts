import { Command, CommanderError } from 'commander';
import { PACKAGE_VERSION } from '../schemas/contract/package-file.ts';
import { SuiteError } from '../schemas/contract/suite-error.ts';
import { report } from './report-error.ts';
import { addRunOptions } from './run-options.ts';
import { addServeOptions } from './serve-options.ts';

/** Commander's sentence without its `error:`, and with its suggestion as the hint. */
function usageError({ message }: CommanderError): SuiteError {
  const [sentence = '', suggestion = ''] = message.replace(/^error: /, '').split('\n');
  const hint = /\(Did you mean (.+)\?\)/.exec(suggestion)?.[1];
  return new SuiteError('USAGE', `${sentence[0]?.toUpperCase() ?? ''}${sentence.slice(1)}`.replace(/\.$/, ''), {
    hint: hint ? `Did you mean ${hint}?` : 'See cancel-conformance --help, and --help after a command.',
  });
}

/** The command line: what each command does is imported when it is asked for. */
function program(finish: (code: number) => void): Command {
  const command = new Command('cancel-conformance')
    .description("Judges PayPal's invoice cancel, or anything that stands in for it, by PayPal's own contract.")
    .version(PACKAGE_VERSION)
    .exitOverride()
    .configureOutput({ writeErr: () => {}, outputError: () => {} });
  addRunOptions(command.command('run')).action(async (options) => {
    const { run } = await import('./run.ts');
    finish(await run(options));
  });
  addServeOptions(command.command('serve')).action(async (options) => {
    const { serve } = await import('./serve.ts');
    finish(await serve(options));
  });
  return command;
}

/** Runs the command line and answers with the exit code; every throw ends as one sentence and a hint. */
export async function main(args: readonly string[]): Promise<number> {
  let code = 0;
  const command = program((ended) => {
    code = ended;
  });
  try {
    if (args.length === 0) throw new SuiteError('USAGE', 'No command was given', { hint: command.helpInformation() });
    await command.parseAsync(args, { from: 'user' });
    return code;
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) return report(thrown);
    return thrown.exitCode === 0 ? 0 : report(usageError(thrown));
  }
}
