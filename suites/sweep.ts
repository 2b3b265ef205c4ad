import { setTimeout as pause } from 'node:timers/promises';
import type { Exchange } from '../schemas/exchange.ts';
import type { Orphan } from '../schemas/verdict.ts';
import type { Entry } from './ledger.ts';
import { clearUp } from './postamble.ts';
import type { Session } from './session.ts';
import { callAsOwner } from './set-up-calls.ts';
import { isUndecided, type Undecided, undecided } from './undecided.ts';

/** How long an invoice may stay out of a service's search, in milliseconds: an hour, ours. One that shows up later is never found. */
const SEARCH_LAG_MS = 3_600_000;

/** How long an invoice that nobody can search for is named, in milliseconds: a week, ours. A person can look it up by its number. */
const NAMED_FOR_MS = 7 * 24 * 3_600_000;

/** By whether a system searches: how long a lost invoice counts as standing, and what is known of it. */
const LOST_FOR_MS = { true: SEARCH_LAG_MS, false: NAMED_FOR_MS } as const;
const NOT_SHOWN = {
  true: 'a search does not show it yet',
  false: 'this system has no search: look it up by its number, which is the reference',
} as const;

/** The invoice whose creation was never answered, by the reference it was to carry; undefined where there is none. */
async function searched(
  { reference }: Entry,
  session: Session,
  evidence: Exchange[],
): Promise<string | Undecided | undefined> {
  const { system } = session;
  if (!system.searches) return undefined;
  const exchange = await callAsOwner({ call: 'search' }, { invoiceId: '', reference }, session, evidence);
  if (isUndecided(exchange)) return exchange;
  if (!system.succeeded(exchange)) return undecided(`${exchange.operation} ${system.describe(exchange)}.`);
  return system.foundIn(exchange, reference);
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
  const mayStand = session.target.judges === 'service' && ageMs(entry) < LOST_FOR_MS[`${session.system.searches}`];
  if (mayStand)
    return undecided(`The answer to its creation was lost, and ${NOT_SHOWN[`${session.system.searches}`]}.`);
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
 * Clears up what stands open in a ledger, whichever run left it, by the sessions that write to it: one a system. Resolves to
 * what stays. Entries of another account are named and left alone; those of a mock went with it.
 */
export async function sweep(...sessions: readonly [Session, ...Session[]]): Promise<readonly Orphan[]> {
  const [{ ledger, target }] = sessions;
  const accounts = new Set(sessions.map(({ account }) => account));
  const others = target.judges === 'service' ? ledger.open().filter(({ account }) => !accounts.has(account)) : [];
  const stay: Orphan[] = others.map((entry) =>
    untried(entry, 'It was made with other credentials, or at another base URL.'),
  );
  for (const session of sessions) {
    const own = ledger.open().filter(({ account }) => account === session.account);
    stay.push(...(await closeAll(own, session)).filter((open) => open !== undefined));
  }
  return stay;
}
