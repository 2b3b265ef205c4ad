import type { Clause, Level, Origin } from '../../schemas/contract/clause.ts';
import type { Header } from '../../schemas/exchange.ts';
import type { GateState } from './make-invoice.ts';

/** A JSON body before it is sent, as the target made it. */
export type ErrorBody = Readonly<Record<string, unknown>>;

/** A whole answer that the suite gives in the target's place: what no honest target can be brought to. */
export interface CannedAnswer {
  readonly status: number;
  readonly headers?: readonly Header[];
  readonly body?: string;
}

/**
 * What answers the client. `target`: the director and Prism, by the invoice's state. `fault`: the same, told to answer
 * with a status. `edited`: the target's answer, with its body rewritten. `canned`: the suite. `reset`: the connection is
 * dropped. `hang`: nothing ever comes. `stall`: the answer stops half-way. `closed`: nothing listens.
 */
export type Answering =
  | { readonly by: 'target' }
  | { readonly by: 'fault'; readonly status: number }
  | { readonly by: 'edited'; readonly status?: number; readonly edit: (body: ErrorBody) => ErrorBody | string }
  | { readonly by: 'canned'; readonly answer: CannedAnswer }
  | { readonly by: 'reset' | 'hang' | 'stall' | 'closed' };

/** Whose token the client is given: the invoice's merchant's, another's, or one out of the ordinary. */
export type GateToken = 'merchant' | 'foreign' | 'expired' | 'unscoped';

/** What the client is asked, in place of cancelling the invoice with an empty notification. */
export interface Asked {
  readonly notification?: Readonly<Record<string, unknown>>;
  /** In place of the invoice's own. */
  readonly invoiceId?: string;
  readonly token?: GateToken;
}

/** A scenario as it is written down: one literal, one place. */
export interface GateLiteral {
  /** `client.issue.draft`: client, topic, case. Never reused. */
  readonly id: string;
  readonly title: string;
  /** SENT by default. */
  readonly given?: GateState;
  readonly asked?: Asked;
  /** The target by default. */
  readonly answering?: Answering;
  /** The status that the client is to meet, so that the scenario shows what it says; absent where none comes. */
  readonly meets?: number;
  /** The issue codes that it is to meet with it. */
  readonly issues?: readonly string[];
  /** The obligation that it rests on, by id. */
  readonly claims: string;
  /** Where it asks more than the obligation says: what it rests on instead. */
  readonly rests?: { readonly level: Level; readonly origin: Origin };
  /** Whether a client may refuse the call itself, without sending anything; what the contract has no word for. */
  readonly mayRefuse?: string;
}

/** A scenario of the gate: how a client is asked, what answers it, and the line of the contract that it rests on. */
export interface GateScenario extends Omit<GateLiteral, 'claims' | 'rests'> {
  readonly topic: string;
  readonly given: GateState;
  readonly asked: Asked;
  readonly answering: Answering;
  readonly clause: Clause;
  readonly level: Level;
  readonly origin: Origin;
}
