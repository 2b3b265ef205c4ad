import { closeSync, fchmodSync, fstatSync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { PACKAGE_VERSION } from '../../schemas/contract/package-file.ts';
import { SuiteError } from '../../schemas/contract/suite-error.ts';
import type { HarEntry } from './har.ts';

const CREATOR = JSON.stringify({ name: 'cancel-conformance', version: PACKAGE_VERSION });
const BEGINNING = `{"log":{"version":"1.2","creator":${CREATOR},"pages":[],"entries":[`;
const END = '\n]}}\n';

/** A HAR that is written while there is something to write, and whole after each entry. */
export interface HarFile {
  readonly path: string;
  /** Writes one entry down before it returns (WRITE_FAILED). */
  append(entry: HarEntry): void;
  close(): void;
}

const writeFailed = (path: string, cause: unknown): SuiteError =>
  new SuiteError('WRITE_FAILED', `${path} cannot be written`, {
    hint: `Name a file in a directory that you may write to (${(cause as NodeJS.ErrnoException).code ?? String(cause)}).`,
    cause,
  });

/** Opens it for its owner alone; what stood there before is replaced. A pipe has no end to write again. */
function opened(path: string): number {
  const file = openSync(path, 'w', 0o600);
  if (!fstatSync(file).isFile()) throw new Error('it is no file');
  fchmodSync(file, 0o600);
  return file;
}

function writeAt(file: number, text: string, position: number): number {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done, position + done);
  return position + bytes.length;
}

/**
 * Begins a HAR 1.2 at `path`. Each entry is written over the brackets that close the log, together with new ones, in one
 * call: a process that is killed leaves a HAR that ends with its last entry but one, or its last (WRITE_FAILED).
 */
export function openHarFile(path: string): HarFile {
  try {
    const file = opened(path);
    let end = writeAt(file, BEGINNING, 0);
    let separator = '\n';
    writeAt(file, END, end);
    const append = (entry: HarEntry): void => {
      try {
        const next = writeAt(file, `${separator}${JSON.stringify(entry)}${END}`, end) - END.length;
        end = next;
        separator = ',\n';
      } catch (cause) {
        ftruncateSync(file, end);
        writeAt(file, END, end);
        throw writeFailed(path, cause);
      }
    };
    const close = (): void => {
      fsyncSync(file);
      closeSync(file);
    };
    return { path, append, close };
  } catch (cause) {
    throw writeFailed(path, cause);
  }
}
