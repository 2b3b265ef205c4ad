import { type BaselineEntry, withAccepted } from '../reports/baseline.ts';
import { codeOf } from '../reports/kinds/kind-pages.ts';
import type { RunRecord } from '../reports/run-record.ts';
import { type Drawn, drawnIn, isDeparture } from '../reports/summary/departures.ts';
import { nearestFirst } from '../schemas/checks/nearest.ts';
import { SuiteError } from '../schemas/contract/suite-error.ts';
import { fingerprintOf } from '../schemas/finding.ts';

/** How many names that are written alike are shown. */
const NEAREST = 3;

const refused = (message: string, hint: string): SuiteError => new SuiteError('USAGE', message, { hint });

/** Everything that a departure can be called by. */
const namesOf = ({ scenario, finding }: Drawn): readonly string[] => [
  scenario.id,
  fingerprintOf(scenario.id, finding),
  finding.kind,
  ...[codeOf(finding.kind) ?? []].flat(),
];

/** The record as the baseline of today sees it, whatever was accepted when it was made. */
const seenBy = (record: RunRecord, accepted: readonly BaselineEntry[], today: string): RunRecord => ({
  ...record,
  scenarios: record.scenarios
    .map((scenario) => ({ ...scenario, findings: scenario.findings.map(({ accepted: _, ...finding }) => finding) }))
    .map((scenario) => withAccepted(scenario, { baseline: { file: '', accepted }, startedAt: today })),
});

/** Refuses a run of which nothing is known: what it found may be an outage's doing. */
function assertTold({ endedEarly, defects }: RunRecord): void {
  if (endedEarly?.cause === 'outage')
    throw refused('The run ended in an outage: nothing that it found counts', 'Run again when the service is back.');
  const [defect] = defects.filter(({ scenario }) => scenario === null);
  if (defect !== undefined)
    throw refused(
      `The run came to no verdict: ${defect.message}`,
      'Mend the set-up and run again; it is never accepted.',
    );
}

/** Why nothing can be accepted of a scenario; undefined where it was judged. */
function whyNot(record: RunRecord, name: string): string | undefined {
  const scenario = record.scenarios.find(({ id }) => id === name);
  if (record.notRun.includes(name) || record.defects.some(({ scenario: id }) => id === name))
    return `${name} came to no verdict`;
  if (scenario === undefined) return undefined;
  if (scenario.verdict === 'inconclusive' || scenario.verdict === 'inapplicable')
    return `${name} is ${scenario.verdict}${scenario.reason ? `: ${scenario.reason}` : ''}`;
  return scenario.findings.length === 0 ? `${name} has passed` : undefined;
}

/** What one name of `--only` stands for (USAGE where that is nothing that can be accepted). */
function namedIn(record: RunRecord, all: readonly Drawn[], name: string): readonly Drawn[] {
  const found = all.filter((one) => namesOf(one).includes(name));
  const why = found.length === 0 ? whyNot(record, name) : undefined;
  if (why !== undefined) throw refused(why.replace(/\.$/, ''), 'Only a departure that was judged can be accepted.');
  if (found.length === 0) {
    const nearest = nearestFirst(name, new Set(all.flatMap(namesOf))).slice(0, NEAREST);
    throw refused(
      `The run has no departure called ${JSON.stringify(name)}`,
      nearest.length > 0 ? `The nearest are: ${nearest.join(', ')}.` : 'It has none at all.',
    );
  }
  const open = found.filter(({ finding }) => finding.accepted === undefined);
  if (open.length === 0)
    throw refused(`${name} is accepted already, as ${found[0]?.finding.accepted}`, 'Leave it out of --only.');
  return open;
}

/** A finding that the contract leaves open fails no run, and one without a verdict is nobody's to accept. */
const isAcceptable = ({ scenario, finding }: Drawn): boolean =>
  finding.origin !== 'undefined' && (scenario.verdict === 'fail' || scenario.verdict === 'pass');

/**
 * The departures of a run that are to be accepted: those that `only` names, or all that fail it and that the baseline does
 * not accept on the day `today` (USAGE).
 */
export function chosenDepartures(
  record: RunRecord,
  accepted: readonly BaselineEntry[],
  today: string,
  only?: readonly string[],
): readonly Drawn[] {
  assertTold(record);
  const seen = seenBy(record, accepted, today);
  const all = drawnIn(seen).filter(isAcceptable);
  if (only === undefined) return all.filter(isDeparture(seen));
  return [...new Set(only.flatMap((name) => namedIn(seen, all, name)))];
}
