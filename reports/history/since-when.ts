import { type FindingAge, findingAgesOf } from './finding-ages.ts';
import type { HistoryFinding, HistoryLine } from './history-line.ts';
import { historyFingerprint } from './history-place.ts';

/** One departure of the latest run, and since when it is there. */
export interface SinceWhen {
  readonly finding: HistoryFinding;
  /** Ids of the scenarios that show it, the one that has shown it longest first. */
  readonly scenarios: readonly string[];
  /** Of the first of them. */
  readonly age: FindingAge;
}

/** Since when each departure of the latest run is there, over all its scenarios; in the order of the run's findings. */
export function sinceWhen(history: readonly HistoryLine[]): readonly SinceWhen[] {
  const latest = history.at(-1);
  if (latest === undefined) return [];
  const ages = findingAgesOf(history);
  return latest.findings.flatMap((finding) => {
    const shown = finding.in.flatMap((at) => {
      const scenario = latest.scenarios[at] ?? '';
      const age = ages.get(historyFingerprint(scenario, finding.kind, finding.place));
      return age === undefined ? [] : [{ scenario, age }];
    });
    const [oldest, ...others] = shown.toSorted((a, b) => (a.age.since < b.age.since ? -1 : 1));
    if (oldest === undefined) return [];
    return [{ finding, scenarios: [oldest, ...others].map(({ scenario }) => scenario), age: oldest.age }];
  });
}
