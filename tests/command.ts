import { type ChildProcess, spawn } from 'node:child_process';
import { packageFile } from '../schemas/contract/package-file.ts';

/** What a command came to. */
export interface CommandEnd {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A running command. */
export interface RunningCommand {
  readonly child: ChildProcess;
  readonly ended: Promise<CommandEnd>;
}

/** Settings of whoever runs the tests: no command of a test sees them. */
const isSetting = (name: string): boolean => /^(?:PAYPAL|CONFORMANCE)_/.test(name);
const ENVIRONMENT = Object.fromEntries(Object.entries(process.env).filter(([name]) => !isSetting(name)));

/** Starts the compiled command in a directory. */
export function startCommand(
  cwd: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): RunningCommand {
  const env = { ...ENVIRONMENT, NO_COLOR: '1', ...environment };
  const child = spawn(process.execPath, [packageFile('dist/cli.js'), ...args], { cwd, env });
  const text = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (more: string) => {
      text[stream] += more;
    });
  return { child, ended: new Promise((resolve) => child.once('close', (code) => resolve({ code, ...text }))) };
}

/** Runs the compiled command in a directory to its end. */
export const command = (cwd: string, args: readonly string[], environment?: NodeJS.ProcessEnv): Promise<CommandEnd> =>
  startCommand(cwd, args, environment).ended;
