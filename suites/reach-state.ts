import type { Exchange } from '../schemas/exchange.ts';
import { PREAMBLES, type Step, stateShown } from './preambles.ts';
import { readState } from './read-state.ts';
import type { Given } from './scenario.ts';
import type { Session } from './session.ts';
import { callAsOwner } from './set-up-calls.ts';
import type { Invoice } from './stock.ts';
import { isUndecided, type Undecided, undecided } from './undecided.ts';

/** Creates an invoice that the ledger knows of before the service does, and by its id before anything else is done with it. */
async function create(step: Step, given: Given, session: Session, evidence: Exchange[]) {
  const { ledger, stock, system } = session;
  const reference = session.nextReference();
  ledger.intend(reference, session.account);
  const exchange = await callAsOwner(step, { invoiceId: '', given, reference }, session, evidence);
  if (isUndecided(exchange) || system.madeNothing(exchange)) {
    ledger.close(reference, 'NOT_CREATED');
    return exchange;
  }
  const id = system.succeeded(exchange) ? system.createdId(exchange) : undefined;
  if (id !== undefined) {
    ledger.made(reference, id);
    stock.made(id);
  }
  return exchange;
}

/** Takes one step; resolves to the invoice's id. Until GET has shown it, the state is uncertain. */
async function take(step: Step, invoiceId: string, given: Given, session: Session, evidence: Exchange[]) {
  const { system } = session;
  const exchange =
    step.call === 'create'
      ? await create(step, given, session, evidence)
      : await callAsOwner(step, { invoiceId, given }, session, evidence);
  if (isUndecided(exchange)) return exchange;
  const failed = undecided(`Preamble to ${given.state}: ${exchange.operation} ${system.describe(exchange)}.`);
  if (!system.succeeded(exchange)) return failed;
  const id = step.call === 'create' ? system.createdId(exchange) : invoiceId;
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
  const look = evidence.at(-1)?.operation;
  return undecided(`Preamble to ${given.state}: ${look} answered and shows ${seen.state}, not ${wanted}.`);
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
