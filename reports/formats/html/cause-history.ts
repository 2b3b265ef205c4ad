import type { HistoryFinding, HistoryLine } from '../../history/history-line.ts';
import { historyPlaceOf } from '../../history/history-place.ts';
import type { Cause } from '../causes.ts';

/** Since when a departure shows; what earlier runs do not tell is left out. */
export interface CauseHistory {
  /** When the first run began that showed it, of those in the history; ISO 8601. */
  readonly firstSeen: string;
  /** Whole days from then to this run. */
  readonly ageDays: number;
  /** In how many runs of the history it shows, this one included. */
  readonly runs: number;
  /** When the last run began in which its scenario was judged without it; absent where there is none. */
  readonly lastGood?: string;
}

const DAY_MS = 86_400_000;

const isSame =
  ({ finding }: Cause) =>
  ({ kind, place, level }: HistoryFinding): boolean =>
    kind === finding.kind && level === finding.level && place === historyPlaceOf(finding.pointer);

/** Whether a line has judged the scenario at all. */
function hasJudged({ scenarios, verdicts }: HistoryLine, scenario: string): boolean {
  const at = scenarios.indexOf(scenario);
  return at >= 0 && 'pf'.includes(verdicts[at] ?? '-');
}

/** What the earlier runs on the same target say of a departure of the run that began at `startedAt`; oldest first. */
export function causeHistory(cause: Cause, earlier: readonly HistoryLine[], startedAt: string): CauseHistory {
  const shows = earlier.map(({ findings }) => findings.some(isSame(cause)));
  const firstSeen = earlier[shows.indexOf(true)]?.startedAt ?? startedAt;
  const good = earlier.findLast((line, at) => !shows[at] && hasJudged(line, cause.scenarios[0] ?? ''));
  return {
    firstSeen,
    ageDays: Math.max(0, Math.floor((Date.parse(startedAt) - Date.parse(firstSeen)) / DAY_MS)),
    runs: shows.filter(Boolean).length + 1,
    ...(good && { lastGood: good.startedAt }),
  };
}
