import type { HistoryLine } from './history-line.ts';

/** How many runs a trend looks back on: ours, three months of nights. */
export const TREND_RUNS = 90;

/** The runs that a trend looks back on, oldest first. */
export const recentRuns = (history: readonly HistoryLine[]): readonly HistoryLine[] => history.slice(-TREND_RUNS);

/** Whether what a run found counts: in an outage it says nothing of the contract. */
export const counts = ({ ended }: HistoryLine): boolean => ended !== 'outage';
