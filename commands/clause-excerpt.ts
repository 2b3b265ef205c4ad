import type { Clause } from '../schemas/contract/clause.ts';
import { pinnedFile } from '../schemas/contract/pinned-file.ts';

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

/** The lines of a clause, read from the specs that this package holds: a record cannot name any other file. */
export function clauseExcerpt(clause: Clause): ClauseExcerpt {
  const { lines, sha256 } = pinnedFile(clause.file) ?? { lines: [], sha256: null };
  const from = Math.max(1, clause.line - AROUND);
  const around = lines
    .slice(from - 1, clause.line + AROUND)
    .map((text, at) => ({ line: from + at, text: text.trimEnd() }));
  const own = around.find(({ line }) => line === clause.line);
  return { ...clause, text: own?.text ?? null, around: own ? around : [], sha256 };
}
