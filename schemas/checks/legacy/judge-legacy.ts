import type { AnsweredExchange } from '../../exchange.ts';
import type { Finding } from '../../finding.ts';
import { type CheckContext, MOST_FINDINGS } from '../check.ts';
import { legacyChecks } from './legacy-checks.ts';
import { makeLegacyReady } from './make-legacy-ready.ts';

/** Everything in which an answered legacy exchange departs from the contract and from what was expected. */
export function judgeLegacy(exchange: AnsweredExchange, context: CheckContext): readonly Finding[] {
  const judged = makeLegacyReady(exchange, context.operation);
  return legacyChecks.flatMap(({ id, judge }) =>
    judge(judged, context)
      .slice(0, MOST_FINDINGS)
      .map((departure) => ({ ...departure, check: id })),
  );
}
