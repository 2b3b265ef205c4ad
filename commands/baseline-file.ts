import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import type { Baseline } from '../reports/baseline.ts';
import { emptyBaselineText } from '../reports/baseline-text.ts';
import { baselinePath, readBaseline } from '../reports/read-baseline.ts';
import { packageFile } from '../schemas/contract/package-file.ts';
import { SuiteError } from '../schemas/contract/suite-error.ts';

/** A baseline that can be written. */
export interface BaselineFile {
  /** Where it is written, as short as it can be typed from here. */
  readonly file: string;
  /** As it stands; empty where the file is not there yet. */
  readonly text: string;
  /** What it begins with: the shipped one where the caller has none of his own, as a run would take it. */
  readonly base: string;
  readonly baseline: Baseline;
}

function shippedFor(target: string): string | undefined {
  const shipped = packageFile(baselinePath(target));
  return existsSync(shipped) ? readFileSync(shipped, 'utf8') : undefined;
}

/** The baseline of a target that is to be written: the file that is named, or the one that a run takes (BASELINE_INVALID, USAGE). */
export function baselineFile(target: string, named: string | undefined): BaselineFile {
  if (named === 'none')
    throw new SuiteError('USAGE', 'There is no baseline called none', { hint: 'Name a file with --baseline.' });
  const file = relative('', resolve(named ?? baselinePath(target)));
  if (existsSync(file)) {
    const baseline = readBaseline(file, target);
    const text = readFileSync(file, 'utf8');
    return { file, text, base: text, baseline };
  }
  const base = (named === undefined && shippedFor(target)) || emptyBaselineText(target);
  return { file, text: '', base, baseline: JSON.parse(base) };
}

/** Writes a baseline whole or not at all (WRITE_FAILED). */
export function writeBaseline(file: string, text: string): void {
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(resolve(file)), { recursive: true });
    writeFileSync(draft, text);
    renameSync(draft, file);
  } catch (cause) {
    rmSync(draft, { force: true });
    throw new SuiteError('WRITE_FAILED', `${file} cannot be written`, {
      hint: 'Name a file that can be written with --baseline.',
      cause,
    });
  }
}
