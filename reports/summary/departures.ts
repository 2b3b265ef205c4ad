import { LEVELS } from '../../schemas/contract/clause.ts';
import { type Finding, fingerprintOf } from '../../schemas/finding.ts';
import type { RunRecord, ScenarioRecord } from '../run-record.ts';

/** A finding and the scenario that drew it. */
export interface Drawn {
  readonly scenario: ScenarioRecord;
  readonly finding: Finding;
}

/** All findings of a run, each with its scenario. */
export const drawnIn = ({ scenarios }: RunRecord): readonly Drawn[] =>
  scenarios.flatMap((scenario) => scenario.findings.map((finding) => ({ scenario, finding })));

const isFirm = ({ origin, level }: Finding, { failOn }: RunRecord): boolean =>
  origin !== 'undefined' && LEVELS.indexOf(level) <= LEVELS.indexOf(failOn);

/** Whether it fails the run: firm enough, resting on something promised or seen, and accepted by nobody. */
export const isDeparture =
  (record: RunRecord) =>
  ({ finding }: Drawn): boolean =>
    isFirm(finding, record) && finding.accepted === undefined;

/** Whether it would fail the run, had the baseline not accepted it. */
export const isKnown =
  (record: RunRecord) =>
  ({ finding }: Drawn): boolean =>
    isFirm(finding, record) && finding.accepted !== undefined;

/** Whether the contract is silent about it. */
export const isGap = ({ finding }: Drawn): boolean => finding.origin === 'undefined';

/** What is the same departure in several scenarios. */
export const samenessOf = ({ finding }: Drawn): string =>
  [fingerprintOf('', finding), finding.level, finding.clause.pointer, finding.expected].join('\n');
