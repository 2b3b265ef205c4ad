import type { Operation } from './operation.ts';
import { promisedStatuses } from './promised-statuses.ts';

/** Why no exchange shows what a success did with the request, e.g. `what was assumed`; undefined where its body may. */
export function shownNothing(operation: Operation, what: string): string | undefined {
  const success = promisedStatuses(operation).find(({ status }) => status >= 200 && status < 300);
  if (success?.mediaTypes.length !== 0) return undefined;
  return `a ${success.status} has no body, so no exchange shows ${what}`;
}
