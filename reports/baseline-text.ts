import { isMap, isSeq, parseDocument } from 'yaml';
import { SuiteError } from '../schemas/contract/suite-error.ts';
import type { Baseline } from './baseline.ts';
import type { BaselineChanges } from './baseline-merge.ts';

/** A piece of a text, and what takes its place. */
interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** How far in an entry stands. */
const INDENT = '    ';

const entryText = (entry: unknown): string => JSON.stringify(entry, null, 2).replaceAll('\n', `\n${INDENT}`);

const spliced = (text: string, splices: readonly Splice[]): string =>
  splices
    .toSorted((a, b) => b.from - a.from)
    .reduce((rest, { from, to, text: put }) => rest.slice(0, from) + put + rest.slice(to), text);

const unreadable = (): SuiteError =>
  new SuiteError('BASELINE_INVALID', 'The baseline has no list of accepted departures', {
    hint: 'Mend it by schemas/published/baseline.schema.json.',
  });

/** Where the list stands in the text, and each of its entries: JSON is YAML, and YAML's parser keeps positions. */
function placesIn(text: string) {
  const list = parseDocument(text).get('accepted', true);
  if (!isSeq(list) || !list.range) throw unreadable();
  const entries = list.items.map((item) => {
    if (!isMap(item) || !item.range) throw unreadable();
    return { id: String(item.get('id')), from: item.range[0], to: item.range[1] };
  });
  return { from: list.range[0], to: list.range[1], entries };
}

/** The text of a baseline with the changes in it; every other character stays as somebody wrote it. */
export function baselineTextWith(text: string, { replaced, added }: BaselineChanges): string {
  const { from, to, entries } = placesIn(text);
  const inPlace = entries.flatMap((place) => {
    const entry = replaced.get(place.id);
    return entry === undefined ? [] : [{ from: place.from, to: place.to, text: entryText(entry) }];
  });
  if (added.length === 0) return spliced(text, inPlace);
  const more = added.map((entry) => `\n${INDENT}${entryText(entry)}`).join(',');
  const end = entries.at(-1)?.to;
  const addition: Splice =
    end === undefined ? { from, to, text: `[${more}\n  ]` } : { from: end, to: end, text: `,${more}` };
  return spliced(text, [...inPlace, addition]);
}

/** A baseline that accepts nothing yet, as text. */
export const emptyBaselineText = (target: string): string =>
  `${JSON.stringify({ format: 1, target, accepted: [] } satisfies Baseline, null, 2)}\n`;
