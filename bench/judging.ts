import type { RunRecord } from '../reports/run-record.ts';
import { judgeExchange } from '../schemas/checks/judge.ts';
import { type AnsweredExchange, isAnswered } from '../schemas/exchange.ts';
import { cancelOperation } from '../suites/cancel/cancel-contract.ts';
import { ratePerSecond } from './measure.ts';
import { line, perSecond, ratio, type Section } from './section.ts';

const isError = (exchange: AnsweredExchange): boolean =>
  exchange.operation === cancelOperation.id && exchange.response.status >= 400;

/** Error answers of a run judged by every check, beside plain Ajv on the same bodies, parsed and not, on one core. */
export function judging(record: RunRecord): Section {
  const errors = record.scenarios
    .flatMap(({ exchanges }) => exchanges)
    .filter(isAnswered)
    .filter(isError);
  const bodies = errors.map(({ response }) => ({ ...response, parsed: JSON.parse(response.body) as unknown }));
  const context = { operation: cancelOperation };
  const valid = (status: number, body: unknown): boolean =>
    cancelOperation.statusContract(status)?.validate?.(body) !== null;
  const judged = ratePerSecond(() => errors.filter((exchange) => judgeExchange(exchange, context)).length);
  const ajv = ratePerSecond(() => bodies.filter(({ status, parsed }) => valid(status, parsed)).length);
  const withParse = ratePerSecond(() => bodies.filter(({ status, body }) => valid(status, JSON.parse(body))).length);
  return {
    name: 'judging',
    figures: { judged, goal: 100_000, ajv, ajvWithParse: withParse, ratio: withParse / judged },
    lines: [
      line('every check', `${perSecond(judged)} exchanges`, 'goal at least 100,000/s'),
      line('bare Ajv, body parsed', perSecond(ajv), `ratio ${ratio(ajv, judged)}`),
      line('bare Ajv and JSON.parse', perSecond(withParse), `ratio ${ratio(withParse, judged)}`),
    ],
  };
}
