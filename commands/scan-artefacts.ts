import { relative } from 'node:path';
import { leakyFiles } from '../reports/scan.ts';
import { complain } from './say.ts';

/** The end of every run: how many of the files that it wrote hold a secret. Says which, and never what. */
export function countLeaks(...paths: readonly string[]): number {
  const files = leakyFiles(...paths);
  if (files.length > 0)
    complain(
      `A secret stands in ${files.map((file) => relative('', file)).join(', ')}.\nDelete what is named, replace the client secret at developer.paypal.com, and report how it came there.\n`,
    );
  return files.length;
}
