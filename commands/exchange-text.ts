import type { Paint } from '../reports/summary/paint.ts';
import { printable } from '../schemas/checks/answer-body.ts';
import { debugIdOf } from '../schemas/checks/finding-text.ts';
import type { Exchange, Header } from '../schemas/exchange.ts';

/** How much of a body is shown, in UTF-16 units: ours; the record has all of it. */
const SHOWN = 4000;

/** JSON on lines of its own, everything else as it stands. */
function spread(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

function bodyLines(body: string | null): readonly string[] {
  if (body === null || body === '') return ['(no body)'];
  const text = body.length > SHOWN ? body : spread(body);
  const rest = text.length - SHOWN;
  return [...text.slice(0, SHOWN).split('\n'), ...(rest > 0 ? [`… and ${rest} characters more in run.json`] : [])];
}

const headerLines = (headers: readonly Header[]): readonly string[] =>
  headers.map(([name, value]) => `${name}: ${value}`);

function responseLines({ response }: Exchange): readonly string[] {
  if (response.kind === 'failure') return [`${response.code}: ${response.message}`];
  return [String(response.status), ...headerLines(response.headers), ...bodyLines(response.body)];
}

const marked = (mark: string, lines: readonly string[]): readonly string[] =>
  lines.map((line) => `     ${mark} ${printable(line)}`);

function titleOf(exchange: Exchange): string {
  const { operation, request, response, durationMs, startedAt } = exchange;
  const end = response.kind === 'failure' ? response.code : response.status;
  const debugId = debugIdOf(exchange);
  const what = `${operation}: ${request.method} ${request.path} as ${request.credential} → ${end}`;
  return printable(`${what}, ${durationMs.toFixed(1)} ms at ${startedAt}${debugId ? `, debug id ${debugId}` : ''}`);
}

/** A request and its answer as they stood on the wire, without credentials, and a line that sends it again. */
export const exchangeText = (exchange: Exchange, number: number, curl: string, paint: Paint): readonly string[] => [
  `${String(number).padStart(3)}. ${titleOf(exchange)}`,
  ...marked('>', [...headerLines(exchange.request.headers), ...bodyLines(exchange.request.body)]),
  ...marked('<', responseLines(exchange)),
  paint.quiet(`     ${printable(curl)}`),
];
