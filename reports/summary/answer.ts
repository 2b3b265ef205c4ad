import type { EndedEarly } from '../../schemas/verdict.ts';
import type { RunRecord } from '../run-record.ts';
import { counted } from './columns.ts';
import { drawnIn, isDeparture, isKnown } from './departures.ts';
import type { Paint } from './paint.ts';
import { trafficAnswer, trafficSource } from './traffic-answer.ts';

/** What ended a run early, and what that says. */
const EARLY: Readonly<Record<EndedEarly['cause'], readonly [word: string, so: string]>> = {
  outage: ['Outage', ', which says nothing of the contract'],
  budget: ['Inconclusive', ', since it may make no more calls'],
};

function verdictOn(record: RunRecord): readonly [keyof Paint, string] {
  const { totals, defects, endedEarly } = record;
  const judged = totals.pass + totals.fail;
  const unknown = totals.inconclusive + totals.notRun;
  const departures = drawnIn(record).filter(isDeparture(record));
  const known = drawnIn(record).filter(isKnown(record)).length;
  const inScenarios = new Set(departures.map(({ scenario }) => scenario.id)).size;
  if (record.interrupted)
    return ['doubt', `Interrupted after ${judged + totals.inconclusive} of ${totals.planned} scenarios`];
  if (defects.length > 0) return ['bad', `No verdict: ${defects[0]?.message ?? 'the suite failed'}`];
  if (endedEarly !== null) {
    const found =
      departures.length > 0 ? ` ${counted(departures.length, 'departure')} drawn before may be its doing.` : '';
    const [word, so] = EARLY[endedEarly.cause];
    const sofar = `${word}: ended after ${judged} of ${totals.planned} scenarios${so}`;
    return ['doubt', `${sofar}. ${endedEarly.reason}${endedEarly.cause === 'outage' ? found : ''}`.replace(/\.$/, '')];
  }
  if (departures.length > 0)
    return [
      'bad',
      `${counted(departures.length, record.baseline ? 'new departure' : 'departure')} from ${record.target.name === 'simulator' ? "the sandbox's negative testing" : 'the contract'} in ${inScenarios} of ${counted(judged, 'scenario')} judged${known > 0 ? `; ${known} known` : ''}`,
    ];
  if (judged === 0)
    return [
      'doubt',
      `Nothing was judged: ${counted(unknown, 'scenario')} inconclusive, ${totals.inapplicable} inapplicable`,
    ];
  const none =
    known > 0
      ? `o new departure in ${counted(judged, 'scenario')}; ${known} known`
      : `o departure in ${counted(judged, 'scenario')}`;
  if (unknown > 0) return ['doubt', `N${none}${known > 0 ? ';' : ','} but ${unknown} inconclusive`];
  if (known > 0) return ['good', `N${none}`];
  return ['good', `Conforms: n${none}`];
}

const PAYPAL = /^https:\/\/[\w.-]+\.paypal\.com$/;

/** What was judged, where it is not what a reader would take it for: a mock, a stand-in for PayPal, or another table than the contract. */
function notWhatItSeems({ judges, name, baseUrl, client }: RunRecord['target']): string {
  if (judges === 'client') return `: this judged what ${client} makes of the mock, not PayPal`;
  if (judges === 'mock') return ': this judged the mock, not PayPal';
  if (!PAYPAL.test(baseUrl)) return `: this judged what answers at ${baseUrl}, not PayPal`;
  return name === 'simulator' ? ": this judged the sandbox's negative testing, not the contract" : '';
}

/** The run's answer in one sentence, which says so where PayPal was not judged, or not by its contract. */
export function answerOf(record: RunRecord, paint: Paint): string {
  const { traffic } = record;
  if (traffic && record.defects.length === 0) {
    const [mark, sentence] = trafficAnswer(record, traffic);
    return `${paint[mark](paint.title(sentence))} (${trafficSource(traffic)}).`;
  }
  const [mark, sentence] = verdictOn(record);
  return `${paint[mark](paint.title(sentence))} (target ${record.target.name}${notWhatItSeems(record.target)}).`;
}
