import type { RunRecord, ScenarioRecord } from './run-record.ts';

/** A record as JSON: one scenario a line, piece by piece, since all of them may be larger than a string can be. */
export function* recordText(record: RunRecord, scenarios: Iterable<ScenarioRecord>): Generator<string> {
  const { scenarios: _, ...head } = record;
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "scenarios": [`;
  let separator = '\n';
  for (const scenario of scenarios) {
    yield `${separator}${JSON.stringify(scenario)}`;
    separator = ',\n';
  }
  yield '\n  ]\n}\n';
}
