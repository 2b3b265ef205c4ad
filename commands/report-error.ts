import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { defectsFile, writeStack } from '../reports/defect.ts';
import { SuiteError } from '../schemas/contract/suite-error.ts';
import { exitCodeOf, isDefect } from './exit-code.ts';
import { complain } from './say.ts';

const NOTHING = { signal: null, defects: 0, usage: false, findings: 0, unknown: 0, judged: 0 } as const;

/** Where a stack goes that struck outside of a run's own directory. */
const DIRECTORY = 'reports/out';

function stackWritten(thrown: unknown): string {
  const directory = resolve(DIRECTORY);
  try {
    mkdirSync(directory, { recursive: true });
    writeStack(directory, null, thrown);
    return `Its stack is in ${defectsFile(directory)}; please report it.`;
  } catch {
    return 'Please report it.';
  }
}

/** Says on standard error what stopped the command, in a sentence and a hint, and answers with the exit code. */
export function report(thrown: unknown): number {
  if (thrown instanceof SuiteError && !isDefect(thrown.code)) {
    complain(`${thrown.message}.\n${thrown.hint}\n`);
    return exitCodeOf({ ...NOTHING, usage: true });
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  complain(`A defect of the suite itself: ${message.split('\n')[0]}.\n${stackWritten(thrown)}\n`);
  return exitCodeOf({ ...NOTHING, defects: 1 });
}
