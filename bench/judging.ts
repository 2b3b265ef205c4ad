import type { RunRecord } from '../reports/run-record.ts';
import { judgeExchange } from '../schemas/checks/judge.ts';
import { type AnsweredExchange, isAnswered } from '../schemas/exchange.ts';
import { cancelOperation } from '../suites/cancel/cancel-contract.ts';
import { ratePerSecond } from './measure.ts';

const isError = (exchange: AnsweredExchange): boolean =>
  exchange.operation === cancelOperation.id && exchange.response.status >= 400;

/** Exchanges judged a second by every check, beside plain Ajv on the same bodies, parsed and not, on one core. */
export function judgingRates(record: RunRecord): {
  readonly judged: number;
  readonly ajv: number;
  readonly ajvWithParse: number;
} {
  const errors = record.scenarios
    .flatMap(({ exchanges }) => exchanges)
    .filter(isAnswered)
    .filter(isError);
  const bodies = errors.map(({ response }) => ({ ...response, parsed: JSON.parse(response.body) as unknown }));
  const context = { operation: cancelOperation };
  return {
    judged: ratePerSecond(() => errors.filter((exchange) => judgeExchange(exchange, context)).length),
    ajv: ratePerSecond(
      () =>
        bodies.filter(({ status, parsed }) => cancelOperation.statusContract(status)?.validate?.(parsed) !== null)
          .length,
    ),
    ajvWithParse: ratePerSecond(
      () =>
        bodies.filter(
          ({ status, body }) => cancelOperation.statusContract(status)?.validate?.(JSON.parse(body)) !== null,
        ).length,
    ),
  };
}
