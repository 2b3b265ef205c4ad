import { InvalidArgumentError, Option } from 'commander';
import { FORMAT_NAMES, type FormatName } from '../reports/formats.ts';

/** A form in which the record is wanted, and the file that takes it; standard output where there is none. */
export interface WantedFormat {
  readonly name: FormatName;
  readonly file?: string;
}

/** Reads `NAME` or `NAME=FILE`. */
function wantedFormat(text: string): WantedFormat {
  const [, asked, file] = /^([^=]*)(?:=(.*))?$/s.exec(text) ?? [];
  const name = FORMAT_NAMES.find((candidate) => candidate === asked);
  if (name === undefined) throw new InvalidArgumentError(`It takes one of ${FORMAT_NAMES.join(', ')}.`);
  if (file === '') throw new InvalidArgumentError(`It takes a file after ${name}=.`);
  return { name, ...(file !== undefined && { file }) };
}

/** `--format NAME[=FILE]`, as often as one likes. */
export const formatOption = (): Option =>
  new Option(
    '--format <name[=file]>',
    `write the record in another form, to the file or to standard output: ${FORMAT_NAMES.join(', ')}; repeatable`,
  ).argParser((text, before: readonly WantedFormat[] = []) => [...before, wantedFormat(text)]);
