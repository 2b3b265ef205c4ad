import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { holdsSecret } from '../schemas/secrets/known-secrets.ts';
import { holdsNamedSecret } from '../schemas/secrets/sensitive-names.ts';

/** How much of a file is looked at at once, in bytes. */
const CHUNK_BYTES = 1 << 20;

/** How much of a chunk is looked at again with the next one, in characters: more than any secret takes in any form. */
const OVERLAP = 1 << 16;

/** What is nobody's artefact: a caller may report into his own directory. */
const NOT_OURS: ReadonlySet<string> = new Set(['.env', '.git', 'node_modules']);

function* filesIn(directory: string): Generator<string> {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    if (NOT_OURS.has(entry.name)) continue;
    const path = join(directory, entry.name);
    if (entry.isDirectory()) yield* filesIn(path);
    else if (entry.isFile()) yield path;
  }
}

const isLeaky = (text: string): boolean => holdsSecret(text) || holdsNamedSecret(text);

/** Whether a secret stands in the file; it may be larger than a string can be. */
function leaks(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const chunk = Buffer.alloc(CHUNK_BYTES);
    const decoder = new StringDecoder('utf8');
    let rest = '';
    for (let size = readSync(file, chunk); size > 0; size = readSync(file, chunk)) {
      const text = rest + decoder.write(chunk.subarray(0, size));
      if (isLeaky(text)) return true;
      rest = text.slice(-OVERLAP);
    }
    return false;
  } finally {
    closeSync(file);
  }
}

const filesAt = (path: string): readonly string[] => {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory()) return [...filesIn(path)];
  return stats?.isFile() ? [path] : [];
};

/** The files among and below the paths that hold a secret: one that this process knows, in any form, or what only a secret is called. */
export const leakyFiles = (...paths: readonly string[]): readonly string[] => paths.flatMap(filesAt).filter(leaks);
