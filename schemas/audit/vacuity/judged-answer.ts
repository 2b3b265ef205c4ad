import type { Expected } from '../../checks/check.ts';
import { judgeExchange } from '../../checks/judge.ts';
import type { Operation } from '../../contract/operation.ts';
import type { AnsweredExchange, Header } from '../../exchange.ts';
import type { DocumentedResponse } from '../responses.ts';

const memberOf = (value: unknown, name: string): unknown =>
  value !== null && typeof value === 'object' ? (value as Readonly<Record<string, unknown>>)[name] : undefined;

/** The headers that an honest service would send with the body, whatever became of it on the way. */
function headersFor({ contract }: DocumentedResponse, honest: unknown): readonly Header[] {
  const debugId = memberOf(honest, 'debug_id');
  const type: Header = ['Content-Type', contract.mediaTypes[0] ?? 'application/json'];
  return typeof debugId === 'string' ? [type, ['PayPal-Debug-Id', debugId]] : [type];
}

/** What a scenario expects that provokes just this answer: its status, and the issue with its place that it names. */
export function expectedOf({ status, contract }: DocumentedResponse, honest: unknown): Expected {
  const detail = memberOf(memberOf(honest, 'details'), '0');
  const issue = memberOf(detail, 'issue');
  const [field, location, value] = ['field', 'location', 'value'].map((name) => memberOf(detail, name));
  const text = (name: string, found: unknown) => (typeof found === 'string' ? { [name]: found } : {});
  return {
    status: [status],
    clause: contract.clause,
    level: contract.listed ? 'MUST' : 'SHOULD',
    origin: 'spec',
    ...(typeof issue === 'string' && { issue, ...text('field', field), ...text('value', value) }),
    ...(location === 'body' || location === 'path' || location === 'query' ? { location } : {}),
  };
}

function answered(operation: Operation, response: DocumentedResponse, honest: unknown, body: unknown) {
  const text = JSON.stringify(body);
  const { method, path } = operation;
  return {
    operation: operation.id,
    request: { method, url: path, path, headers: [], body: null, credential: 'merchant' },
    response: {
      kind: 'answer',
      status: response.status,
      headers: headersFor(response, honest),
      body: text,
      bodyBytes: Buffer.byteLength(text),
      validUtf8: true,
    },
    startedAt: '1970-01-01T00:00:00.000Z',
    durationMs: 0,
  } as const satisfies AnsweredExchange;
}

/**
 * What the checks find in an answer that should have been `honest`, as `kind@pointer`; what no more than MAY speak
 * against fails no run and is left out. With `expected` as in a scenario, without it as in recorded traffic.
 */
export function foundIn(
  operation: Operation,
  response: DocumentedResponse,
  honest: unknown,
  body: unknown,
  expected?: Expected,
): ReadonlySet<string> {
  const exchange = answered(operation, response, honest, body);
  const findings = judgeExchange(exchange, { operation, ...(expected && { expected }) });
  return new Set(findings.filter(({ level }) => level !== 'MAY').map(({ kind, pointer }) => `${kind}@${pointer}`));
}
