import type { GateLiteral } from '../gate-scenario.ts';

const SILENT = 'The contract takes any invoice id; whether a client looks at it first is its own affair';

/** An id that stands in a path is one segment of it, whatever characters it has: escaped once, and only once. */
const path = (name: string, invoiceId: string, title: string): GateLiteral => ({
  id: `client.path.${name}`,
  title,
  asked: { invoiceId },
  meets: 404,
  claims: 'parameter/invoice_id/pattern',
  mayRefuse: SILENT,
});

/** Ids that a path cannot carry as they are. */
export const pathScenarios = [
  path('slash', 'INV2-A/B', 'A slash in the id does not end the segment'),
  path('climbing', 'INV2/../INV2-A', 'An id cannot climb to another path'),
  path('space', 'INV2 A B', 'Spaces are escaped'),
  path('percent', 'INV2%2FA', 'An id that looks escaped is escaped all the same'),
  path('question-mark', 'INV2?x=1', 'A question mark does not begin a query'),
  path('hash', 'INV2#A', 'A hash does not end the path'),
  path('reserved', 'INV2+A&B=C;D:E@F', 'Reserved characters arrive as they are'),
  path('non-ascii', 'INV2-ÄÖ-発', 'Characters beyond ASCII are UTF-8, escaped'),
] as const satisfies readonly GateLiteral[];
