import { isAnswered } from '../../../schemas/exchange.ts';
import { namedKind } from '../../kinds/kind-pages.ts';
import type { Cause } from '../causes.ts';
import type { FormatContext } from '../format.ts';
import { clipped } from '../inert-text.ts';
import { specPathOf } from '../spec-path.ts';
import { block, code, prose } from './markdown-text.ts';

/** Longest text of one field, in UTF-16 units: ours. */
const LONGEST = 2000;

/** Longest line that sends a request again: a cut one is none, so that a longer one is left out. */
const LONGEST_CURL = 8000;

/** How many scenarios of one cause are named. */
const NAMED = 20;

/** Longest id that is shown, in UTF-16 units: ours. */
const LONGEST_ID = 200;

/** Ids as code, the first `most` of them, and how many more there are. */
export function ids(all: readonly string[], most = NAMED): string {
  const shown = all.slice(0, most).map((id) => code(clipped(id, LONGEST_ID)));
  const more = all.length - shown.length;
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function again({ first: { scenario, finding } }: Cause, curlOf: FormatContext['curlOf']): string {
  const exchange = scenario.exchanges[finding.exchange ?? -1];
  if (exchange === undefined) return '';
  const line = curlOf(exchange);
  if (line.length > LONGEST_CURL)
    return `\n\nThe request is too long to be shown here; it stands in \`run.json\` under ${ids([scenario.id])}.`;
  return `\n\n${block('sh', line)}`;
}

function debugIdsOf({ first: { scenario, finding } }: Cause): readonly string[] {
  const exchange = scenario.exchanges[finding.exchange ?? -1];
  if (exchange === undefined || !isAnswered(exchange)) return scenario.debugIds.slice(0, 1);
  const { headers, body } = exchange.response;
  const sent = [...headers.map(([, value]) => value), body];
  return scenario.debugIds.filter((id) => sent.some((text) => text.includes(id))).slice(0, 1);
}

/** One cause: what departs, from which line, what was expected and seen, where, and how to see it again. */
export function causeBlock(cause: Cause, curlOf: FormatContext['curlOf']): string {
  const { finding, scenarios } = cause;
  const { kind, level, clause, pointer, expected, actual, explanation } = finding;
  const fields: readonly (readonly [label: string, value: string])[] = [
    [
      'clause',
      `${code(`${clipped(specPathOf(clause), LONGEST)}:${clause.line}`)} ${code(clipped(clause.pointer, LONGEST))}`,
    ],
    ['member', code(clipped(pointer, LONGEST))],
    ['expected', code(clipped(expected, LONGEST))],
    ['actual', code(clipped(actual, LONGEST))],
    [
      'debug id',
      debugIdsOf(cause)
        .map((id) => code(clipped(id, LONGEST)))
        .join(', '),
    ],
    [`in ${scenarios.length}`, ids(scenarios)],
  ];
  const lines = fields.flatMap(([label, value]) => (value.trim() === '' ? [] : [`- ${label}: ${value}`]));
  const title = `#### ${code(namedKind(kind))} ${level}`;
  return `${title}\n\n“${prose(clipped(explanation, LONGEST))}”\n\n${lines.join('\n')}${again(cause, curlOf)}`;
}
