import type { Exchange } from '../../schemas/exchange.ts';
import type { ParityRow, ParitySide } from '../parity/parity-row.ts';
import { legacyWords, restWords } from '../parity/parity-words.ts';
import type { RunRecord } from '../run-record.ts';
import type { Format } from './format.ts';
import { clipped } from './inert-text.ts';
import { block, prose } from './markdown/markdown-text.ts';

/** Longest body that is shown, in UTF-16 units: ours; the record has all of it. */
const LONGEST_BODY = 2000;

/** Longest text of one cell, in UTF-16 units: ours. */
const LONGEST = 300;

const cell = (text: string): string => prose(clipped(text, LONGEST));

/** A table of texts, each column to the left. */
const table = (rows: readonly (readonly string[])[]): string =>
  rows
    .toSpliced(1, 0, rows[0]?.map(() => '---') ?? [])
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

const rowOf = (row: ParityRow): readonly string[] => [
  cell(row.titles.join(', ')),
  cell(legacyWords(row)),
  cell(restWords(row)),
  row.standing,
  cell(row.note ?? ''),
];

/** A request and its answer as they stood on the wire; credentials and the answer's headers are left out. */
function exchangeText({ request, response }: Exchange): string {
  const answer =
    response.kind === 'failure'
      ? [`(no answer: ${response.code})`]
      : [`HTTP ${response.status}`, '', clipped(response.body, LONGEST_BODY)];
  const headers = request.headers.map(([name, value]) => `${name}: ${clipped(value, LONGEST)}`);
  return [`${request.method} ${request.path}`, ...headers, '', clipped(request.body ?? '', LONGEST_BODY), '', ...answer]
    .join('\n')
    .trimEnd();
}

/** The exchange that a side of a row was read from. */
function exchangeOf(side: ParitySide | null, { scenarios }: RunRecord): Exchange | undefined {
  const scenario = scenarios.find(({ id }) => id === side?.scenario);
  return scenario?.exchanges[scenario.answer?.exchange ?? -1];
}

function* evidenceOf(row: ParityRow, record: RunRecord): Generator<string> {
  yield `### ${cell(row.titles[0] ?? 'a case')}: ${cell(legacyWords(row))} → ${cell(restWords(row))}\n\n`;
  if (row.note !== undefined) yield `“${cell(row.note)}”\n\n`;
  for (const [name, side] of [['Legacy', row.legacy] as const, ['REST v2', row.rest] as const]) {
    const exchange = exchangeOf(side, record);
    if (exchange !== undefined) yield `${name}:\n\n${block('http', exchangeText(exchange))}\n\n`;
  }
}

const intro = ({ target, startedAt }: RunRecord): string =>
  `Every row was made by running the same case on both systems of ${cell(target.name)} on ${startedAt.slice(0, 10)}${
    target.judges === 'mock' ? ', a mock of PayPal' : ''
  }. In brackets stands what comes nearest where one side cannot express a case; that was not run.`;

/** One page for a team that leaves the legacy API: which REST answer stands for which legacy code, and both as they were seen. */
export const parity: Format = function* (record) {
  yield '# From CancelInvoice to REST v2\n\n';
  const rows = record.parity ?? [];
  if (rows.length === 0) {
    yield 'This run asked the legacy system nothing: there is nothing to compare.\n';
    return;
  }
  yield `${intro(record)}\n\n`;
  yield `${table([['case', 'legacy', 'REST v2', 'standing', 'to know'], ...rows.map(rowOf)])}\n\n## As seen\n\n`;
  for (const row of rows) yield* evidenceOf(row, record);
};
