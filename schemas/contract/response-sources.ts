import { type KeywordSource, nameOfSchema } from './keyword-obligations.ts';
import type { Operation } from './operation.ts';
import { promisedStatuses } from './promised-statuses.ts';

/**
 * The keywords of the bodies that are answered: of each status its own schema, of `default` the branch that names it.
 */
export function responseSources(operation: Operation): KeywordSource[] {
  return promisedStatuses(operation).flatMap(({ status, schemaPointer, branches, listed }): KeywordSource[] => {
    if (schemaPointer === null) return [];
    return [
      {
        group: 'response',
        schemaPointer: branches.find((branch) => branch.status === status)?.pointer ?? schemaPointer,
        level: listed ? 'MUST' : 'SHOULD',
        idOf: ({ pointer }) => `response/${nameOfSchema(operation.spec, pointer, String(status))}`,
        statuses: [status],
      },
    ];
  });
}
