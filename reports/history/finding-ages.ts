import type { Finding } from '../../schemas/finding.ts';
import type { HistoryLine } from './history-line.ts';
import { historyFingerprint, historyPlaceOf, historyText } from './history-place.ts';
import { counts } from './recent-runs.ts';

/** Since when one finding of the latest run is there. */
export interface FindingAge {
  /** When the first run began that showed it, ISO 8601, UTC: it may have been gone in between. */
  readonly firstSeen: string;
  /** When the first run began that has shown it without a good one since. */
  readonly since: string;
  /** How many runs have shown it since. */
  readonly runs: number;
  /** From `since` to the latest run, in whole days. */
  readonly days: number;
  /** The last run that judged its scenario and did not show it; null where none is known. */
  readonly lastGood: { readonly run: string; readonly startedAt: string } | null;
}

type Draft = { -readonly [member in keyof FindingAge]: FindingAge[member] };

const DAY_MS = 86_400_000;

/** A finding of the latest run, followed back. */
interface Followed {
  readonly scenario: string;
  readonly age: Draft;
}

/** The fingerprints of a run's findings, each with its scenario. */
function* shownIn({ findings, scenarios }: HistoryLine): Generator<readonly [fingerprint: string, scenario: string]> {
  for (const { kind, place, in: places } of findings)
    for (const at of places) {
      const scenario = scenarios[at] ?? '';
      yield [historyFingerprint(scenario, kind, place), scenario];
    }
}

/** The scenarios that a run decided. */
const decidedIn = ({ scenarios, verdicts }: HistoryLine): ReadonlySet<string> =>
  new Set(scenarios.filter((_, at) => verdicts[at] === 'p' || verdicts[at] === 'f'));

function followTo(followed: ReadonlyMap<string, Followed>, line: HistoryLine): void {
  const shown = new Map(shownIn(line));
  const decided = decidedIn(line);
  for (const [fingerprint, { scenario, age }] of followed) {
    if (shown.has(fingerprint)) {
      age.firstSeen = line.startedAt;
      if (age.lastGood !== null) continue;
      age.since = line.startedAt;
      age.runs += 1;
    } else if (decided.has(scenario)) age.lastGood ??= { run: line.run, startedAt: line.startedAt };
  }
}

/** Since when each finding of the latest run is there, by its `historyFingerprint`. */
export function findingAgesOf(history: readonly HistoryLine[]): ReadonlyMap<string, FindingAge> {
  const latest = history.at(-1);
  if (latest === undefined) return new Map();
  const now = latest.startedAt;
  const followed = new Map<string, Followed>(
    [...shownIn(latest)].map(([fingerprint, scenario]) => [
      fingerprint,
      { scenario, age: { firstSeen: now, since: now, runs: 1, days: 0, lastGood: null } },
    ]),
  );
  for (const line of history.slice(0, -1).filter(counts).toReversed()) followTo(followed, line);
  return new Map(
    [...followed].map(([fingerprint, { age }]) => [
      fingerprint,
      { ...age, days: Math.floor((Date.parse(now) - Date.parse(age.since)) / DAY_MS) },
    ]),
  );
}

/** Since when a finding is there; undefined where the history does not hold it. */
export const ageOf = (
  ages: ReadonlyMap<string, FindingAge>,
  scenario: string,
  { kind, pointer }: Pick<Finding, 'kind' | 'pointer'>,
): FindingAge | undefined => ages.get(historyFingerprint(historyText(scenario), kind, historyPlaceOf(pointer)));
