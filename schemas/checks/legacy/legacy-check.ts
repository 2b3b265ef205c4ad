import type { AnswerMessage, LegacyContract } from '../../contract/legacy-contract.ts';
import type { AnsweredExchange } from '../../exchange.ts';
import type { Message } from '../../wire/message.ts';
import type { CheckContext, Departure } from '../check.ts';
import type { LegacyError } from './errors-in.ts';
import type { SchemaFault } from './schema-faults.ts';
import type { DecodedAnswer } from './wire-formats.ts';

/** An answered legacy exchange, decoded once for every check. Pointers lead into the normal form. */
export interface LegacyJudged {
  readonly exchange: AnsweredExchange;
  readonly contract: LegacyContract;
  readonly answer: DecodedAnswer;
  /** The name of the answer's element; null where its format has none, or it was not read. */
  readonly root: string | null;
  /** Undefined where the answer could not be read: nothing can then be said of its members. */
  readonly message: Message | undefined;
  /** Undefined where the request could not be read. */
  readonly request: Message | undefined;
  /** The acknowledgment as it stands there; undefined where there is none. */
  readonly ack: string | undefined;
  /** How it ended, with a warning or without; undefined where the acknowledgment says neither. */
  readonly ended: 'Success' | 'Failure' | undefined;
  /** The message that the answer is held to: as its acknowledgment says, or else its members; null where neither tells. */
  readonly held: AnswerMessage | null;
  /** What in it departs from the schema of that message. */
  readonly faults: readonly SchemaFault[];
  readonly errors: readonly LegacyError[];
}

/** A check of legacy answers: a pure function, and its permanent id. */
export interface LegacyCheck {
  readonly id: string;
  /** One sentence for a person. */
  readonly summary: string;
  readonly judge: (judged: LegacyJudged, context: CheckContext) => readonly Departure[];
}
