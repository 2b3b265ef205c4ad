import { setTimeout as pause } from 'node:timers/promises';
import { type Exchange, isAnswered } from '../schemas/exchange.ts';
import { describeAnswer, membersOf } from './answers.ts';
import { NOT_FOUND } from './preambles.ts';
import type { Session } from './session.ts';
import { callAsOwner, SET_UP_CALLS } from './set-up-calls.ts';
import { isUndecided, type Undecided, undecided } from './undecided.ts';

/** The state that GET shows of an invoice; `NOT_FOUND` where it answers 404. */
export interface Seen {
  readonly state: string;
}

/** A state as the service writes them. */
const STATE = /^\w{1,40}$/;

function seenIn(exchange: Exchange): Seen | Undecided {
  const status = isAnswered(exchange) ? exchange.response.status : undefined;
  const { status: state } = membersOf(exchange);
  if (status === 404) return { state: NOT_FOUND };
  if (status === 200 && typeof state === 'string' && STATE.test(state)) return { state };
  const words = describeAnswer(exchange);
  return undecided(`${SET_UP_CALLS.get.id} ${words}${status === 200 ? ' and shows no state' : ''}.`);
}

async function readOnce(invoiceId: string, session: Session, evidence: Exchange[]): Promise<Seen | Undecided> {
  const exchange = await callAsOwner(SET_UP_CALLS.get, invoiceId, undefined, session, evidence);
  return isUndecided(exchange) ? exchange : seenIn(exchange);
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
