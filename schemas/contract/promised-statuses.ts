import type { Operation, StatusContract } from './operation.ts';

/** What is promised of each status that an operation's contract names, ascending. */
export const promisedStatuses = ({ statuses, statusContract }: Operation): readonly StatusContract[] =>
  statuses.flatMap((status) => statusContract(status) ?? []);
