import { type KeywordSource, nameOfSchema } from './keyword-obligations.ts';
import type { Operation } from './operation.ts';

/**
 * The keywords of the bodies that are answered: of each status its own schema, of `default` the branch that names it.
 */
export function responseSources(operation: Operation): KeywordSource[] {
  return operation.statuses.flatMap((status): KeywordSource[] => {
    const contract = operation.statusContract(status);
    if (!contract || contract.schemaPointer === null) return [];
    return [
      {
        group: 'response',
        schemaPointer: contract.branches.find((branch) => branch.status === status)?.pointer ?? contract.schemaPointer,
        level: contract.listed ? 'MUST' : 'SHOULD',
        idOf: ({ pointer }) => `response/${nameOfSchema(operation.spec, pointer, String(status))}`,
        statuses: [status],
      },
    ];
  });
}
