import type { HttpClient } from '../clients/http-client.ts';
import { DEFAULT_PATIENCE, IMPATIENT, type Patience } from '../clients/patience.ts';
import type { Level } from '../schemas/contract/clause.ts';
import type { Operation } from '../schemas/contract/operation.ts';
import type { Leftover } from '../schemas/verdict.ts';
import type { Target } from '../targets/target.ts';
import type { Credentials } from './credentials.ts';
import { type Ledger, NO_LEDGER } from './ledger.ts';
import { type OutageWatch, openOutageWatch } from './outage-watch.ts';
import { clearUpAll } from './postamble.ts';
import { restSystem } from './rest/rest-system.ts';
import { lettersAtRandom, newRunId } from './run-id.ts';
import { openStock, type Stock } from './stock.ts';
import type { System } from './system.ts';

/** How patient a session is. */
export interface SessionLimits {
  /** Pauses before each further GET where a state does not show yet, in milliseconds; empty reads once. */
  readonly readPausesMs: readonly number[];
}

/** Ours; PayPal documents no delay. A service is given 3.75 s, a mock answers from memory and is read once. */
export const DEFAULT_SESSION_LIMITS: Readonly<Record<Target['judges'], SessionLimits>> = {
  service: { readPausesMs: [250, 500, 1000, 2000] },
  mock: { readPausesMs: [] },
};

/** How long calls that may be repeated wait for a busy target: a mock is never busy unless it is told to be. */
export const PATIENCE: Readonly<Record<Target['judges'], Patience>> = { service: DEFAULT_PATIENCE, mock: IMPATIENT };

/** What a session is opened with. */
export interface SessionOptions {
  readonly target: Target;
  /** Stays the caller's to close. */
  readonly client: HttpClient;
  /** The operation under test. */
  readonly operation: Operation;
  /** REST by default. */
  readonly system?: System;
  /** Written onto every invoice as its reference; random by default. */
  readonly runId?: string;
  /** The weakest level that fails a scenario; SHOULD by default. */
  readonly failOn?: Level;
  readonly limits?: SessionLimits;
  readonly patience?: Patience;
  /** Where invoices are written down before they are relied on; nowhere by default. */
  readonly ledger?: Ledger;
  /** Another session of this run, whose tokens it uses. */
  readonly sharing?: Session;
}

/** What the scenarios of one run share in one system: target, client, credentials and invoices. */
export interface Session {
  readonly target: Target;
  readonly client: HttpClient;
  readonly operation: Operation;
  readonly system: System;
  /** Whose the invoices are that it makes: what the ledger calls it. */
  readonly account: string;
  readonly runId: string;
  readonly failOn: Level;
  readonly limits: SessionLimits;
  /** A well-formed id that belongs to no invoice. */
  readonly unknownId: string;
  readonly patience: Patience;
  readonly ledger: Ledger;
  readonly watch: OutageWatch;
  /** The reference of the next invoice: the run id, and what tells it from every other, so that it can be found by it. */
  nextReference(): string;
  readonly credentials: Credentials;
  readonly stock: Stock;
  /** Cancels and deletes what is left; resolves to what could not be cleared up. Never throws for what a target does. */
  close(): Promise<readonly Leftover[]>;
}

/** An id in the form of PayPal's, out of 10²⁴. */
const unknownInvoiceId = (): string => ['INV2', ...Array.from({ length: 4 }, () => lettersAtRandom(4))].join('-');

/** Opens a session; nothing is sent before a scenario needs it. */
export function openSession(options: SessionOptions): Session {
  const { target, client, operation, limits } = options;
  const { runId = newRunId(), failOn = 'SHOULD', ledger = NO_LEDGER, patience = PATIENCE[target.judges] } = options;
  const { system = restSystem } = options;
  const tag = lettersAtRandom(4);
  let invoices = 0;
  const session: Session = {
    target,
    client,
    operation,
    system,
    account: system.accountOf(target),
    runId,
    failOn,
    limits: limits ?? DEFAULT_SESSION_LIMITS[target.judges],
    unknownId: unknownInvoiceId(),
    patience,
    ledger,
    watch: openOutageWatch(),
    nextReference: () => {
      invoices += 1;
      return `${runId}-${tag}-${invoices}`;
    },
    credentials: options.sharing?.credentials ?? system.openCredentials(target, client, patience),
    stock: openStock(ledger),
    close: () => clearUpAll(session),
  };
  return session;
}
