import type { Merchant } from '../target.ts';
import { createExclusively, type Exclusively } from './exclusively.ts';
import type { Invoice } from './invoices.ts';
import { createTokenStore, type TokenStore } from './tokens.ts';

/** All that the director keeps, in memory, for as long as it runs. */
export interface Books {
  readonly merchants: readonly Merchant[];
  readonly tokens: TokenStore;
  /** By id. A deleted invoice is gone. */
  readonly invoices: Map<string, Invoice>;
  /** The status that the next cancel of an invoice is answered with, by its id. */
  readonly faults: Map<string, number>;
  /** One call at a time for each invoice. */
  readonly exclusively: Exclusively;
}

/** Empty books of some merchants. */
export const openBooks = (merchants: readonly Merchant[]): Books => ({
  merchants,
  tokens: createTokenStore(),
  invoices: new Map(),
  faults: new Map(),
  exclusively: createExclusively(),
});
