import type { RunRecord } from '../run-record.ts';
import { counted } from './columns.ts';
import { drawnIn, isDeparture } from './departures.ts';
import type { Paint } from './paint.ts';

function verdictOn(record: RunRecord): readonly [keyof Paint, string] {
  const { totals, defects } = record;
  const judged = totals.pass + totals.fail;
  const unknown = totals.inconclusive + totals.notRun;
  const departures = drawnIn(record).filter(isDeparture(record));
  const inScenarios = new Set(departures.map(({ scenario }) => scenario.id)).size;
  if (record.interrupted)
    return ['doubt', `Interrupted after ${judged + totals.inconclusive} of ${totals.planned} scenarios`];
  if (defects.length > 0) return ['bad', `No verdict: ${defects[0]?.message ?? 'the suite failed'}`];
  if (departures.length > 0)
    return [
      'bad',
      `${counted(departures.length, 'departure')} from the contract in ${inScenarios} of ${counted(judged, 'scenario')} judged`,
    ];
  if (judged === 0)
    return [
      'doubt',
      `Nothing was judged: ${counted(unknown, 'scenario')} inconclusive, ${totals.inapplicable} inapplicable`,
    ];
  if (unknown > 0) return ['doubt', `No departure in ${counted(judged, 'scenario')}, but ${unknown} inconclusive`];
  return ['good', `Conforms: no departure in ${counted(judged, 'scenario')}`];
}

/** The run's answer in one sentence, which says so where a mock was judged and not PayPal. */
export function answerOf(record: RunRecord, paint: Paint): string {
  const [mark, sentence] = verdictOn(record);
  const of =
    record.target.judges === 'mock'
      ? ` (target ${record.target.name}: this judged the mock, not PayPal)`
      : ` (target ${record.target.name})`;
  return `${paint[mark](paint.title(sentence))}${of}.`;
}
