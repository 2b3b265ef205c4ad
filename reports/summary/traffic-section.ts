import type { Traffic, TrafficFile } from '../traffic.ts';
import { columns, counted } from './columns.ts';
import type { Paint } from './paint.ts';

/** How many broken entries of a recording are named; the record has more of them. */
const SHOWN = 5;

const HEAD = ['recording', 'entries', 'judged', 'depart', 'no answer', 'other', 'broken'];

const rowOf = ({ file, entries, judged, departing, unanswered, other, broken }: TrafficFile): readonly string[] => [
  file,
  ...[entries, judged, departing, unanswered, other, broken].map(String),
];

function complaints({ file, broken, brokenEntries, faults }: TrafficFile): readonly string[] {
  const named = brokenEntries.slice(0, SHOWN);
  const rest = broken - named.length;
  return [
    ...faults.map((fault) => `  ${file} ${fault}`),
    ...named.map(({ entry, offset, why }) => `  ${file}: entry ${entry} (byte ${offset}) ${why}`),
    ...(rest > 0 ? [`  … and ${rest} broken entries more`] : []),
  ];
}

/** What was in the recordings, and what of them could not be read. */
export function trafficSection({ files, counted: more }: Traffic, paint: Paint): readonly string[] {
  const [head = '', ...rows] = columns([HEAD, ...files.map(rowOf)]);
  const alike = more.fail === 0 ? [] : [`  ${counted(more.fail, 'exchange')} more depart like those that are recorded`];
  return [paint.title(head), ...rows, ...alike, ...files.flatMap(complaints)];
}
