import { staleEntries } from '../reports/baseline-news.ts';
import type { RunRecord } from '../reports/run-record.ts';
import { LEVELS } from '../schemas/contract/clause.ts';
import type { SuiteErrorCode } from '../schemas/contract/suite-error.ts';

/** What decides a run's exit code. */
export interface Ending {
  readonly signal: 'SIGINT' | 'SIGTERM' | null;
  /** Defects of the suite itself, leaked secrets included. */
  readonly defects: number;
  /** Whether the service was away: then nothing that was found counts. */
  readonly outage?: boolean;
  /** Whether usage or configuration is at fault. */
  readonly usage: boolean;
  /** Findings of the level that fails the run, and above, that no baseline accepts; of a strict one its stale entries, too. */
  readonly findings: number;
  /** Scenarios of which nothing is known: inconclusive ones, and planned ones that were not run. */
  readonly unknown: number;
  /** Scenarios that passed or failed. */
  readonly judged: number;
}

/** The exit codes, what each means, and when it applies: the first that does is the run's. */
export const EXIT_CODES: readonly {
  readonly code: number;
  readonly meaning: string;
  readonly applies: (ending: Ending) => boolean;
}[] = [
  { code: 130, meaning: 'interrupted by SIGINT', applies: ({ signal }) => signal === 'SIGINT' },
  { code: 143, meaning: 'interrupted by SIGTERM', applies: ({ signal }) => signal === 'SIGTERM' },
  { code: 4, meaning: 'a defect of the suite itself, or a leaked secret', applies: ({ defects }) => defects > 0 },
  { code: 2, meaning: 'wrong usage or configuration', applies: ({ usage }) => usage },
  { code: 1, meaning: 'findings', applies: ({ findings, outage }) => findings > 0 && outage !== true },
  {
    code: 3,
    meaning: 'inconclusive: an outage, or nothing was judged',
    applies: ({ outage, unknown, judged }) => outage === true || unknown > 0 || judged === 0,
  },
  { code: 0, meaning: 'conforms', applies: () => true },
];

/** The exit code of an ending. */
export const exitCodeOf = (ending: Ending): number => EXIT_CODES.find(({ applies }) => applies(ending))?.code ?? 4;

/** Whether the code stands for a defect of ours: everything else is usage, configuration or surroundings. */
export const isDefect = (code: SuiteErrorCode): boolean => code === 'DEFECT';

/** How a run ended, by its record; a strict one fails on entries of its baseline, too, that are not as they were accepted. */
export function endingOf(
  { totals, defects, failOn, endedEarly, baseline }: RunRecord,
  signal: Ending['signal'],
  isStrict = false,
): Ending {
  const failing = LEVELS.slice(0, LEVELS.indexOf(failOn) + 1);
  return {
    signal,
    outage: endedEarly?.cause === 'outage',
    defects: defects.filter(({ code }) => isDefect(code)).length,
    usage: defects.some(({ code }) => !isDefect(code)),
    findings: failing.reduce(
      (sum, level) => sum + totals.findings[level] - totals.accepted[level],
      isStrict ? staleEntries(baseline) : 0,
    ),
    unknown: totals.inconclusive + totals.notRun,
    judged: totals.pass + totals.fail,
  };
}
