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

const keyOf = ({ state, recipients = [] }: Given): string => JSON.stringify([state, ...recipients]);

/** An empty stock. */
export function openStock(): Stock {
  const free = new Map<string, Invoice[]>();
  const states = new Map<string, string | null>();
  return {
    borrow: (given) => (given.shared ? free.get(keyOf(given))?.pop() : undefined),
    giveBack: (invoice) => {
      const key = keyOf(invoice.given);
      free.set(key, [...(free.get(key) ?? []), invoice]);
    },
    made: (invoiceId) => void states.set(invoiceId, null),
    note: (invoiceId, state) => {
      if (!states.has(invoiceId)) return;
      if (state === null || CANCELLABLE.has(state) || DELETABLE.has(state)) states.set(invoiceId, state);
      else states.delete(invoiceId);
    },
    stateOf: (invoiceId) => states.get(invoiceId) ?? null,
    left: () => [...states.keys()],
  };
}
