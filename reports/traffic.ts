import type { Level } from '../schemas/contract/clause.ts';

/** Findings by level; those of origin `undefined` count under `undefined` alone. */
export type FindingTotals = { readonly [level in Level | 'undefined']: number };

/** An entry of a recording that could not be read. */
export interface BrokenEntry {
  /** From 1. */
  readonly entry: number;
  /** Of its first byte, from 0. */
  readonly offset: number;
  /** Completes the sentence "entry 7 (byte 1234) …". */
  readonly why: string;
}

/** What became of one recording. */
export interface TrafficFile {
  readonly file: string;
  readonly format: 'har' | 'ndjson';
  readonly bytes: number;
  /** All of them: judged, unanswered, other traffic and broken. */
  readonly entries: number;
  readonly judged: number;
  /** Those judged that draw a finding of a level that fails the run. */
  readonly departing: number;
  /** Calls of a known operation that were not answered, or whose answer cannot be judged. */
  readonly unanswered: number;
  /** Calls of anything else. */
  readonly other: number;
  readonly broken: number;
  /** The first of the broken ones. */
  readonly brokenEntries: readonly BrokenEntry[];
  /** What is wrong with the recording as a whole: sentences without their subject. */
  readonly faults: readonly string[];
}

/** Exchanges that were judged like those among the scenarios, and only counted: more of the same. */
export interface Counted {
  readonly pass: number;
  readonly fail: number;
  /** Entries that could not be read, and faults of a recording, included. */
  readonly inconclusive: number;
  readonly requests: number;
  readonly findings: FindingTotals;
  /** Those of them that the baseline accepts. */
  readonly accepted: FindingTotals;
}

/** The recordings that a run judged in place of a target. */
export interface Traffic {
  readonly files: readonly TrafficFile[];
  /** Which hosts answered, e.g. `https://api-m.paypal.com`; the first few. */
  readonly origins: readonly string[];
  readonly counted: Counted;
}

/** No finding at all. */
export const NO_FINDINGS: FindingTotals = { MUST: 0, SHOULD: 0, MAY: 0, undefined: 0 };

/** Both together. */
export const addTotals = (a: FindingTotals, b: FindingTotals): FindingTotals => ({
  MUST: a.MUST + b.MUST,
  SHOULD: a.SHOULD + b.SHOULD,
  MAY: a.MAY + b.MAY,
  undefined: a.undefined + b.undefined,
});
