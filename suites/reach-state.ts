import { NOT_SENT } from '../clients/paced-client.ts';
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

/** Failures before a byte was sent: nothing can have come of the call. */
const NEVER_SENT: ReadonlySet<string> = new Set([NOT_SENT, 'ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH']);

/** A gateway's own time-out: the service behind it may have gone on. */
const GATEWAY_GAVE_UP = 408;

/** Whether a create that names no invoice made none: refused by a 4xx, or never sent. Otherwise one may stand. */
function madeNothing({ response }: Exchange): boolean {
  if (response.kind === 'failure') return NEVER_SENT.has(response.code);
  return response.status >= 400 && response.status < 500 && response.status !== GATEWAY_GAVE_UP;
}

/** Creates an invoice that the ledger knows of before the service does, and by its id before anything else is done with it. */
async function create(step: Step, given: Given, session: Session, evidence: Exchange[]) {
  const { ledger, stock } = session;
  const reference = session.nextReference();
  ledger.intend(reference);
  const exchange = await callAsOwner(SET_UP_CALLS.create, '', bodyOf(step, given, reference), session, evidence);
  if (isUndecided(exchange) || madeNothing(exchange)) {
    ledger.close(reference, 'NOT_CREATED');
    return exchange;
  }
  const id = succeeded(exchange) ? createdId(exchange) : undefined;
  if (id !== undefined) {
    ledger.made(reference, id);
    stock.made(id);
  }
  return exchange;
}

/** Takes one step; resolves to the invoice's id. Until GET has shown it, the state is uncertain. */
async function take(step: Step, invoiceId: string, given: Given, session: Session, evidence: Exchange[]) {
  const call = callOf(step, session);
  const exchange =
    step.call === 'create'
      ? await create(step, given, session, evidence)
      : await callAsOwner(call, invoiceId, bodyOf(step, given, ''), session, evidence);
  if (isUndecided(exchange)) return exchange;
  const failed = undecided(`Preamble to ${given.state}: ${call.id} ${describeAnswer(exchange)}.`);
  if (!succeeded(exchange)) return failed;
  const id = step.call === 'create' ? createdId(exchange) : invoiceId;
  if (id === undefined) return undecided(`${failed.undecided.slice(0, -1)} and names no invoice.`);
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

/** Makes an invoice and has GET show its state. */
async function makeAndSee(given: Given, session: Session, evidence: Exchange[]): Promise<Invoice | Undecided> {
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

/**
 * An invoice that stands as `given` says: borrowed, or made. The preamble ends with a GET that must show the state,
 * also where the last answer names it: a service may answer before its reads follow, and what is judged next is what it reads.
 */
export async function reachState(given: Given, session: Session, evidence: Exchange[]): Promise<Invoice | Undecided> {
  if (given.state === 'UNKNOWN') return { id: session.unknownId, given };
  const borrowed = session.stock.borrow(given);
  if (borrowed !== undefined) return borrowed;
  const made = await makeAndSee(given, session, evidence);
  session.watch.preamble(isUndecided(made) ? made.undecided : undefined);
  return made;
}
