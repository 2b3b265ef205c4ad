import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { packageFile } from './package-file.ts';

/** A document of `specs/` as this package holds it. */
export interface PinnedFile {
  readonly lines: readonly string[];
  /** Of its bytes. */
  readonly sha256: string;
}

const isBelowSpecs = (file: string): boolean =>
  !file.startsWith('/') && !file.includes('\0') && !file.split('/').includes('..');

/** A document by its path below `specs/`, as clauses cite it; null where it is not here, or lies elsewhere. */
export function pinnedFile(file: string): PinnedFile | null {
  if (!isBelowSpecs(file)) return null;
  try {
    const bytes = readFileSync(packageFile(`specs/${file}`));
    const lines = bytes.toString('utf8').split(/\r?\n/);
    return { lines, sha256: createHash('sha256').update(bytes).digest('hex') };
  } catch {
    return null;
  }
}
