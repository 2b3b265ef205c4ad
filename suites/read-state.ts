import { setTimeout as pause } from 'node:timers/promises';
import type { Exchange } from '../schemas/exchange.ts';
import type { Session } from './session.ts';
import { callAsOwner } from './set-up-calls.ts';
import { isUndecided, type Undecided, undecided } from './undecided.ts';

/** The state that a look at an invoice shows; `NOT_FOUND` where there is none. */
export interface Seen {
  readonly state: string;
}

function seenIn(exchange: Exchange, { system }: Session): Seen | Undecided {
  const state = system.stateIn(exchange);
  if (state !== undefined) return { state };
  const why = system.succeeded(exchange) ? ' and shows no state' : '';
  return undecided(`${exchange.operation} ${system.describe(exchange)}${why}.`);
}

async function readOnce(invoiceId: string, session: Session, evidence: Exchange[]): Promise<Seen | Undecided> {
  const exchange = await callAsOwner({ call: 'get' }, { invoiceId }, session, evidence);
  return isUndecided(exchange) ? exchange : seenIn(exchange, session);
}

/** Reads an invoice until it shows `wanted`, as often as the session's limits allow: a service's reads may lag behind its writes. */
export async function readState(
  invoiceId: string,
  wanted: string | undefined,
  session: Session,
  evidence: Exchange[],
): Promise<Seen | Undecided> {
  let seen = await readOnce(invoiceId, session, evidence);
  for (const milliseconds of wanted === undefined ? [] : session.limits.readPausesMs) {
    if (isUndecided(seen) || seen.state === wanted) break;
    await pause(milliseconds);
    seen = await readOnce(invoiceId, session, evidence);
  }
  const state = isUndecided(seen) ? null : seen.state;
  session.stock.note(invoiceId, wanted === undefined || state === wanted ? state : null);
  return seen;
}
