import { basename } from 'node:path';
import type { OperationOf } from '../clients/recorded/recorded-exchange.ts';
import { operationCalled } from '../schemas/library/known-operations.ts';

/** Beginnings of ids for the recordings, each of its file's name: `recorded.checkout-har`, and a number behind one that is there already. */
export function prefixesOf(target: string, paths: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return paths.map((path) => {
    const name =
      path === '-'
        ? 'stdin'
        : basename(path)
            .toLowerCase()
            .replaceAll(/[^a-z0-9]+/g, '-');
    let prefix = `${target}.${name.replace(/^-|-$/g, '') || 'file'}`;
    for (let n = 2; taken.has(prefix); n += 1) prefix = `${prefix.replace(/~\d+$/, '')}~${n}`;
    taken.add(prefix);
    return prefix;
  });
}

/** Tells calls of one operation only from other traffic; of all, where none is named. */
export const operationOfOnly =
  (only: string | undefined): OperationOf =>
  (method, url) => {
    const id = operationCalled(method, url);
    return only === undefined || id === only ? id : undefined;
  };
