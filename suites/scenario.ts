import type { Expected } from '../schemas/checks/check.ts';
import type { WireFormat } from '../schemas/wire/codec.ts';
import type { MessageValue } from '../schemas/wire/message.ts';

/** One of the two systems that keep invoices. */
export type SystemName = 'rest' | 'legacy';

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
  /** A status that the target is told to answer the next cancel of this invoice with; in the legacy system an error's code. */
  readonly fault?: number | string;
}

/** The three credentials of a legacy merchant, as the contract names them. */
export type LegacyCredential = 'userId' | 'password' | 'signature';

/** Whose credentials the request carries: the invoice's merchant's by default; of a legacy merchant's one may be missing or malformed. */
export type Credential =
  | 'merchant'
  | 'foreign'
  | 'none'
  | 'malformed'
  | 'expired'
  | 'unscoped'
  | `${'missing' | 'malformed'}-${LegacyCredential}`;

/** In which formats a legacy request and its answer travel; SOAP is always both. */
export interface Wire {
  readonly request: WireFormat;
  readonly response: WireFormat;
  /** What the header calls the request's format, where that is another name. */
  readonly named?: string;
}

/** Members of a legacy message beside the usual ones, or in their place; null leaves one out. */
export type MessageOver = Readonly<Record<string, MessageValue | null>>;

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
  /** Of the legacy system: JSON both ways by default. */
  readonly wire?: Wire;
  /** Of the legacy system: what the message says beside an invoice's id and the envelope. */
  readonly message?: MessageOver;
  /** How many equal requests are sent at the same moment; 1 by default. */
  readonly atOnce?: number;
}

/** What a group of scenarios is about, as the summary prints it. */
export type Topic =
  | 'state'
  | 'access'
  | 'request'
  | 'path'
  | 'fault'
  | 'concurrency'
  | 'simulator'
  | `legacy-${'state' | 'access' | 'request' | 'format' | 'fault' | 'concurrency'}`;

/** given · when · expected: one object literal, the whole of a scenario. */
export interface Scenario {
  /** `cancel.state.draft`: operation, topic, case. Never reused. */
  readonly id: string;
  readonly title: string;
  readonly topic: Topic;
  /** The operationId under test. */
  readonly operation: string;
  /** Which of the two systems is asked; REST where it is left out. */
  readonly system?: SystemName;
  /** The id of the same scenario in the other system, where both can express it. */
  readonly twin?: string;
  readonly given: Given;
  readonly when: When;
  /** One outcome a request sent at once; their order is free. */
  readonly expected: readonly [Expected, ...Expected[]];
  /** Ids of the obligations that this scenario proves. */
  readonly claims: readonly string[];
  /** Why the contract documents no issue for what this scenario provokes; a gap is listed, not a departure. */
  readonly gap?: string;
}
