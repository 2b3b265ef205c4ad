import type { AnsweredExchange } from '../exchange.ts';
import type { Finding } from '../finding.ts';
import type { CheckContext } from './check.ts';
import { checks } from './checks.ts';
import { makeReady } from './make-ready.ts';
import { judgeSimulated } from './simulated.ts';

/**
 * Everything in which an answered exchange departs from the contract and from what was expected: every check judges it. An
 * expectation of the simulator's is judged by itself alone: what answers it does not claim to keep the contract.
 */
export function judgeExchange(exchange: AnsweredExchange, context: CheckContext): readonly Finding[] {
  if (context.expected?.origin === 'simulator') return judgeSimulated(exchange, context.expected);
  const judged = makeReady(exchange, context.operation);
  const findings: Finding[] = [];
  for (const { id, judge } of checks)
    for (const departure of judge(judged, context)) findings.push({ ...departure, check: id });
  return findings;
}
