import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { SuiteError } from '../schemas/contract/suite-error.ts';
import { type InitFile, initFiles } from './init-files.ts';
import { say } from './say.ts';

/** What `init` is told, as the command line gives it. */
export interface InitOptions {
  /** Whether files that are there already are written anew. */
  readonly force?: boolean;
}

function write({ path, text, mode }: InitFile): void {
  try {
    mkdirSync(dirname(resolve(path)), { recursive: true });
    rmSync(resolve(path), { force: true });
    writeFileSync(resolve(path), text(), { mode });
  } catch (cause) {
    throw new SuiteError('WRITE_FAILED', `${path} cannot be written`, {
      hint: 'Call init in a directory that you can write to.',
      cause,
    });
  }
}

/** Whether git is told to leave `.env` alone, as far as a `.gitignore` here says. */
const ignoresEnv = (): boolean =>
  existsSync('.gitignore') &&
  readFileSync('.gitignore', 'utf8')
    .split(/\r?\n/)
    .some((line) => /^\/?\.env\*?$/.test(line));

/** Writes what a nightly needs into the caller's directory; what is there already stays, unless it is forced. */
export async function init({ force = false }: InitOptions): Promise<number> {
  for (const file of initFiles) {
    const kept = existsSync(resolve(file.path)) && !force;
    if (!kept) write(file);
    say(
      kept
        ? `kept     ${file.path} (there already; --force writes it anew)\n`
        : `written  ${file.path}: ${file.purpose}\n`,
    );
  }
  if (!ignoresEnv()) say('Add .env, reports/out/ and reports/ledger/ to .gitignore.\n');
  say('Next: fill in .env, then cancel-conformance doctor.\n');
  return 0;
}
