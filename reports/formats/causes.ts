import { LEVELS } from '../../schemas/contract/clause.ts';
import type { Finding } from '../../schemas/finding.ts';
import type { RunRecord } from '../run-record.ts';
import { grouped } from '../summary/columns.ts';
import { type Drawn, drawnIn, isDeparture, isGap, samenessOf } from '../summary/departures.ts';

/**
 * What a finding means for the run: `new` fails it, `known` is accepted by the baseline, `open` is left open by the contract,
 * `weak` is of a level that does not fail this run.
 */
export type Standing = 'new' | 'known' | 'open' | 'weak';

/** One departure, in however many scenarios it shows. */
export interface Cause {
  readonly finding: Finding;
  /** Where it showed first. */
  readonly first: Drawn;
  /** Ids of the scenarios that show it. */
  readonly scenarios: readonly string[];
  /** How often it was drawn. */
  readonly count: number;
}

/** What each finding of a run means for it. */
export const standingIn = (record: RunRecord): ((drawn: Drawn) => Standing) => {
  const departs = isDeparture(record);
  return (drawn) => {
    if (isGap(drawn)) return 'open';
    if (drawn.finding.accepted !== undefined) return 'known';
    return departs(drawn) ? 'new' : 'weak';
  };
};

function causeOf(group: readonly Drawn[]): readonly Cause[] {
  const [first] = group;
  if (first === undefined) return [];
  const scenarios = [...new Set(group.map(({ scenario }) => scenario.id))];
  return [{ finding: first.finding, first, scenarios, count: group.length }];
}

const worstFirst = (a: Cause, b: Cause): number =>
  LEVELS.indexOf(a.finding.level) - LEVELS.indexOf(b.finding.level) || b.scenarios.length - a.scenarios.length;

/** The findings of a run by what they mean for it and by cause; the firmest first, then those that show most often. */
export function causesOf(record: RunRecord): Readonly<Record<Standing, readonly Cause[]>> {
  const byStanding = grouped(drawnIn(record), standingIn(record));
  const causes = (standing: Standing): readonly Cause[] =>
    [...grouped(byStanding.get(standing) ?? [], samenessOf).values()].flatMap(causeOf).toSorted(worstFirst);
  return { new: causes('new'), known: causes('known'), open: causes('open'), weak: causes('weak') };
}
