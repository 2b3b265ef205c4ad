import type { HistoryLine } from '../reports/history/history-line.ts';
import { historyLineOf } from '../reports/history/history-line-of.ts';
import { runRecordOf, scenarioRecordOf } from '../reports/run-record.ts';
import type { ScenarioResult } from '../schemas/verdict.ts';
import { HEADER } from './run-samples.ts';

/** A day of January 2026, as an instant. */
export const dayAt = (day: number): string => `2026-01-${String(day).padStart(2, '0')}T03:17:00.000Z`;

/** The record of one night. */
export const nightRecord = (day: number, results: readonly ScenarioResult[], over: Partial<typeof HEADER> = {}) =>
  runRecordOf(
    {
      header: { ...HEADER, id: `run-${day}`, startedAt: dayAt(day), ...over },
      ...{ planned: results.map(({ id }) => id), scenarios: results.map(scenarioRecordOf), defects: [], leftovers: [] },
      ...{ end: { at: dayAt(day), interrupted: false }, requests: results.length },
    },
    [],
  );

/** The line of one night. */
export const night = (
  day: number,
  results: readonly ScenarioResult[],
  over: Partial<typeof HEADER> = {},
): HistoryLine => historyLineOf(nightRecord(day, results, over));
