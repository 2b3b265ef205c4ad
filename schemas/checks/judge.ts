import type { AnsweredExchange } from '../exchange.ts';
import type { Finding } from '../finding.ts';
import type { CheckContext } from './check.ts';
import { checks } from './checks.ts';
import { makeReady } from './make-ready.ts';

/** Everything in which an answered exchange departs from the contract and from what was expected: every check judges it. */
export function judgeExchange(exchange: AnsweredExchange, context: CheckContext): readonly Finding[] {
  const judged = makeReady(exchange, context.operation);
  const findings: Finding[] = [];
  for (const { id, judge } of checks)
    for (const departure of judge(judged, context)) findings.push({ ...departure, check: id });
  return findings;
}
