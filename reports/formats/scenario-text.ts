import { namedKind } from '../kinds/kind-pages.ts';
import type { RunRecord, ScenarioRecord } from '../run-record.ts';
import { isDeparture, isKnown } from '../summary/departures.ts';
import type { Explain } from '../summary/findings-section.ts';
import { clipped, inert, inertLines } from './inert-text.ts';

/** Longest text about one finding, in UTF-16 units: ours; the record has all of it. */
const LONGEST = 8000;

/** How many findings of one scenario are told in full: ours. */
const TOLD = 5;

/** What one scenario has to say of itself: a line, and everything. */
export interface ScenarioText {
  /** The kind of what counts first, or the verdict. */
  readonly kind: string;
  readonly line: string;
  readonly full: string;
}

function foundIn(record: RunRecord, scenario: ScenarioRecord, explain: Explain): ScenarioText {
  const drawn = scenario.findings.map((finding) => ({ scenario, finding }));
  const departures = drawn.filter(isDeparture(record));
  const told = departures.length > 0 ? departures : drawn.filter(isKnown(record));
  const rest = told.length - TOLD;
  const texts = told.slice(0, TOLD).map((one) => inertLines(clipped(explain(one), LONGEST)));
  const first = told[0]?.finding;
  const known = first?.accepted === undefined ? '' : ` (known: ${first.accepted})`;
  const kind = first?.kind ?? scenario.verdict;
  return {
    kind,
    line: inert(`${namedKind(kind)}: ${clipped(first?.explanation ?? '', LONGEST)}${known}`),
    full: [...texts, ...(rest > 0 ? [`… and ${rest} more findings in run.json`] : [])].join('\n\n'),
  };
}

/** Why a scenario did not pass: its findings that count, or the reason why nothing is known. */
export function scenarioText(record: RunRecord, scenario: ScenarioRecord, explain: Explain): ScenarioText {
  if (scenario.verdict === 'fail') return foundIn(record, scenario, explain);
  const reason = inert(clipped(scenario.reason ?? 'no reason given', LONGEST));
  return { kind: scenario.verdict, line: reason, full: reason };
}
