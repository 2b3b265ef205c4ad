import type { Authorization, Call, HttpClient } from '../clients/http-client.ts';
import type { Patience } from '../clients/patience.ts';
import type { CheckContext } from '../schemas/checks/check.ts';
import type { AnsweredExchange, Exchange } from '../schemas/exchange.ts';
import type { Finding } from '../schemas/finding.ts';
import type { Target } from '../targets/target.ts';
import type { Credentials } from './credentials.ts';
import type { Step } from './preambles.ts';
import type { Given, SystemName, When } from './scenario.ts';

/** A call around the request under test: a step of a preamble, a look at an invoice, or a search for a lost one. */
export type SetUp = Step | { readonly call: 'get' | 'search' };

/** What a call around the request under test is about. */
export interface SetUpOrder {
  /** Empty where there is none yet. */
  readonly invoiceId: string;
  /** What the invoice is made for. */
  readonly given?: Given;
  /** What it carries, so that it can be found again. */
  readonly reference?: string;
}

/** How a request under test was answered, in its own system's words. */
export interface AnswerShown {
  readonly status: number;
  /** The issue of a refusal, or the six digits of the legacy system; null where the answer names none. */
  readonly code: string | null;
}

/**
 * One of PayPal's two systems that keep invoices: how it is called, and what its answers say. All that the engine knows of
 * either; scenarios, states, postconditions, ledger and verdicts are the same for both.
 */
export interface System {
  readonly name: SystemName;
  /** What a call shows of who makes it, for a person: a token, an API signature. */
  readonly proof: string;
  /** What a look at an invoice is called, for a person. */
  readonly look: string;
  /** Where a target has it: an origin; undefined where it has not. */
  originOf(target: Target): string | undefined;
  /** Names an account without saying who it is: one merchant at one base URL. */
  accountOf(target: Target): string;
  /** Opens the credentials of a target's merchants; nothing is fetched before it is needed. */
  openCredentials(target: Target, client: HttpClient, patience: Patience): Credentials;
  /** The owner's call around the request under test. */
  setUpCall(setUp: SetUp, order: SetUpOrder, authorization: Authorization): Call;
  /** The request under test, as it is to stand on the wire. */
  requestUnderTest(when: When, invoiceId: string, authorization: Authorization): Call;
  /** Whether a call changes nothing, or nothing more the second time: it may be repeated while the service is busy. */
  isRepeatable(setUp: SetUp): boolean;
  /** Whether lost invoices can be searched for by their reference. */
  readonly searches: boolean;
  /** Whether the exchange was answered whole, by a success. */
  succeeded(exchange: Exchange): exchange is AnsweredExchange;
  /** Whether the credentials were not taken: such a call was none. */
  refusesCredentials(exchange: Exchange): boolean;
  /** What became of a call, in a few words for a person. */
  describe(exchange: Exchange): string;
  /** What the answer to a request under test says of itself. */
  shown(answer: AnsweredExchange): AnswerShown;
  /** The invoice that the answer to a create names. */
  createdId(exchange: Exchange): string | undefined;
  /** Whether a create that names no invoice made none. */
  madeNothing(exchange: Exchange): boolean;
  /** The state that a look at an invoice shows, in the words of REST, or `NOT_FOUND`; undefined where it shows none. */
  stateIn(exchange: Exchange): string | undefined;
  /** The invoice among those found that carries exactly this reference. */
  foundIn(exchange: Exchange, reference: string): string | undefined;
  /** Makes the target answer the next request under test by the fault that is given, if any. */
  arm(given: Given, invoiceId: string, target: Target): Promise<void>;
  /** Whether the answer is the fault that was armed. */
  isFault(given: Given, answer: AnsweredExchange): boolean;
  /** Everything in which an answer departs. */
  judge(answer: AnsweredExchange, context: CheckContext): readonly Finding[];
  /** How a cancel that is in order is answered, for a person. */
  readonly done: string;
  /** Whether it is answered so. */
  isDone(answer: AnsweredExchange): boolean;
  /** An answer in the same words as `done`. */
  told(answer: AnsweredExchange): string;
}
