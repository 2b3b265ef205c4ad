import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { SuiteError } from '../schemas/contract/suite-error.ts';
import { redactText } from '../schemas/secrets/redact.ts';
import { appendToJournal, EVIDENCE_MODE } from './journal.ts';
import type { Defect } from './run-record.ts';

/** Where the stacks of a run's defects lie. */
export const defectsFile = (directory: string): string => join(directory, 'defects.log');

/** The first line of a message, without the class that Playwright puts in front and without colours. */
const sentenceOf = (message: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a colour begins with one
  (message.replaceAll(/\x1b\[[\d;]*m/g, '').split('\n')[0] ?? '').replace(/^(?:\w*Error: )+/, '');

function defectOf(scenario: string | null, thrown: unknown): Defect {
  if (thrown instanceof SuiteError) {
    const { code, message, hint } = thrown;
    return { scenario, code, message, hint };
  }
  const message = sentenceOf(thrown instanceof Error ? thrown.message : String(thrown));
  return { scenario, code: 'DEFECT', message, hint: null };
}

function stackOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const { stack, message, cause } = thrown;
  return `${stack ?? message}${cause === undefined ? '' : `\ncaused by ${stackOf(cause)}`}`;
}

/** Adds the stack of a throw to `defects.log`. */
export const writeStack = (directory: string, scenario: string | null, thrown: unknown): void =>
  appendFileSync(defectsFile(directory), redactText(`${scenario ?? 'the run'}: ${stackOf(thrown)}\n\n`), {
    mode: EVIDENCE_MODE,
  });

/** Records a throw that is no verdict: a sentence in the journal, the stack in `defects.log`. */
export function recordDefect(directory: string, scenario: string | null, thrown: unknown): void {
  const defect = defectOf(scenario, thrown);
  appendToJournal(directory, { kind: 'defect', defect });
  writeStack(directory, scenario, thrown);
}
