import type { Clause, JsonPointer, Level, Origin } from './contract/clause.ts';

/** The kinds that an answer of the REST system can draw; some of them an answer of the legacy one as well. */
export const REST_KINDS = [
  'wrong-status',
  'wrong-media-type',
  'unexpected-body',
  'malformed-json',
  'invalid-utf8',
  'schema-violation',
  'wrong-name',
  'wrong-message',
  'unlisted-issue',
  'undocumented-issue',
  'missing-details',
  'wrong-issue',
  'wrong-description',
  'unknown-description',
  'wrong-field',
  'wrong-location',
  'wrong-value',
  'missing-debug-id',
  'debug-id-mismatch',
  'incomplete-link',
  'unknown-member',
  'wrong-state',
  'not-cancellable',
] as const;

/** The kinds that only an answer of the legacy system can draw. */
export const LEGACY_KINDS = [
  'undecodable-body',
  'wrong-format',
  'wrong-root',
  'missing-ack',
  'unknown-ack',
  'wrong-ack',
  'ack-warning',
  'missing-correlation-id',
  'wrong-correlation-id',
  'missing-timestamp',
  'wrong-timestamp',
  'missing-invoice',
  'invoice-mismatch',
  'error-in-success',
  'missing-error',
  'wrong-error-id',
  'wrong-severity',
  'wrong-category',
  'missing-domain',
  'unused-member',
] as const;

/** The kinds that a client under test can draw. */
export const CLIENT_KINDS = [
  'client-wrong-request',
  'client-corrupted-value',
  'client-unknown-member',
  'client-retried',
  'client-false-success',
  'client-false-failure',
  'client-lost-status',
  'client-lost-name',
  'client-lost-issue',
  'client-lost-debug-id',
  'client-lost-retry-after',
  'client-wrong-kind',
  'client-leaked-secret',
  'client-crashed',
  'client-broken-answer',
  'client-hung',
] as const;

/** The kinds of departure: permanent codes, one per way of departing. */
export const FINDING_KINDS = [...REST_KINDS, ...LEGACY_KINDS, ...CLIENT_KINDS] as const;

/** What kind of departure a finding is. */
export type FindingKind = (typeof FINDING_KINDS)[number];

/** One way in which an exchange departs from the contract. */
export interface Finding {
  readonly kind: FindingKind;
  /** The id of the check that drew it. */
  readonly check: string;
  readonly level: Level;
  readonly origin: Origin;
  readonly clause: Clause;
  /** Into the answer's body, or of a client into what it sent or told; `''` where the departure is not in a member. */
  readonly pointer: JsonPointer;
  readonly expected: string;
  readonly actual: string;
  /** Index of the exchange that shows it, among those of its scenario; absent outside of one. */
  readonly exchange?: number;
  /** The id of the baseline's entry that accepts it; absent where it is new, or no baseline was used. */
  readonly accepted?: string;
  /** One or two sentences for a person: what departs, and what the contract has instead. */
  readonly explanation: string;
}

/** A pointer without array indices, each written `*`: one departure shows in any item. */
export const placeOf = (pointer: JsonPointer): string => pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*');

/** What identifies a finding across runs: no vendor wording, no array index. */
export const fingerprintOf = (scenario: string, { kind, pointer }: Pick<Finding, 'kind' | 'pointer'>): string =>
  `${scenario}#${kind}@${placeOf(pointer)}`;
