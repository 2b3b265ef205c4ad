import { LEVELS } from '../../schemas/contract/clause.ts';
import type { RunRecord } from '../run-record.ts';
import type { Traffic } from '../traffic.ts';
import { counted, listed } from './columns.ts';
import type { Paint } from './paint.ts';

/** How many hosts are named. */
const NAMED = 3;

const sum = (traffic: Traffic, member: 'judged' | 'departing' | 'unanswered' | 'other' | 'broken'): number =>
  traffic.files.reduce((total, file) => total + file[member], 0);

/** Findings that fail the run, and that no baseline accepts. */
function departuresIn({ totals, failOn }: RunRecord): number {
  const failing = LEVELS.slice(0, LEVELS.indexOf(failOn) + 1);
  return failing.reduce((total, level) => total + totals.findings[level] - totals.accepted[level], 0);
}

/** What recorded traffic shows of the contract, in one sentence. */
export function trafficAnswer(record: RunRecord, traffic: Traffic): readonly [keyof Paint, string] {
  const judged = sum(traffic, 'judged');
  const departures = departuresIn(record);
  const unknown = record.totals.inconclusive;
  if (record.interrupted) return ['doubt', `Interrupted after ${counted(judged, 'exchange')}`];
  if (departures > 0)
    return [
      'bad',
      `${counted(departures, 'departure')} from the contract in ${sum(traffic, 'departing')} of ${counted(judged, 'exchange')} judged`,
    ];
  if (judged === 0) {
    const entries = traffic.files.reduce((total, file) => total + file.entries, 0);
    const what = `${sum(traffic, 'other')} are other traffic, ${sum(traffic, 'unanswered')} have no answer to judge, ${sum(traffic, 'broken')} cannot be read`;
    return ['doubt', `Nothing was judged: of ${counted(entries, 'entry').replace(/entrys$/, 'entries')} ${what}`];
  }
  if (unknown > 0)
    return ['doubt', `No departure in ${counted(judged, 'exchange')}, but nothing is known of ${unknown} more`];
  return ['good', `Conforms: no departure in ${counted(judged, 'exchange')}`];
}

/** Whose traffic it was. */
export const trafficSource = ({ origins }: Traffic): string =>
  origins.length === 0 ? 'recorded traffic' : `recorded traffic of ${listed(origins, NAMED)}`;
