import type { CallEnd, ClientCall, ClientFailure } from '../../clients/sdk/client-call.ts';
import type { Operation } from '../../schemas/contract/operation.ts';
import { type Answer, headerOf } from '../../schemas/exchange.ts';
import type { Finding } from '../../schemas/finding.ts';
import type { Arrival } from './arrival.ts';
import type { GateScenario } from './gate-scenario.ts';
import { citationOf } from './gate-scenarios.ts';

/** A call of a client's with all that is known of it. */
export interface JudgedCall {
  readonly scenario: GateScenario;
  readonly operation: Operation;
  /** What the client was asked. */
  readonly call: ClientCall;
  /** What the caller saw. */
  readonly end: CallEnd;
  /** The cancels that arrived, or what arrived in the place of one. */
  readonly arrivals: readonly Arrival[];
  /** What arrived besides them: a look at the invoice, a call for a token. */
  readonly beside: readonly Arrival[];
  /** Why bytes that arrived are no HTTP request. */
  readonly malformed: readonly string[];
  /** The last whole answer that the client was given; undefined where none came. */
  readonly answer: GivenAnswer | undefined;
}

/** The answer that an outcome is about, and what can be read of it. */
export interface GivenAnswer {
  readonly status: number;
  readonly name: string | undefined;
  readonly issues: readonly string[];
  readonly debugId: string | undefined;
  /** Seconds. */
  readonly retryAfter: number | undefined;
  /** Whether it is an error as the contract writes them: a JSON object. */
  readonly isReadable: boolean;
}

/** A finding before the check that drew it is written on it. */
export type GateDeparture = Omit<Finding, 'check'>;

/** A pure function from a call to departures; it finds nothing to say where it does not apply. */
export type GateCheck = (judged: JudgedCall) => readonly GateDeparture[];

/** A check as the registry lists it. */
export interface GateCheckDefinition {
  readonly id: string;
  /** What it holds a client to, in one sentence. */
  readonly summary: string;
  readonly judge: GateCheck;
}

type Said = Pick<Finding, 'kind' | 'expected' | 'actual' | 'explanation'> &
  Partial<Pick<Finding, 'pointer' | 'level' | 'origin' | 'exchange'>>;

/** A departure that rests on the first of these obligations that the contract has, else on the scenario's own clause. */
export function departure({ scenario, arrivals }: JudgedCall, said: Said, ...claims: readonly string[]): GateDeparture {
  const cited = claims.map(citationOf).find((one) => one !== undefined) ?? scenario;
  const { clause, level, origin } = cited;
  const shown = arrivals.length === 0 ? {} : { exchange: 0 };
  return { clause, level, origin, pointer: '', ...shown, ...said };
}

/** What a check returns that has nothing to say. */
export const NOTHING: readonly GateDeparture[] = Object.freeze([]);

/** The failure that the caller saw; undefined where it saw a success, or no outcome. */
export const failureOf = ({ end }: JudgedCall): ClientFailure | undefined =>
  end.kind === 'outcome' && !end.outcome.ok ? end.outcome : undefined;

/** Whether the client refused the call itself, where it may. */
export const refusedItself = (judged: JudgedCall): boolean =>
  judged.scenario.mayRefuse !== undefined &&
  judged.arrivals.length === 0 &&
  judged.malformed.length === 0 &&
  failureOf(judged) !== undefined;

function bodyOf({ body }: Answer): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** What a client can read of an answer. */
export function givenAnswer(answer: Answer): GivenAnswer {
  const body = bodyOf(answer);
  const details: readonly unknown[] = Array.isArray(body?.details) ? body.details : [];
  const seconds = headerOf(answer.headers, 'retry-after');
  return {
    status: answer.status,
    name: textOf(body?.name),
    issues: details.flatMap((item) => textOf((item as { issue?: unknown } | null)?.issue) ?? []),
    debugId: textOf(body?.debug_id) ?? (body === undefined ? headerOf(answer.headers, 'paypal-debug-id') : undefined),
    retryAfter: seconds !== undefined && /^\d+$/.test(seconds) ? Number(seconds) : undefined,
    isReadable: body !== undefined,
  };
}

/** Clips a text for a finding, in characters. */
export const clipped = (text: string, length = 200): string =>
  text.length <= length ? text : `${text.slice(0, length)}… (${text.length} characters)`;

/** A value as a finding shows it. */
export const shown = (value: unknown): string => (value === undefined ? 'nothing' : clipped(JSON.stringify(value)));
