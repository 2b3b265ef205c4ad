import { type Ledger, NO_LEDGER } from './ledger.ts';
import { CANCELLABLE, DELETABLE } from './preambles.ts';
import type { Given } from './scenario.ts';

/** An invoice that stands in the state of its `given`. */
export interface Invoice {
  readonly id: string;
  readonly given: Given;
}

/** The invoices of a session: those that scenarios can share, and those that still have to be cleared up. */
export interface Stock {
  /** Lends a shared invoice that stands as `given` says; nobody else gets it before it is given back. */
  borrow(given: Given): Invoice | undefined;
  /** Gives back a shared invoice that is proven to stand as it stood. */
  giveBack(invoice: Invoice): void;
  /** An invoice was made here: only such ones are ever cleared up. */
  made(invoiceId: string): void;
  /** What is last known of an invoice, null where that is uncertain; one that can be neither cancelled nor deleted is forgotten. */
  note(invoiceId: string, state: string | null): void;
  /** The last known state of an invoice that has to be cleared up; null where it is uncertain. */
  stateOf(invoiceId: string): string | null;
  /** The invoices that have to be cleared up. */
  left(): readonly string[];
}

/** What tells apart the invoices that scenarios can share. */
export const likenessOf = ({ state, recipients = [] }: Given): string => JSON.stringify([state, ...recipients]);

/** An empty stock; the ledger is told of every invoice that needs no clearing up any more. */
export function openStock(ledger: Ledger = NO_LEDGER): Stock {
  const free = new Map<string, Invoice[]>();
  const states = new Map<string, string | null>();
  return {
    borrow: (given) => (given.shared ? free.get(likenessOf(given))?.pop() : undefined),
    giveBack: (invoice) => {
      const key = likenessOf(invoice.given);
      free.set(key, [...(free.get(key) ?? []), invoice]);
    },
    made: (invoiceId) => void states.set(invoiceId, null),
    note: (invoiceId, state) => {
      if (!states.has(invoiceId)) return;
      if (state === null || CANCELLABLE.has(state) || DELETABLE.has(state)) states.set(invoiceId, state);
      else {
        states.delete(invoiceId);
        ledger.closeInvoice(invoiceId, state);
      }
    },
    stateOf: (invoiceId) => states.get(invoiceId) ?? null,
    left: () => [...states.keys()],
  };
}
