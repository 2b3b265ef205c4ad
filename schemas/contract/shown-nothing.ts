import type { Operation } from './operation.ts';

/** Why no exchange shows what a success did with the request, e.g. `what was assumed`; undefined where its body may. */
export function shownNothing(operation: Operation, what: string): string | undefined {
  const success = operation.statuses.find((status) => status >= 200 && status < 300);
  if (success === undefined || operation.statusContract(success)?.mediaTypes.length !== 0) return undefined;
  return `a ${success} has no body, so no exchange shows ${what}`;
}
