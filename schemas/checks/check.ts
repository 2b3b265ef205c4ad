import type { Clause, Level, Origin } from '../contract/clause.ts';
import type { Operation, StatusContract } from '../contract/operation.ts';
import type { AnsweredExchange, Header } from '../exchange.ts';
import type { Finding } from '../finding.ts';
import type { NamedIssue } from './answer-body.ts';

/** What a scenario expects of the answer. */
export interface Expected {
  /** Any of these; of a legacy answer none is judged: what it decides is `ack`. */
  readonly status: readonly number[];
  /** Of a legacy answer: how it has to end; with a warning it ends the same way. */
  readonly ack?: 'Success' | 'Failure';
  /** The issue code that `details` must name (the six digits of a legacy error), where the contract documents one for what happened. */
  readonly issue?: string;
  /** JSON Pointer of the request member at fault, e.g. `/note`; for a path fault any spelling conforms. */
  readonly field?: string;
  readonly location?: 'body' | 'path' | 'query';
  /** The offending value as sent; compared as text, and only where the answer carries a value. */
  readonly value?: string;
  /** The clause the expectation rests on, its level and its origin: inherited by the findings it draws. */
  readonly clause: Clause;
  readonly level: Level;
  readonly origin: Origin;
}

/** An answered exchange, made ready once for every check. */
export interface Judged {
  readonly exchange: AnsweredExchange;
  readonly status: number;
  /** What the contract promises of this status; undefined where it knows nothing of it. */
  readonly contract: StatusContract | undefined;
  readonly headers: readonly Header[];
  /** The body's text. */
  readonly text: string;
  /** The parsed body; undefined where there is none or it is not JSON. */
  readonly body: unknown;
  /** The JSON parser's complaint, where the body is not JSON. */
  readonly jsonError: string | undefined;
  /** The items of `details` that name an issue. */
  readonly issues: readonly NamedIssue[];
}

/** What the exchange is judged by. Without `expected` (recorded traffic) only the contract speaks. */
export interface CheckContext {
  readonly operation: Operation;
  readonly expected?: Expected;
}

/** A finding before the check that drew it is written on it. */
export type Departure = Omit<Finding, 'check'>;

/** A pure function from an exchange to departures; it finds nothing to say where it does not apply. */
export type Check = (judged: Judged, context: CheckContext) => readonly Departure[];

/** A check as the registry lists it: a permanent id, and what it holds an answer to. */
export interface CheckDefinition {
  readonly id: string;
  /** One sentence for a person. */
  readonly summary: string;
  readonly judge: Check;
}

/** What a check returns that has nothing to say: one array for all, since nearly every answer is in order. */
export const NONE: readonly Departure[] = Object.freeze([]);

/** How many findings one check draws from one answer at most: an answer may hold a million of the same. */
export const MOST_FINDINGS = 20;
