import type { Header } from '../schemas/exchange.ts';
import type { Decision } from './prism/decide-cancel.ts';
import type { Invoice, InvoiceState } from './prism/invoices.ts';
import type { LegacyDecision, LegacyFacts } from './prism/legacy/decide-legacy.ts';
import type { LegacyAnswer } from './prism/legacy/legacy-answer.ts';
import type { LegacyMessage } from './prism/legacy/legacy-message.ts';
import type { Access } from './prism/tokens.ts';

/** An answer before it is written. Without a `content-length` header the body is sent in chunks. */
export interface TargetAnswer {
  readonly status: number;
  /** Names are written in the letters they have here; the same name may stand twice. */
  readonly headers: readonly Header[];
  readonly body: string | Uint8Array;
}

/** A request as the target received it. */
export interface TargetRequest {
  readonly method: string;
  /** The raw path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
}

/** What a lie about a cancel may depend on. */
export interface CancelContext {
  readonly request: TargetRequest;
  /** What its token allows. */
  readonly access: Access;
  /** The invoice before the cancel; undefined where there is none of that id. */
  readonly invoice: Invoice | undefined;
  /** The honest decision, or in `answer` and `stateAfter` the one that was carried out. */
  readonly decision: Decision;
}

/** What a lie about a legacy cancel may depend on. `invoice` is the one before the cancel. */
export interface LegacyContext extends LegacyFacts {
  readonly request: TargetRequest;
  /** The honest decision, or in `say`, `answer` and `stateAfter` the one that was carried out. */
  readonly decision: LegacyDecision;
}

/** What a target does differently from an honest one in its legacy system. Every part left out is honest. */
export interface LegacyLie {
  /** Another decision on a cancel. Its example must exist in the legacy document. */
  decide?(context: LegacyContext): LegacyDecision;
  /** Another message, root element or format of an answer to a cancel, before it is written. */
  say?(answer: LegacyAnswer, context: LegacyContext): LegacyAnswer;
  /** Another answer to a cancel, after it is written. */
  answer?(answer: TargetAnswer, context: LegacyContext): Outcome;
  /** Another state of the invoice after a cancel than `honest`. */
  stateAfter?(honest: InvoiceState, context: LegacyContext): InvoiceState;
  /** Other details of an invoice than it has, in the message of GetInvoiceDetails without its envelope. */
  details?(details: LegacyMessage, request: TargetRequest): LegacyMessage;
}

/** What becomes of a request: an answer, a connection that is dropped, or nothing ever. */
export type Outcome = TargetAnswer | 'close' | 'hang';

/** The ways on for a request that is stopped on its way to the target. */
export interface Passage {
  /** Lets a request through, the one that came or another, and resolves to what becomes of it. */
  on(request: TargetRequest): Promise<Outcome>;
  /** The contract's own answer of a status that only a fault produces, e.g. 429 and 503. */
  refuse(status: number): Promise<TargetAnswer>;
}

/**
 * What a target does differently from an honest one: data handed to the director, so that the suite can be tested against
 * a target that breaks exactly one rule. Every part left out is honest.
 */
export interface Lie {
  /** Another decision on a cancel. Its example must exist in the overlaid document. */
  decide?(context: CancelContext): Decision;
  /** Another answer to a cancel; `close` drops the connection, `hang` never answers. */
  answer?(answer: TargetAnswer, context: CancelContext): TargetAnswer | 'close' | 'hang';
  /** Another state of the invoice after a cancel than `honest`. */
  stateAfter?(honest: InvoiceState, context: CancelContext): InvoiceState;
  /** Stands in the way of every call, those of preambles and for tokens too. */
  pass?(request: TargetRequest, passage: Passage): Promise<Outcome>;
  /** Another answer to GET. */
  get?(answer: TargetAnswer, request: TargetRequest): TargetAnswer;
  /** The same of the legacy system; `pass` stands in the way of its calls too. */
  readonly legacy?: LegacyLie;
}
