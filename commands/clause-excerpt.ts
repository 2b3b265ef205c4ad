import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { Clause } from '../schemas/contract/clause.ts';
import { packageFile } from '../schemas/contract/package-file.ts';

/** Lines of the pinned spec that are shown before and after the clause's own. */
const AROUND = 3;

/** A clause of the spec as it is pinned here. */
export interface ClauseExcerpt extends Clause {
  /** The very line; null where the file is not here, or has no such line. */
  readonly text: string | null;
  readonly around: readonly { readonly line: number; readonly text: string }[];
  /** Of the file's bytes as they are here; null where it is not. */
  readonly sha256: string | null;
}

const isBelowSpecs = (file: string): boolean => !file.startsWith('/') && !file.split('/').includes('..');

/** The lines of a clause, read from the specs that this package holds: a record cannot name any other file. */
export function clauseExcerpt(clause: Clause): ClauseExcerpt {
  const path = packageFile(`specs/${clause.file}`);
  const bytes = isBelowSpecs(clause.file) && existsSync(path) ? readFileSync(path) : undefined;
  const lines = bytes?.toString('utf8').split('\n') ?? [];
  const from = Math.max(1, clause.line - AROUND);
  const around = lines
    .slice(from - 1, clause.line + AROUND)
    .map((text, at) => ({ line: from + at, text: text.trimEnd() }));
  const own = around.find(({ line }) => line === clause.line);
  const sha256 = bytes ? createHash('sha256').update(bytes).digest('hex') : null;
  return { ...clause, text: own?.text ?? null, around: own ? around : [], sha256 };
}
