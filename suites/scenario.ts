import type { Expected } from '../schemas/checks/check.ts';

/** The states an invoice can be brought into, and the two of an invoice that does not exist (any more). */
export type GivenState =
  | 'DRAFT'
  | 'SENT'
  | 'UNPAID'
  | 'SCHEDULED'
  | 'MARKED_AS_PAID'
  | 'PARTIALLY_PAID'
  | 'MARKED_AS_REFUNDED'
  | 'PARTIALLY_REFUNDED'
  | 'CANCELLED'
  | 'DELETED'
  | 'UNKNOWN';

/** The world before the request. */
export interface Given {
  readonly state: GivenState;
  /** CC addresses that stand on the invoice from its creation. */
  readonly recipients?: readonly string[];
  /** Whether scenarios may share one invoice as long as its state is proven unchanged. */
  readonly shared?: true;
  /** A status that the target is told to answer the next cancel of this invoice with. */
  readonly fault?: number;
}

/** Whose credentials the request carries: the invoice's merchant's by default. */
export type Credential = 'merchant' | 'foreign' | 'none' | 'malformed' | 'expired' | 'unscoped';

/** The request under test. Without `body` and `text` it is `{}`. */
export interface When {
  readonly body?: unknown;
  /** The exact text of the body, or null for no body at all; instead of `body`. */
  readonly text?: string | null;
  /** `application/json` by default; null sends no Content-Type. */
  readonly mediaType?: string | null;
  readonly credential?: Credential;
  /** The raw path segment in place of the invoice's id, escaped already. */
  readonly pathSegment?: string;
  /** How many equal requests are sent at the same moment; 1 by default. */
  readonly atOnce?: number;
}

/** What a group of scenarios is about, as the summary prints it. */
export type Topic = 'state' | 'access' | 'request' | 'path' | 'fault' | 'concurrency' | 'simulator';

/** given · when · expected: one object literal, the whole of a scenario. */
export interface Scenario {
  /** `cancel.state.draft`: operation, topic, case. Never reused. */
  readonly id: string;
  readonly title: string;
  readonly topic: Topic;
  /** The operationId under test. */
  readonly operation: string;
  readonly given: Given;
  readonly when: When;
  /** One outcome a request sent at once; their order is free. */
  readonly expected: readonly [Expected, ...Expected[]];
  /** Ids of the obligations that this scenario proves. */
  readonly claims: readonly string[];
  /** Why the contract documents no issue for what this scenario provokes; a gap is listed, not a departure. */
  readonly gap?: string;
}
