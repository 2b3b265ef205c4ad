/** What a target can do beyond answering; a scenario that needs more is inapplicable there. */
export type Capability = 'fault' | 'expired-token' | 'unscoped-token' | 'foreign-merchant';

/** An OAuth 2 client of the target. Never recorded. */
export interface Merchant {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** API signature credentials of the legacy system. Never recorded. */
export interface LegacyMerchant {
  readonly userId: string;
  readonly password: string;
  readonly signature: string;
  readonly applicationId: string;
}

/** How the legacy system is reached, where the target has it. */
export interface LegacyAccess {
  /** Origin without a trailing slash. */
  readonly baseUrl: string;
  readonly merchants: { readonly merchant: LegacyMerchant; readonly foreign?: LegacyMerchant };
}

/** What answers: a base URL, its merchants, and what it can be told to do. */
export interface Target {
  /** `prism`, `sandbox`, … */
  readonly name: string;
  /** Origin without a trailing slash. */
  readonly baseUrl: string;
  /** Whether a run on it judges a mock or the service itself. */
  readonly judges: 'mock' | 'service';
  readonly capabilities: ReadonlySet<Capability>;
  readonly merchants: { readonly merchant: Merchant; readonly foreign?: Merchant };
  /** The legacy system beside it, with the same invoices; absent where it is not set up. */
  readonly legacy?: LegacyAccess;
  /** A token of the merchant's that is out of the ordinary. Needs the capability of that name. */
  specialToken(kind: 'expired' | 'unscoped'): Promise<string>;
  /** Makes the next cancel of the invoice be answered with `status`. Needs the capability `fault`. */
  setFault(invoiceId: string, status: number): Promise<void>;
  /** Makes the next legacy cancel of the invoice be answered with an error of `code`. Needs the capability `fault`. */
  setLegacyFault?(invoiceId: string, code: string): Promise<void>;
}

/** A target that can be called, until it is closed. */
export interface OpenedTarget {
  readonly target: Target;
  /** Origin without a trailing slash. */
  readonly baseUrl: string;
  /** Fulfilled once it answers everything; rejected with what keeps it from that. */
  ready(): Promise<void>;
  close(): Promise<void>;
}
