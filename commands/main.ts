import { Command, CommanderError } from 'commander';
import { PACKAGE_VERSION } from '../schemas/contract/package-file.ts';
import { SuiteError } from '../schemas/contract/suite-error.ts';
import { addAcceptOptions } from './accept-options.ts';
import { addCleanupOptions } from './cleanup-options.ts';
import { addContractOptions } from './contract-options.ts';
import { addDoctorOptions } from './doctor-options.ts';
import { addInitOptions } from './init-options.ts';
import { addJudgeOptions } from './judge-options.ts';
import { report } from './report-error.ts';
import { addReportOptions } from './report-options.ts';
import { addRunOptions } from './run-options.ts';
import { addSelftestOptions } from './selftest-options.ts';
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
    .configureOutput({ writeErr: () => {}, outputError: () => {} })
    .hook('preAction', async (_, asked) => {
      const { applySettings, loadConfiguration } = await import('./configuration.ts');
      loadConfiguration();
      applySettings(asked);
    });
  addRunOptions(command.command('run')).action(async (options) => {
    if (options.client !== undefined)
      return finish(await (await import('./client.ts')).judgeClient(options, options.client));
    if (options.fuzz !== undefined) return finish(await (await import('./fuzz.ts')).fuzz(options, options.fuzz));
    const { run } = await import('./run.ts');
    finish(await run(options));
  });
  addJudgeOptions(command.command('judge')).action(async (files, options) => {
    const { judge } = await import('./judge.ts');
    finish(await judge(files, options));
  });
  addServeOptions(command.command('serve')).action(async (options) => {
    const { serve } = await import('./serve.ts');
    finish(await serve(options));
  });
  addDoctorOptions(command.command('doctor')).action(async (options) => {
    const { doctor } = await import('./doctor.ts');
    finish(await doctor(options));
  });
  addInitOptions(command.command('init')).action(async (options) => {
    const { init } = await import('./init.ts');
    finish(await init(options));
  });
  addReportOptions(command.command('report')).action(async (runs, options) => {
    const { report: render } = await import('./report.ts');
    finish(await render(runs, options));
  });
  addAcceptOptions(command.command('accept')).action(async (runs, options) => {
    const { accept } = await import('./accept.ts');
    finish(await accept(runs, options));
  });
  addCleanupOptions(command.command('cleanup')).action(async (options) => {
    const { cleanup } = await import('./cleanup.ts');
    finish(await cleanup(options));
  });
  addSelftestOptions(command.command('selftest')).action(async (options) => {
    const { selftest } = await import('./selftest.ts');
    finish(await selftest(options));
  });
  addContractOptions(command.command('contract')).action(async (spec, options) => {
    const { contract } = await import('./contract.ts');
    finish(await contract(spec, options));
  });
  return command;
}

/** A reader that has seen enough, such as `head`, is no error: the command goes on, for its record and its exit code. */
function unlessClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

/** Runs the command line and answers with the exit code; every throw ends as one sentence and a hint. */
export async function main(args: readonly string[]): Promise<number> {
  let code = 0;
  const command = program((ended) => {
    code = ended;
  });
  process.stdout.on('error', unlessClosed);
  process.once('uncaughtException', (thrown) => process.exit(report(thrown)));
  try {
    if (args.length === 0) throw new SuiteError('USAGE', 'No command was given', { hint: command.helpInformation() });
    await command.parseAsync(args, { from: 'user' });
    return code;
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) return report(thrown);
    return thrown.exitCode === 0 ? 0 : report(usageError(thrown));
  }
}
