import { type Exchange, headerOf, isAnswered } from '../exchange.ts';
import type { Finding } from '../finding.ts';
import { memberOf, printable } from './answer-body.ts';
import { correlationIdOf } from './legacy/wire-formats.ts';
import { curlOf } from './reproduce.ts';

function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The id that support needs to find the answer: the header's, or the body's, or a legacy answer's correlationId;
 * undefined where it has none.
 */
export function debugIdOf(exchange: Exchange): string | undefined {
  if (!isAnswered(exchange)) return undefined;
  const { headers, body } = exchange.response;
  const inHeader = headerOf(headers, 'paypal-debug-id');
  const inBody = memberOf(bodyOf(body), 'debug_id');
  return inHeader ?? (typeof inBody === 'string' ? inBody : correlationIdOf(exchange));
}

/** Everything a person needs of one finding: what departs from which line of the contract, and how to see it again. */
export function findingText(scenario: string, finding: Finding, exchange?: Exchange): string {
  const { kind, level, origin, clause, pointer, expected, actual, explanation } = finding;
  const debugId = exchange && debugIdOf(exchange);
  const lines: readonly (readonly [label: string, text: string | undefined])[] = [
    ['clause', `${clause.file}:${clause.line} ${clause.pointer}`],
    ['pointer', pointer === '' ? undefined : printable(pointer)],
    ['expected', printable(expected)],
    ['actual', printable(actual)],
    ['debug id', debugId && printable(debugId)],
    ['again', exchange && curlOf(exchange)],
  ];
  return [
    `${scenario}: ${kind} (${level}, ${origin})`,
    `  ${printable(explanation)}`,
    ...lines.flatMap(([label, text]) => (text === undefined ? [] : [`  ${label.padEnd(8)} ${text}`])),
  ].join('\n');
}
