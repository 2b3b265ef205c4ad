import type { Exchange } from '../schemas/exchange.ts';
import { describeAnswer, membersOf, succeeded } from './answers.ts';
import { bodyOf, PREAMBLES, type Step, stateShown } from './preambles.ts';
import { readState } from './read-state.ts';
import type { Given } from './scenario.ts';
import type { Session } from './session.ts';
import { callAsOwner, SET_UP_CALLS, type SetUpCall } from './set-up-calls.ts';
import type { Invoice } from './stock.ts';
import { isUndecided, type Undecided, undecided } from './undecided.ts';

/** An id that a path can carry as it is; PayPal's are `INV2-` and four groups of four. */
const ID = /^[\w-]+$/;

/** The id in the answer to a create: its own member, or the end of the link to itself. */
function createdId(exchange: Exchange): string | undefined {
  const { id, href } = membersOf(exchange);
  return [id, href]
    .filter((member) => typeof member === 'string')
    .map((member) => member.split('/').at(-1))
    .find((candidate) => candidate !== undefined && ID.test(candidate));
}

const callOf = (step: Step, session: Session): SetUpCall =>
  step.call === 'cancel' ? session.operation : SET_UP_CALLS[step.call];

/** Takes one step; resolves to the invoice's id. Until GET has shown it, the state is uncertain. */
async function take(step: Step, invoiceId: string, given: Given, session: Session, evidence: Exchange[]) {
  const call = callOf(step, session);
  const body = bodyOf(step, given, session.runId);
  const exchange = await callAsOwner(call, invoiceId, body, session, evidence);
  if (isUndecided(exchange)) return exchange;
  const failed = undecided(`Preamble to ${given.state}: ${call.id} ${describeAnswer(exchange)}.`);
  if (!succeeded(exchange)) return failed;
  const id = step.call === 'create' ? createdId(exchange) : invoiceId;
  if (id === undefined) return undecided(`${failed.undecided.slice(0, -1)} and names no invoice.`);
  if (step.call === 'create') session.stock.made(id);
  return { id };
}

async function make(given: Given, session: Session, evidence: Exchange[]): Promise<Invoice | Undecided> {
  let id = '';
  for (const step of PREAMBLES[given.state]) {
    const taken = await take(step, id, given, session, evidence);
    if (isUndecided(taken)) return taken;
    id = taken.id;
  }
  return { id, given };
}

/**
 * An invoice that stands as `given` says: borrowed, or made. The preamble ends with a GET that must show the state,
 * also where the last answer names it: a service may answer before its reads follow, and what is judged next is what it reads.
 */
export async function reachState(given: Given, session: Session, evidence: Exchange[]): Promise<Invoice | Undecided> {
  if (given.state === 'UNKNOWN') return { id: session.unknownId, given };
  const borrowed = session.stock.borrow(given);
  if (borrowed !== undefined) return borrowed;
  const invoice = await make(given, session, evidence);
  if (isUndecided(invoice)) return invoice;
  const wanted = stateShown(given.state);
  const seen = await readState(invoice.id, wanted, session, evidence);
  if (isUndecided(seen)) return undecided(`Preamble to ${given.state}: ${seen.undecided}`);
  if (seen.state === wanted) return invoice;
  return undecided(
    `Preamble to ${given.state}: ${SET_UP_CALLS.get.id} answered and shows ${seen.state}, not ${wanted}.`,
  );
}
