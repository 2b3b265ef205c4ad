import { headerOf, isAnswered } from '../../../schemas/exchange.ts';
import type { Arrival } from '../arrival.ts';
import {
  clipped,
  departure,
  failureOf,
  type GateCheck,
  type JudgedCall,
  NOTHING,
  refusedItself,
} from '../gate-check.ts';

/** How much earlier than it was told a client may come back, in milliseconds: timers are not exact. */
const EARLY_MS = 100;

/** A request that was limited away was not carried out: after 429, and the time that it names, it may be sent again. */
function mayRepeat({ exchange, arrivedAtMs }: Arrival, next: Arrival): boolean {
  if (!isAnswered(exchange) || exchange.response.status !== 429) return false;
  const seconds = Number(headerOf(exchange.response.headers, 'retry-after') ?? 0);
  return next.arrivedAtMs - arrivedAtMs >= seconds * 1000 - EARLY_MS;
}

function told({ exchange: { response } }: Arrival): string {
  return response.kind === 'answer' ? `after the answer ${response.status}` : `after ${response.code.toLowerCase()}`;
}

function repeated(judged: JudgedCall) {
  const { arrivals } = judged;
  const at = arrivals.findIndex((arrival, index) => {
    const previous = arrivals[index - 1];
    return previous !== undefined && !mayRepeat(previous, arrival);
  });
  const previous = arrivals[at - 1];
  const again = arrivals[at];
  if (previous === undefined || again === undefined) return NOTHING;
  const { method, path } = again.exchange.request;
  return [
    departure(judged, {
      kind: 'client-retried',
      level: 'SHOULD',
      origin: 'prose',
      exchange: at,
      expected: 'one request',
      actual: `${arrivals.length} requests`,
      explanation: `The client sends ${method} ${path} again ${told(previous)}: a cancel that may have happened is not to be repeated unasked.`,
    }),
  ];
}

/** What a caller did not ask for: it costs time and rate, and fails where the cancel would not. */
function besides(judged: JudgedCall) {
  const { arrivals, beside } = judged;
  const [first] = beside;
  if (first === undefined) return NOTHING;
  const { method, path } = first.exchange.request;
  return [
    departure(judged, {
      kind: 'client-wrong-request',
      level: 'SHOULD',
      origin: 'prose',
      exchange: arrivals.length,
      expected: 'the cancel, and nothing besides it',
      actual: `${beside.length} more`,
      explanation: `Besides the cancel the client sends ${method} ${clipped(path)}: one call is one request.`,
    }),
  ];
}

/** One call is one request: none is missing, none is repeated that may have been carried out, and none comes besides it. */
export const sentOnce: GateCheck = (judged) => {
  const { arrivals, malformed, scenario, end } = judged;
  if (arrivals.length > 0) return [...repeated(judged), ...besides(judged)];
  if (scenario.answering.by === 'closed' || refusedItself(judged)) return NOTHING;
  // A client that never came to its request is judged by how it ended.
  if (malformed.length === 0 && end.kind !== 'outcome') return NOTHING;
  const why = failureOf(judged)?.message;
  return [
    departure(judged, {
      kind: 'client-wrong-request',
      expected: 'one request',
      actual: malformed[0] ?? `no request${why === undefined ? '' : `: ${why}`}`,
      explanation:
        malformed.length > 0
          ? 'What the client sends is no HTTP request.'
          : 'No request arrives, although the contract allows what the caller asks.',
    }),
  ];
};
