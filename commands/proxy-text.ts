import { counted } from '../reports/summary/columns.ts';

/** What a proxy has seen. */
export interface ProxyTotals {
  /** Cancels with a whole answer. */
  readonly judged: number;
  /** Cancels of whose answer nothing is known: none came, or a gateway's. */
  readonly inconclusive: number;
  readonly other: number;
  /** Findings of the level that fails, and above. */
  readonly failing: number;
  /** How often each kind of finding was drawn. */
  readonly kinds: ReadonlyMap<string, number>;
}

/** What a person needs to begin. */
export const greeting = (origin: string, upstream: string, record: string | undefined): string => `${origin}
passes everything on to ${upstream}, judges every cancel${record === undefined ? '' : `, records in ${record}`}. Stop it with Ctrl-C.
`;

const sumOf = (kinds: ReadonlyMap<string, number>): number =>
  [...kinds.values()].reduce((sum, count) => sum + count, 0);

/** What a proxy has seen, in one line, and how a recording becomes a report. */
export function proxySummary({ judged, inconclusive, other, kinds }: ProxyTotals, record: string | undefined): string {
  const drawn = [...kinds].map(([kind, count]) => `${kind} ${count}`).join(', ');
  const parts = [
    `${counted(judged, 'cancel')} judged`,
    `${counted(sumOf(kinds), 'finding')}${drawn === '' ? '' : ` (${drawn})`}`,
    ...(inconclusive === 0 ? [] : [`${counted(inconclusive, 'cancel')} without an answer to judge`]),
    counted(other, 'other request'),
  ];
  const next = record === undefined ? '' : `A report of it: cancel-conformance judge ${record}\n`;
  return `${parts.join(', ')}\n${next}`;
}
