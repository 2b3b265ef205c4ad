import type { RunRecord, ScenarioRecord } from '../../run-record.ts';
import { clipped } from '../inert-text.ts';
import { outcomeIn } from '../outcome.ts';
import type { PageRow, RowOutcome } from './page-data.ts';

/** Longest text of a row, in UTF-16 units: ours. */
const LONGEST = 300;

/** The outcomes in the order in which a morning asks for them. */
export const WORST_FIRST: readonly RowOutcome[] = ['failed', 'undecided', 'not-run', 'known', 'inapplicable', 'passed'];

/** A scenario of the record, or the id of one that was not run. */
export interface Listed {
  readonly row: PageRow;
  readonly scenario?: ScenarioRecord;
}

const judgedRow = (scenario: ScenarioRecord, outcome: RowOutcome): PageRow => ({
  id: clipped(scenario.id, LONGEST),
  title: clipped(scenario.title, LONGEST),
  topic: clipped(scenario.topic, LONGEST),
  operation: clipped(scenario.operation, LONGEST),
  level: scenario.level,
  outcome,
  ms: Math.round(scenario.durationMs * 10) / 10,
  kinds: [...new Set(scenario.findings.map(({ kind }) => kind))],
  isFlaky: scenario.flaky !== undefined,
});

const leftRow = (id: string): PageRow => ({
  id: clipped(id, LONGEST),
  title: 'planned, and not run',
  topic: '',
  operation: '',
  level: null,
  outcome: 'not-run',
  ms: 0,
  kinds: [],
  isFlaky: false,
});

/** Every planned scenario of a run, the worst first, otherwise in the record's order. */
export function listedIn(record: RunRecord): readonly Listed[] {
  const outcomeOf = outcomeIn(record);
  const listed: readonly Listed[] = [
    ...record.scenarios.map((scenario) => ({ scenario, row: judgedRow(scenario, outcomeOf(scenario)) })),
    ...record.notRun.map((id) => ({ row: leftRow(id) })),
  ];
  return listed.toSorted((a, b) => WORST_FIRST.indexOf(a.row.outcome) - WORST_FIRST.indexOf(b.row.outcome));
}
