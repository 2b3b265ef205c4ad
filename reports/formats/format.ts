import type { Exchange } from '../../schemas/exchange.ts';
import type { Comparison } from '../compare/comparison.ts';
import type { HistoryLine } from '../history/history-line.ts';
import type { RunRecord } from '../run-record.ts';
import type { Explain } from '../summary/findings-section.ts';

/** What a format takes from the checks' side of the house, which reports do not know. */
export interface FormatContext {
  /** Everything a person needs of one finding, over several lines. */
  readonly explain: Explain;
  /** A line for a shell that sends the request again, with credentials from the environment. */
  readonly curlOf: (exchange: Exchange) => string;
  /** The run held against an earlier one; absent where none was given. */
  readonly comparison?: Comparison;
  /** The runs of the same target up to this one, which is the last, oldest first; absent where no history is known. */
  readonly history?: readonly HistoryLine[];
}

/**
 * A run record in another form, piece by piece, since the whole may be larger than a string can be. Pure: the same record
 * gives the same text, and nothing that was redacted comes back.
 */
export type Format = (record: RunRecord, context: FormatContext) => Iterable<string>;
