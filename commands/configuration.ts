import { join } from 'node:path';
import { type Command, InvalidArgumentError, type Option } from 'commander';
import { config } from 'dotenv';
import { SuiteError } from '../schemas/contract/suite-error.ts';
import { keepEnvironmentSecrets } from '../schemas/secrets/environment-secrets.ts';
import { settings } from './settings.ts';

/** The file that holds a caller's settings, in the directory where he calls. */
const FILE = '.env';

function readFile(directory: string, environment: NodeJS.ProcessEnv): void {
  const { error } = config({
    path: join(directory, FILE),
    quiet: true,
    processEnv: environment as Record<string, string>,
  });
  const { code } = (error ?? {}) as NodeJS.ErrnoException;
  if (error === undefined || code === 'ENOENT') return;
  throw new SuiteError('CONFIGURATION', `The file ${FILE} cannot be read (${code ?? 'it is not text'})`, {
    hint: 'Make it a file that you can read, or remove it and set the variables in the environment.',
    cause: error,
  });
}

/**
 * Adds the settings of the caller's `.env` to the environment, which wins where both have one; every process that is
 * started from here inherits them, and none is told a secret in its arguments. An empty value is none (CONFIGURATION).
 */
export function loadConfiguration(directory = process.cwd(), environment: NodeJS.ProcessEnv = process.env): void {
  readFile(directory, environment);
  for (const { name } of settings) {
    const value = environment[name]?.trim();
    if (value === undefined || value === '') delete environment[name];
    else environment[name] = value;
  }
  keepEnvironmentSecrets(environment);
}

function valueFor(option: Option, name: string, text: string): unknown {
  try {
    return option.parseArg === undefined ? text : option.parseArg(text, undefined);
  } catch (cause) {
    if (!(cause instanceof InvalidArgumentError)) throw cause;
    throw new SuiteError('CONFIGURATION', `${name} is not what ${option.long} takes`, { hint: cause.message, cause });
  }
}

/** Gives each option that has a setting its value, unless the command line has one (CONFIGURATION). */
export function applySettings(command: Command, environment: Readonly<NodeJS.ProcessEnv> = process.env): void {
  for (const { name, option: long } of settings) {
    const option = command.options.find((candidate) => candidate.long === long);
    const text = environment[name];
    if (option === undefined || text === undefined) continue;
    const attribute = option.attributeName();
    if (command.getOptionValueSource(attribute) === 'cli') continue;
    command.setOptionValueWithSource(attribute, valueFor(option, name, text), 'env');
  }
}
