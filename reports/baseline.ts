import { type Finding, type FindingKind, placeOf } from '../schemas/finding.ts';
import type { RunRecord, ScenarioRecord } from './run-record.ts';

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

/** What a run has to say of its baseline's entries, by their ids. */
export interface BaselineNews {
  /** Out of date: what they accepted fails the run. */
  readonly expired: readonly string[];
  /** Not seen in a run of the whole suite: mended, or changed. */
  readonly unseen: readonly string[];
}

const isExpired = ({ expires }: BaselineEntry, startedAt: string): boolean =>
  expires !== undefined && startedAt.slice(0, expires.length) > expires;

const patternOf = (text: string): RegExp =>
  new RegExp(
    `^${text
      .split('*')
      .map((part) => part.replaceAll(/[\\^$.|?+()[\]{}]/g, '\\$&'))
      .join('.*')}$`,
  );

const isAbout = ({ scenarios }: BaselineEntry, scenario: string): boolean =>
  scenarios === undefined || scenarios.some((pattern) => patternOf(pattern).test(scenario));

const isMet = ({ kind, pointer, actual = '' }: AcceptedFinding, finding: Finding): boolean =>
  kind === finding.kind && pointer === placeOf(finding.pointer) && finding.actual.includes(actual);

/** A scenario with each of its findings marked by the entry that accepts it, on the day the run began. */
export function withAccepted<S extends Pick<ScenarioRecord, 'id' | 'findings'>>(
  scenario: S,
  { baseline, startedAt }: { readonly baseline?: UsedBaseline; readonly startedAt: string },
): S {
  if (baseline === undefined || scenario.findings.length === 0) return scenario;
  const entries = baseline.accepted.filter((entry) => !isExpired(entry, startedAt) && isAbout(entry, scenario.id));
  const findings = scenario.findings.map((finding) => {
    const entry = entries.find((candidate) => candidate.findings.some((accepted) => isMet(accepted, finding)));
    return entry === undefined ? finding : { ...finding, accepted: entry.id };
  });
  return { ...scenario, findings };
}

/** Both sides of a baseline: what it accepts no longer, and what it accepts in vain. Only a whole run shows the latter. */
export function baselineNews(
  { accepted }: UsedBaseline,
  { startedAt, scenarios }: Pick<RunRecord, 'startedAt' | 'scenarios'>,
  isWhole: boolean,
): BaselineNews {
  const seen = new Set(scenarios.flatMap(({ findings }) => findings.map((finding) => finding.accepted)));
  const expired = accepted.filter((entry) => isExpired(entry, startedAt));
  const unseen = isWhole
    ? accepted.filter((entry) => !expired.includes(entry) && !seen.has(entry.id) && couldShow(entry, scenarios))
    : [];
  return { expired: expired.map(({ id }) => id), unseen: unseen.map(({ id }) => id) };
}

/** Whether a scenario that could show it was judged: of one that was not, nothing is known. */
const couldShow = (entry: BaselineEntry, scenarios: readonly ScenarioRecord[]): boolean =>
  scenarios.some(({ id, verdict }) => (verdict === 'pass' || verdict === 'fail') && isAbout(entry, id));
