import { createHash } from 'node:crypto';
import { closeSync, existsSync, fdatasyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { SuiteError } from '../schemas/contract/suite-error.ts';
import { redacted } from '../schemas/secrets/redact.ts';
import type { Target } from '../targets/target.ts';

/** One line of a ledger. `reference` stands on the invoice itself; `account` is whose it is. */
export type LedgerLine = { readonly at: string; readonly reference: string } & (
  | { readonly kind: 'intent'; readonly account: string; readonly run: string }
  | { readonly kind: 'made'; readonly invoiceId: string }
  | { readonly kind: 'closed'; readonly state: string }
);

/** An invoice that may still have to be cleared up. */
export interface Entry {
  readonly reference: string;
  readonly account: string;
  /** The run that made it. */
  readonly run: string;
  /** When it was intended: ISO 8601, UTC. */
  readonly at: string;
  /** null where the answer to its creation was lost: it can be searched for by its reference alone. */
  readonly invoiceId: string | null;
}

/** What a run makes on an account, written down before it is relied on. Only invoices in it are ever touched. */
export interface Ledger {
  /** Before a create is sent: an invoice with this reference may come of it, on the ledger's account unless another is named. Throws WRITE_FAILED, and then none may be sent. */
  intend(reference: string, account?: string): void;
  /** The create was answered: the invoice has this id. */
  made(reference: string, invoiceId: string): void;
  /** Nothing is left to do: `state` says why. Unknown references are ignored. */
  close(reference: string, state: string): void;
  /** The same, by the invoice's id. */
  closeInvoice(invoiceId: string, state: string): void;
  /** What stands open, of every account, the oldest first. */
  open(): readonly Entry[];
  /** Gives the file back. */
  release(): void;
}

/** How a ledger is opened. */
export interface LedgerOptions {
  /** Whose the invoices are. */
  readonly account: string;
  /** Which run makes them. */
  readonly run: string;
  /** Whether each line reaches the disk before the next step is taken; a mock's invoices end with the machine anyway. */
  readonly durable: boolean;
}

/** Names an account without saying who it is: one merchant at one base URL. */
export const accountNamed = (baseUrl: string, owner: string): string =>
  createHash('sha256').update(`${baseUrl}\n${owner}`).digest('hex').slice(0, 16);

/** The account of a target's REST merchant. */
export const accountOf = ({ baseUrl, merchants }: Target): string => accountNamed(baseUrl, merchants.merchant.clientId);

function parsed(text: string): LedgerLine | undefined {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    // Torn off by a crash: nothing was done yet on the strength of it.
    return undefined;
  }
}

/** Takes a line into account. */
function enter(entries: Map<string, Entry>, line: LedgerLine): void {
  const { reference, at } = line;
  const known = entries.get(reference);
  if (line.kind === 'intent')
    entries.set(reference, { reference, at, account: line.account, run: line.run, invoiceId: null });
  else if (line.kind === 'closed') entries.delete(reference);
  else if (known !== undefined) entries.set(reference, { ...known, invoiceId: line.invoiceId });
}

/** What stands open in a ledger's file; nothing where there is no such file. */
export function readLedger(file: string): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  if (!existsSync(file)) return entries;
  for (const text of readFileSync(file, 'utf8').split('\n')) {
    const line = parsed(text);
    if (line !== undefined) enter(entries, line);
  }
  return entries;
}

function writeFailed(file: string, cause: unknown): SuiteError {
  const hint = 'Make room, or run where reports/ledger/ can be written: no invoice is made that is not in the ledger.';
  return new SuiteError('WRITE_FAILED', `${file} cannot be written`, { hint, cause });
}

/** Opens a file for whole lines, its owner's alone: it begins a new one, also after a line that a crash tore off. */
function openLines(file: string, durable: boolean) {
  const attempt = <T>(work: () => T): T => {
    try {
      return work();
    } catch (cause) {
      throw writeFailed(file, cause);
    }
  };
  const descriptor = attempt(() => {
    mkdirSync(dirname(file), { recursive: true });
    return openSync(file, 'a', 0o600);
  });
  const append = (text: string): void =>
    attempt(() => {
      writeSync(descriptor, `${text}\n`);
      if (durable) fdatasyncSync(descriptor);
    });
  append('');
  return { append, close: () => closeSync(descriptor) };
}

/** Opens a ledger for adding to it (WRITE_FAILED). */
export function openLedger(file: string, { account, run, durable }: LedgerOptions): Ledger {
  const entries = new Map(readLedger(file));
  const lines = openLines(file, durable);
  const write = (line: LedgerLine): void => {
    lines.append(JSON.stringify(redacted(line)));
    enter(entries, line);
  };
  const now = (): string => new Date().toISOString();
  const close = (reference: string, state: string): void => {
    if (entries.has(reference)) write({ kind: 'closed', at: now(), reference, state });
  };
  return {
    intend: (reference, of = account) => write({ kind: 'intent', at: now(), reference, account: of, run }),
    made: (reference, invoiceId) => write({ kind: 'made', at: now(), reference, invoiceId }),
    close,
    closeInvoice: (invoiceId, state) => {
      for (const entry of entries.values()) if (entry.invoiceId === invoiceId) close(entry.reference, state);
    },
    open: () => [...entries.values()],
    release: () => lines.close(),
  };
}

/** A ledger for tests and editors: nothing is written down. */
export const NO_LEDGER: Ledger = {
  intend: () => {},
  made: () => {},
  close: () => {},
  closeInvoice: () => {},
  open: () => [],
  release: () => {},
};
