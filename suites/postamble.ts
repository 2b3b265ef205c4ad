import type { Exchange } from '../schemas/exchange.ts';
import type { Leftover } from '../schemas/verdict.ts';
import { CANCELLABLE, DELETABLE, NOT_FOUND, type Step } from './preambles.ts';
import { readState } from './read-state.ts';
import type { Session } from './session.ts';
import { callAsOwner } from './set-up-calls.ts';
import { isUndecided } from './undecided.ts';

function stepFor(state: string): (Step & { call: 'cancel' | 'delete' }) | undefined {
  if (CANCELLABLE.has(state)) return { call: 'cancel' };
  return DELETABLE.has(state) ? { call: 'delete' } : undefined;
}

/** Cancels or deletes an invoice, where its state allows either; resolves to why it could not, or to undefined. */
export async function clearUp(invoiceId: string, session: Session, evidence: Exchange[]): Promise<string | undefined> {
  const known = session.stock.stateOf(invoiceId);
  const seen = known === null ? await readState(invoiceId, undefined, session, evidence) : { state: known };
  if (isUndecided(seen)) return seen.undecided;
  const step = stepFor(seen.state);
  if (step === undefined) return undefined;
  const exchange = await callAsOwner(step, { invoiceId }, session, evidence);
  if (isUndecided(exchange)) return exchange.undecided;
  if (!session.system.succeeded(exchange)) return `${exchange.operation} ${session.system.describe(exchange)}.`;
  session.stock.note(invoiceId, step.call === 'cancel' ? 'CANCELLED' : NOT_FOUND);
  return undefined;
}

/** Clears up whatever a session has left, one after the other; stops asking once the target no longer answers. */
export async function clearUpAll(session: Session): Promise<readonly Leftover[]> {
  const leftovers: Leftover[] = [];
  const evidence: Exchange[] = [];
  for (const invoiceId of session.stock.left()) {
    const silent = evidence.at(-1)?.response.kind === 'failure';
    const reason = silent ? 'The target had stopped answering.' : await clearUp(invoiceId, session, evidence);
    if (reason !== undefined) leftovers.push({ invoiceId, state: session.stock.stateOf(invoiceId), reason });
  }
  return leftovers;
}
