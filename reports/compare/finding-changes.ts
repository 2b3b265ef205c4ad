import { type Finding, fingerprintOf } from '../../schemas/finding.ts';
import type { RunRecord, ScenarioRecord } from '../run-record.ts';
import { isDeparture } from '../summary/departures.ts';
import type { Change } from './change.ts';
import { isJudged, scenariosById, whyUnknown } from './scenario-index.ts';

type ByFingerprint = ReadonlyMap<string, Finding>;

const byFingerprint = (scenario: ScenarioRecord | undefined): ByFingerprint =>
  new Map(scenario?.findings.map((finding) => [fingerprintOf(scenario.id, finding), finding]));

/** The findings of the first that the second has not, each fingerprint once. */
const missingIn = (all: ByFingerprint, others: ByFingerprint): readonly (readonly [string, Finding])[] =>
  [...all].filter(([fingerprint]) => !others.has(fingerprint));

function named({ kind, level, pointer, expected, actual }: Finding): string {
  const where = pointer === '' ? '' : ` at ${pointer}`;
  return `${level} ${kind}${where} (expected ${expected}, actual ${actual})`;
}

/** What could be known before: nothing where the scenario came to no verdict. */
const doubt = (before: ScenarioRecord | undefined): string =>
  isJudged(before) ? '' : `; before, the scenario was ${before === undefined ? 'not judged' : whyUnknown(before)}`;

function addedIn(after: RunRecord, scenario: ScenarioRecord, before: ScenarioRecord | undefined): readonly Change[] {
  const isFailing = isDeparture(after);
  return missingIn(byFingerprint(scenario), byFingerprint(before)).map(([subject, finding]) => ({
    kind: 'added',
    subject,
    scenario: scenario.id,
    level: finding.level,
    isRegression: isFailing({ scenario, finding }),
    finding,
    sentence: `${scenario.id}: ${named(finding)} is new${finding.accepted ? `, and accepted as ${finding.accepted}` : ''}${doubt(before)}.`,
  }));
}

const removedFrom = (before: ScenarioRecord | undefined, after: ScenarioRecord): readonly Change[] =>
  missingIn(byFingerprint(before), byFingerprint(after)).map(([subject, finding]) => ({
    kind: 'removed',
    subject,
    scenario: after.id,
    level: finding.level,
    isRegression: false,
    finding,
    sentence: `${after.id}: ${named(finding)} no longer shows.`,
  }));

/** Findings that are new or gone. One is gone only where its scenario was judged: otherwise nothing is known of it. */
export function findingChanges(before: RunRecord, after: RunRecord): readonly Change[] {
  const earlier = scenariosById(before);
  return after.scenarios.flatMap((scenario) => {
    const was = earlier.get(scenario.id);
    const removed = isJudged(scenario) ? removedFrom(was, scenario) : [];
    return [...addedIn(after, scenario, was), ...removed];
  });
}
