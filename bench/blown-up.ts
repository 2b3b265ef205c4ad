import type { RunRecord, ScenarioRecord } from '../reports/run-record.ts';
import { FINDING_KINDS, type Finding } from '../schemas/finding.ts';

/** Departures of as many causes as there are kinds and a hundred places. */
const findingFor = ({ clause, exchanges }: ScenarioRecord, at: number): Finding => ({
  kind: FINDING_KINDS[at % FINDING_KINDS.length] ?? 'wrong-name',
  check: 'bench',
  level: at % 3 === 0 ? 'MUST' : 'SHOULD',
  origin: 'spec',
  clause,
  pointer: `/details/${at % 7}/member-${at % 100}`,
  expected: 'one of "A", "B"',
  actual: '"C", which no clause knows',
  exchange: exchanges.length - 1,
  explanation: 'The answer says C, where the contract has A or B.',
});

/** A run of many scenarios: those of a real one again and again, each with evidence of its own; every second departs. */
export function blownUp(record: RunRecord, size: number): RunRecord {
  const texts = record.scenarios.map((scenario) => JSON.stringify(scenario));
  const scenarios = Array.from({ length: size }, (_, at): ScenarioRecord => {
    const scenario: ScenarioRecord = JSON.parse(texts[at % texts.length] ?? '');
    const id = `${scenario.id}.${at}`;
    return at % 2 === 0
      ? { ...scenario, id }
      : { ...scenario, id, verdict: 'fail', findings: [findingFor(scenario, at)] };
  });
  return { ...record, scenarios };
}
