import { placeOf } from '../schemas/finding.ts';
import { type BaselineEntry, isAbout, isExpired, isMet, type UsedBaseline } from './baseline.ts';
import type { RunRecord, ScenarioRecord } from './run-record.ts';

/** What a run has to say of its baseline's entries, by their ids. */
export interface BaselineNews {
  /** Out of date: what they accepted fails the run. */
  readonly expired: readonly string[];
  /** Not seen in a run of the whole suite: mended. */
  readonly unseen: readonly string[];
  /** Seen otherwise in a run of the whole suite: in other words, or only a part of it. Absent in older records. */
  readonly changed?: readonly string[];
}

/** An entry with the scenarios of which it speaks. */
interface Seen {
  readonly entry: BaselineEntry;
  readonly about: readonly ScenarioRecord[];
}

const isJudged = ({ verdict }: ScenarioRecord): boolean => verdict === 'pass' || verdict === 'fail';

const shows = ({ entry }: Seen, { findings }: ScenarioRecord): boolean =>
  findings.some(({ accepted }) => accepted === entry.id);

const isSeen = (seen: Seen): boolean => seen.about.some((scenario) => shows(seen, scenario));

/** A departure of the same kind at the same place, in words that nobody accepted. */
const isReworded = ({ entry, about }: Seen): boolean =>
  about.some(({ findings }) =>
    findings.some(
      ({ kind, pointer, accepted }) =>
        accepted === undefined && entry.findings.some((one) => one.kind === kind && one.pointer === placeOf(pointer)),
    ),
  );

/** A scenario that is named in full was judged without it. */
const hasLostScenario = (seen: Seen): boolean =>
  seen.about.some(
    (scenario) => seen.entry.scenarios?.includes(scenario.id) && isJudged(scenario) && !shows(seen, scenario),
  );

/** One of its findings shows nowhere, although every scenario that could show it was judged. */
const hasLostFinding = ({ entry, about }: Seen): boolean =>
  about.every(({ verdict }) => verdict !== 'inconclusive') &&
  entry.findings.some((accepted) => !about.some(({ findings }) => findings.some((one) => isMet(accepted, one))));

const isChanged = (seen: Seen): boolean =>
  isReworded(seen) || (isSeen(seen) && (hasLostScenario(seen) || hasLostFinding(seen)));

const idsOf = (all: readonly Seen[]): readonly string[] => all.map(({ entry }) => entry.id);

/** Both sides of a baseline: what it accepts no longer, in vain, or otherwise than it is. Only a whole run shows the latter two. */
export function baselineNews(
  { accepted }: UsedBaseline,
  { startedAt, scenarios }: Pick<RunRecord, 'startedAt' | 'scenarios'>,
  isWhole: boolean,
): BaselineNews {
  const expired = accepted.filter((entry) => isExpired(entry, startedAt)).map(({ id }) => id);
  const current = accepted
    .filter(({ id }) => isWhole && !expired.includes(id))
    .map((entry): Seen => ({ entry, about: scenarios.filter(({ id }) => isAbout(entry, id)) }));
  const changed = current.filter(isChanged);
  // Of a scenario that was not judged nothing is known.
  const gone = current.filter((seen) => !changed.includes(seen) && !isSeen(seen) && seen.about.some(isJudged));
  return { expired, unseen: idsOf(gone), changed: idsOf(changed) };
}

/** How many entries are not as somebody accepted them: what a strict run fails on. */
export const staleEntries = ({ expired = [], unseen = [], changed = [] }: Partial<BaselineNews> = {}): number =>
  expired.length + unseen.length + changed.length;
