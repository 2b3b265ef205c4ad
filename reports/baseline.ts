import { type Finding, type FindingKind, placeOf } from '../schemas/finding.ts';
import type { ScenarioRecord } from './run-record.ts';

/** What an accepted departure shows as. */
export interface AcceptedFinding {
  readonly kind: FindingKind;
  /** Into the answer's body, array indices written `*`. */
  readonly pointer: string;
  /** A text that stands in the finding's `actual`; any where it is left out. Another one is a new departure. */
  readonly actual?: string;
}

/** One departure that somebody accepted: it is shown as known and does not fail a run. */
export interface BaselineEntry {
  /** Stable, in kebab-case; what a record's findings are marked with. */
  readonly id: string;
  readonly findings: readonly AcceptedFinding[];
  /** Ids of the scenarios that show it, `*` for any text; every scenario where it is left out. */
  readonly scenarios?: readonly string[];
  readonly reason: string;
  readonly owner: string;
  /** The day on which it was accepted, YYYY-MM-DD. */
  readonly date: string;
  /** The last day on which it is accepted, YYYY-MM-DD. */
  readonly expires?: string;
  /** Where the departure is known from. */
  readonly source: string;
}

/** What is accepted of a target. */
export interface Baseline {
  readonly format: 1;
  /** The target's name. */
  readonly target: string;
  readonly accepted: readonly BaselineEntry[];
}

/** The baseline that a run used. */
export interface UsedBaseline {
  /** Where it was read, for a person. */
  readonly file: string;
  readonly accepted: readonly BaselineEntry[];
}

/** Whether an entry accepts nothing any more in a run that began at an instant, or on a day. */
export const isExpired = ({ expires }: BaselineEntry, startedAt: string): boolean =>
  expires !== undefined && startedAt.slice(0, expires.length) > expires;

/** What an entry's name of scenarios stands for: `*` is any text. */
export const patternOf = (text: string): RegExp =>
  new RegExp(
    `^${text
      .split('*')
      .map((part) => part.replaceAll(/[\\^$.|?+()[\]{}]/g, '\\$&'))
      .join('.*')}$`,
  );

/** Whether an entry speaks of a scenario. */
export const isAbout = ({ scenarios }: BaselineEntry, scenario: string): boolean =>
  scenarios === undefined || scenarios.some((pattern) => patternOf(pattern).test(scenario));

/** Whether a finding is the accepted one, in its words too. */
export const isMet = ({ kind, pointer, actual = '' }: AcceptedFinding, finding: Finding): boolean =>
  kind === finding.kind && pointer === placeOf(finding.pointer) && finding.actual.includes(actual);

/** A scenario with each of its findings marked by the entry that accepts it, on the day the run began. */
export function withAccepted<S extends Pick<ScenarioRecord, 'id' | 'findings'>>(
  scenario: S,
  { baseline, startedAt }: { readonly baseline?: UsedBaseline; readonly startedAt: string },
): S {
  if (baseline === undefined) return scenario;
  const entries = baseline.accepted.filter((entry) => !isExpired(entry, startedAt) && isAbout(entry, scenario.id));
  const findings = scenario.findings.map((finding) => {
    const entry = entries.find((candidate) => candidate.findings.some((accepted) => isMet(accepted, finding)));
    return entry === undefined ? finding : { ...finding, accepted: entry.id };
  });
  return { ...scenario, findings };
}
