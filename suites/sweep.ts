import { setTimeout as pause } from 'node:timers/promises';
import type { Exchange } from '../schemas/exchange.ts';
import type { Orphan } from '../schemas/verdict.ts';
import { describeAnswer, membersOf, succeeded } from './answers.ts';
import { accountOf, type Entry } from './ledger.ts';
import { clearUp } from './postamble.ts';
import type { Session } from './session.ts';
import { callAsOwner, SET_UP_CALLS } from './set-up-calls.ts';
import { isUndecided, type Undecided, undecided } from './undecided.ts';

/** How long an invoice may stay out of a service's search, in milliseconds: an hour, ours. One that shows up later is never found. */
const SEARCH_LAG_MS = 3_600_000;

/** An item of a search that carries exactly this reference. */
function isIt(item: unknown, reference: string): item is { readonly id: string } {
  const { id, detail } = Object(item) as { id?: unknown; detail?: { reference?: unknown } };
  return typeof id === 'string' && detail?.reference === reference;
}

/** The invoice whose creation was never answered, by the reference it was to carry; undefined where there is none. */
async function searched(
  { reference }: Entry,
  session: Session,
  evidence: Exchange[],
): Promise<string | Undecided | undefined> {
  const exchange = await callAsOwner(SET_UP_CALLS.search, '', { reference }, session, evidence);
  if (isUndecided(exchange)) return exchange;
  if (!succeeded(exchange)) return undecided(`${exchange.operation} ${describeAnswer(exchange)}.`);
  const { items } = membersOf(exchange);
  return Array.isArray(items) ? items.find((item) => isIt(item, reference))?.id : undefined;
}

const ageMs = ({ at }: Entry): number => Date.now() - Date.parse(at);

/** Finds the invoice of an intent and notes it in the ledger; resolves to its id, to why it is not known, or to undefined where it never came to be. */
async function identified(
  entry: Entry,
  session: Session,
  evidence: Exchange[],
): Promise<string | Undecided | undefined> {
  if (entry.invoiceId !== null) return entry.invoiceId;
  const found = await searched(entry, session, evidence);
  if (typeof found === 'string') session.ledger.made(entry.reference, found);
  if (found !== undefined) return found;
  if (session.target.judges === 'service' && ageMs(entry) < SEARCH_LAG_MS)
    return undecided('The answer to its creation was lost, and a search does not show it yet.');
  session.ledger.close(entry.reference, 'NOT_CREATED');
  return undefined;
}

/** Waits until reads have had the time to follow a young invoice's creation: a 404 then means that it is gone. */
async function waitForReads(entry: Entry, { limits }: Session): Promise<void> {
  const lagMs = limits.readPausesMs.reduce((sum, milliseconds) => sum + milliseconds, 0);
  if (ageMs(entry) < lagMs) await pause(lagMs - ageMs(entry));
}

/** Clears up one entry; resolves to what stays, or to undefined. */
async function close(entry: Entry, session: Session, evidence: Exchange[]): Promise<Orphan | undefined> {
  const { reference, run } = entry;
  const id = await identified(entry, session, evidence);
  if (id === undefined) return undefined;
  if (typeof id !== 'string') return { invoiceId: null, state: null, reference, run, reason: id.undecided };
  if (session.stock.stateOf(id) === null) await waitForReads(entry, session);
  if (!session.stock.left().includes(id)) session.stock.made(id);
  const reason = await clearUp(id, session, evidence);
  return reason === undefined ? undefined : { invoiceId: id, state: session.stock.stateOf(id), reference, run, reason };
}

/** What an entry is where it is not even tried. */
const untried = ({ reference, run, invoiceId }: Entry, reason: string): Orphan => ({
  invoiceId,
  state: null,
  reference,
  run,
  reason,
});

const isSilent = (evidence: readonly Exchange[]): boolean => evidence.at(-1)?.response.kind === 'failure';

/** How many entries are cleared up at the same moment: ours. */
const AT_ONCE = 8;

/** Clears up entries of the session's own account, a few at once; stops asking once the target no longer answers. */
async function closeAll(entries: readonly Entry[], session: Session): Promise<readonly (Orphan | undefined)[]> {
  const stay: (Orphan | undefined)[] = [];
  let silent = false;
  for (let at = 0; at < entries.length; at += AT_ONCE) {
    const few = entries.slice(at, at + AT_ONCE).map((entry) => ({ entry, evidence: [] as Exchange[] }));
    if (silent) stay.push(...few.map(({ entry }) => untried(entry, 'The target had stopped answering.')));
    else stay.push(...(await Promise.all(few.map(({ entry, evidence }) => close(entry, session, evidence)))));
    silent ||= few.some(({ evidence }) => isSilent(evidence));
  }
  return stay;
}

/**
 * Clears up what stands open in the ledger, whichever run left it. Resolves to what stays. Entries of another account are
 * named and left alone; those of a mock went with it.
 */
export async function sweep(session: Session): Promise<readonly Orphan[]> {
  const { ledger, target } = session;
  const account = accountOf(target);
  const others = target.judges === 'service' ? ledger.open().filter((entry) => entry.account !== account) : [];
  const own = await closeAll(
    ledger.open().filter((entry) => entry.account === account),
    session,
  );
  return [
    ...others.map((entry) => untried(entry, 'It was made with other credentials, or at another base URL.')),
    ...own.filter((open) => open !== undefined),
  ];
}
