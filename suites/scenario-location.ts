import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFile } from '../schemas/contract/package-file.ts';

/** Where a scenario is written: its file, relative to the package, and the 1-based line of its `id`. */
export interface ScenarioLocation {
  readonly file: string;
  readonly line: number;
}

/** An id, or the fixed beginning of ids that are derived, and where it is written. */
interface Written extends ScenarioLocation {
  readonly start: string;
  readonly whole: boolean;
}

/** `id: 'cancel.state.draft'`, or the beginning of a template. */
const ID = /\bid: (?:'([^']+)'|`([^`$]+)\$\{)/;

function writtenIn(file: string): readonly Written[] {
  return readFileSync(packageFile(file), 'utf8')
    .split('\n')
    .flatMap((text, at) => {
      const [, whole, start] = ID.exec(text) ?? [];
      const found = whole ?? start;
      return found === undefined ? [] : [{ file, line: at + 1, start: found, whole: whole !== undefined }];
    });
}

const sources = (): readonly string[] =>
  readdirSync(packageFile('suites'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /[.-]scenarios\.ts$/.test(file))
    .map((file) => join('suites', file));

let index: readonly Written[] | undefined;

function indexed(): readonly Written[] {
  // The longest beginning is the closest to an id.
  index ??= sources()
    .flatMap(writtenIn)
    .toSorted((a, b) => b.start.length - a.start.length);
  return index;
}

/** The id under which a scenario of both systems is written. */
const commonId = (id: string): string => id.replace(/^legacy\./, 'cancel.');

/**
 * Where the literal of a scenario stands in the shipped sources: of one that both systems have, the one literal of both; of
 * a derived one, the line that derives it.
 */
export function locationOf(id: string): ScenarioLocation | undefined {
  const ids = [id, commonId(id)];
  const written = indexed();
  return (
    written.find(({ start, whole }) => whole && ids.includes(start)) ??
    ids.flatMap((one) => written.find(({ start, whole }) => !whole && one.startsWith(start)) ?? [])[0]
  );
}
