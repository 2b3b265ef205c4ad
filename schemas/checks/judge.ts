import type { AnsweredExchange } from '../exchange.ts';
import type { Finding } from '../finding.ts';
import type { CheckContext } from './check.ts';
import { checks } from './checks.ts';
import { judgeLegacy } from './legacy/judge-legacy.ts';
import { makeReady } from './make-ready.ts';
import { judgeSimulated } from './simulated.ts';

/** A judge: an exchange and what it is judged by, to findings. */
type Judge = (exchange: AnsweredExchange, context: CheckContext) => readonly Finding[];

const judgeRest: Judge = (exchange, context) => {
  const judged = makeReady(exchange, context.operation);
  const findings: Finding[] = [];
  for (const { id, judge } of checks)
    for (const departure of judge(judged, context)) findings.push({ ...departure, check: id });
  return findings;
};

/** The operations that have checks of their own, by operationId; every other is judged as REST. */
const JUDGES: ReadonlyMap<string, Judge> = new Map([['CancelInvoice', judgeLegacy]]);

/**
 * Everything in which an answered exchange departs from the contract and from what was expected: every check of its
 * operation judges it. An expectation of the simulator's is judged by itself alone: what answers it does not claim to keep
 * the contract.
 */
export function judgeExchange(exchange: AnsweredExchange, context: CheckContext): readonly Finding[] {
  if (context.expected?.origin === 'simulator') return judgeSimulated(exchange, context.expected);
  return (JUDGES.get(context.operation.id) ?? judgeRest)(exchange, context);
}
