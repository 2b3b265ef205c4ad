import { refusalOf } from '../../schemas/boundaries/refusal.ts';
import type { Operation } from '../../schemas/contract/operation.ts';
import type { CancelContext, Lie } from '../lie.ts';
import { type Decision, type Fault, REFUSING_ISSUE } from '../prism/decide-cancel.ts';
import type { Invoice } from '../prism/invoices.ts';
import type { Where } from './rewrite.ts';

/** The cancel is done. */
export const DONE: Decision = { status: 204, example: null };

/** The decision on a request that nothing is wrong with: the invoice's state makes it. */
export function decisionByState(invoice: Invoice | undefined): Decision {
  const issue = invoice === undefined ? null : REFUSING_ISSUE[invoice.state];
  if (invoice === undefined || issue === null) return DONE;
  return { status: 422, example: issue, fault: { field: '/invoice_id', value: invoice.id, location: 'path' } };
}

/** A lie that takes what it should refuse, where `where` holds. */
export const accepting = (where: Where): Lie => ({
  decide: (context) =>
    context.decision.status !== 204 && where(context) ? decisionByState(context.invoice) : context.decision,
});

/** A lie that refuses what it should do, where `where` holds. */
export const refusing = (where: Where, refusal: Decision | ((context: CancelContext) => Decision)): Lie => ({
  decide: (context) => {
    if (context.decision.status !== 204 || !where(context)) return context.decision;
    return typeof refusal === 'function' ? refusal(context) : refusal;
  },
});

/** The example of a status that names no issue: it is called like the error. */
export const plainRefusal = (operation: Operation, status: number): Decision => ({
  status,
  example: operation.statusContract(status)?.names[0] ?? null,
});

/** How a coherent target refuses a member for a keyword. */
export function refusalFor(operation: Operation, keyword: string, fault: Fault): Decision {
  const { status, issue } = refusalOf(operation, [keyword]);
  const [first = 400] = status;
  return issue === undefined ? plainRefusal(operation, first) : { status: first, example: issue, fault };
}

/** The JSON value of a request; undefined where it is none. */
export function sentIn({ request }: CancelContext): unknown {
  try {
    return JSON.parse(request.text);
  } catch {
    return undefined;
  }
}
