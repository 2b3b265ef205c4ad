import type { Merchant } from '../target.ts';
import { createExclusively, type Exclusively } from './exclusively.ts';
import type { Invoice } from './invoices.ts';
import type { KnownMerchant } from './legacy/known-merchants.ts';
import { DEMO_LEGACY_MERCHANTS } from './merchants.ts';
import { createTokenStore, type TokenStore } from './tokens.ts';

/** All that the director keeps, in memory, for as long as it runs. */
export interface Books {
  readonly merchants: readonly Merchant[];
  /** Who may call the legacy system, each the same as one of the merchants. */
  readonly legacyMerchants: readonly KnownMerchant[];
  readonly tokens: TokenStore;
  /** By id. A deleted invoice is gone. */
  readonly invoices: Map<string, Invoice>;
  /** The ids of deleted invoices: the legacy system tells them from ids that never were. */
  readonly deleted: Set<string>;
  /** The status that the next cancel of an invoice is answered with, by its id. */
  readonly faults: Map<string, number>;
  /** The code that the next legacy cancel of an invoice is answered with, by its id. */
  readonly legacyFaults: Map<string, string>;
  /** One call at a time for each invoice. */
  readonly exclusively: Exclusively;
}

/** Empty books of some merchants. */
export const openBooks = (merchants: readonly Merchant[]): Books => ({
  merchants,
  legacyMerchants: DEMO_LEGACY_MERCHANTS,
  tokens: createTokenStore(),
  invoices: new Map(),
  deleted: new Set(),
  faults: new Map(),
  legacyFaults: new Map(),
  exclusively: createExclusively(),
});
