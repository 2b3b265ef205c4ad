import { randomInt } from 'node:crypto';
import type { HttpClient } from '../clients/http-client.ts';
import type { Level } from '../schemas/contract/clause.ts';
import type { Operation } from '../schemas/contract/operation.ts';
import type { Leftover } from '../schemas/verdict.ts';
import type { Target } from '../targets/target.ts';
import { type Credentials, openCredentials } from './credentials.ts';
import { clearUpAll } from './postamble.ts';
import { openStock, type Stock } from './stock.ts';

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

/** What a session is opened with. */
export interface SessionOptions {
  readonly target: Target;
  /** Stays the caller's to close. */
  readonly client: HttpClient;
  /** The operation under test. */
  readonly operation: Operation;
  /** Written onto every invoice as its reference; random by default. */
  readonly runId?: string;
  /** The weakest level that fails a scenario; SHOULD by default. */
  readonly failOn?: Level;
  readonly limits?: SessionLimits;
}

/** What the scenarios of one run share: target, client, tokens and invoices. */
export interface Session {
  readonly target: Target;
  readonly client: HttpClient;
  readonly operation: Operation;
  readonly runId: string;
  readonly failOn: Level;
  readonly limits: SessionLimits;
  /** A well-formed id that belongs to no invoice. */
  readonly unknownId: string;
  readonly credentials: Credentials;
  readonly stock: Stock;
  /** Cancels and deletes what is left; resolves to what could not be cleared up. Never throws for what a target does. */
  close(): Promise<readonly Leftover[]>;
}

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const lettersAtRandom = (length: number): string =>
  Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** An id in the form of PayPal's, out of 10²⁴. */
const unknownInvoiceId = (): string => ['INV2', ...Array.from({ length: 4 }, () => lettersAtRandom(4))].join('-');

/** Opens a session; nothing is sent before a scenario needs it. */
export function openSession({ target, client, operation, runId, failOn, limits }: SessionOptions): Session {
  const session: Session = {
    target,
    client,
    operation,
    runId: runId ?? `cc-${lettersAtRandom(8)}`,
    failOn: failOn ?? 'SHOULD',
    limits: limits ?? DEFAULT_SESSION_LIMITS[target.judges],
    unknownId: unknownInvoiceId(),
    credentials: openCredentials(target, client),
    stock: openStock(),
    close: () => clearUpAll(session),
  };
  return session;
}
