import type { Exchange } from '../../../schemas/exchange.ts';
import type { RunRecord, ScenarioRecord } from '../../run-record.ts';
import { answerIdOf } from '../../support-ticket.ts';
import { standingIn } from '../causes.ts';
import type { FormatContext } from '../format.ts';
import { clipped } from '../inert-text.ts';
import { clipDeep } from './clip-deep.ts';
import { dataText } from './data-text.ts';
import type { PageDetail, PageExchange, PageFinding } from './page-data.ts';
import type { Listed } from './page-rows.ts';

/** How much evidence a page carries, in UTF-16 units: ours; beyond it exchanges are lines, and the record has the rest. */
const EVIDENCE_BUDGET = 6_000_000;

/** Longest body, and longest other text, in UTF-16 units: ours. */
const LONGEST_BODY = 32_000;
const LONGEST = 4000;

/** Longest line that sends a request again: a cut one is none. */
const LONGEST_CURL = 8000;

/** How many findings, and how many exchanges, of one scenario are shown. */
const MOST = 50;

function bodiesClipped({ request, response }: Exchange): Pick<Exchange, 'request' | 'response'> {
  const body = request.body === null ? null : clipped(request.body, LONGEST_BODY);
  const sent = { ...clipDeep({ ...request, body: null }, LONGEST), body };
  if (response.kind === 'failure') return { request: sent, response: clipDeep(response, LONGEST) };
  const answer = { ...clipDeep({ ...response, body: '' }, LONGEST), body: clipped(response.body, LONGEST_BODY) };
  return { request: sent, response: answer };
}

function lineOf(exchange: Exchange): PageExchange {
  const { operation, request, response, durationMs } = exchange;
  const debugId = answerIdOf(exchange)?.value;
  return {
    operation: clipped(operation, LONGEST),
    method: clipped(request.method, LONGEST),
    end: response.kind === 'failure' ? response.code : String(response.status),
    ms: Math.round(durationMs * 10) / 10,
    ...(debugId !== undefined && { debugId }),
  };
}

/** An exchange with its evidence. */
function wholeOf(exchange: Exchange, { curlOf }: FormatContext): PageExchange {
  const curl = curlOf(exchange);
  return {
    ...lineOf(exchange),
    whole: {
      ...bodiesClipped(exchange),
      startedAt: exchange.startedAt,
      curl: curl.length > LONGEST_CURL ? null : curl,
    },
  };
}

const findingsOf = (record: RunRecord, scenario: ScenarioRecord): readonly PageFinding[] => {
  if (scenario.findings.length === 0) return [];
  const standingOf = standingIn(record);
  return scenario.findings.slice(0, MOST).map((finding) => {
    const { check: _, ...told } = finding;
    return { ...clipDeep(told, LONGEST), standing: standingOf({ scenario, finding }) };
  });
};

const isPresent = <T>([, value]: readonly [string, T | undefined]): boolean => value !== undefined;

function detailOf(record: RunRecord, scenario: ScenarioRecord, exchanges: readonly PageExchange[]): PageDetail {
  const { clause, origin, startedAt, reason, flaky, gap, prepares } = scenario;
  const told = Object.fromEntries(Object.entries({ reason, flaky, gap, prepares }).filter(isPresent));
  return {
    ...clipDeep({ clause, origin, ...told }, LONGEST),
    startedAt,
    findings: findingsOf(record, scenario),
    exchanges,
  };
}

/**
 * A line for each scenario in the list, `null` where it was not run. Those of `always` bring their evidence; so do the
 * others, the worst first, until the page has enough.
 */
export function* detailLines(
  record: RunRecord,
  listed: readonly Listed[],
  always: ReadonlySet<string>,
  context: FormatContext,
): Generator<string> {
  let left = EVIDENCE_BUDGET;
  for (const { scenario } of listed) {
    if (scenario === undefined) {
      yield 'null\n';
      continue;
    }
    const shown = scenario.exchanges.slice(0, MOST);
    const isWhole = left > 0 || always.has(scenario.id);
    const whole = isWhole ? shown.map((exchange) => wholeOf(exchange, context)) : shown.map(lineOf);
    const text = dataText(detailOf(record, scenario, whole));
    left -= text.length;
    yield `${text}\n`;
  }
}
