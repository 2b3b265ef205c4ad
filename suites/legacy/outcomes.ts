import type { Outcome } from '../define-scenarios.ts';

/** The cancel is done; no HTTP status is documented, and none is judged. */
export const succeeds = { status: [], ack: 'Success' } as const satisfies Outcome;

/** The cancel is refused by an error of the page's. */
export const refusedBy = <Code extends string>(code: Code) =>
  ({ status: [], ack: 'Failure', issue: code }) as const satisfies Outcome;
