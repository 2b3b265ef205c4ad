import type { Level } from '../schemas/contract/clause.ts';
import type { SuiteErrorCode } from '../schemas/contract/suite-error.ts';
import { type Exchange, headerOf } from '../schemas/exchange.ts';
import type { Finding } from '../schemas/finding.ts';
import type { EndedEarly, Leftover, Orphan, ScenarioResult } from '../schemas/verdict.ts';
import type { UsedBaseline } from './baseline.ts';
import { type BaselineNews, baselineNews } from './baseline-news.ts';
import { parityOf } from './parity/parity-of.ts';
import type { ParityRow } from './parity/parity-row.ts';
import { addTotals, type FindingTotals, NO_FINDINGS, type Traffic } from './traffic.ts';

/** A contract judged by: its file as clauses cite it, its own version, and the hash of its bytes. */
export interface UsedContract {
  readonly file: string;
  readonly version: string;
  readonly sha256: string;
}

/** What is known of a run before its first scenario. */
export interface RunHeader {
  readonly format: 1;
  /** Unique to the run. */
  readonly id: string;
  readonly suite: { readonly name: string; readonly version: string };
  readonly contract: UsedContract;
  /** That of the legacy system; absent where the target has none. */
  readonly legacyContract?: UsedContract;
  readonly target: {
    readonly name: string;
    readonly judges: 'mock' | 'service' | 'client';
    readonly baseUrl: string;
    /** The client that was judged, as it was named; absent where a target was. */
    readonly client?: string;
  };
  /** Which part of the plan was run, `current` counted from 1; absent where it was the whole. */
  readonly shard?: { readonly current: number; readonly total: number };
  /** Findings of this level and above fail the run. */
  readonly failOn: Level;
  /** Absent where none was used. */
  readonly baseline?: UsedBaseline;
  /** Whether only some scenarios of the suite were asked for. */
  readonly partial?: boolean;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
}

/** A throw that is no verdict: the suite itself, or its configuration, is at fault. Its stack is in `defects.log`. */
export interface Defect {
  /** The scenario's id; null where it struck outside of one. */
  readonly scenario: string | null;
  readonly code: SuiteErrorCode;
  readonly message: string;
  readonly hint: string | null;
}

/** One obligation and how far this run got with it, as the coverage hands it over. */
export interface CoverageEntry {
  readonly id: string;
  /** What kind of promise it is, e.g. `status`, `issue`, `request keyword`. */
  readonly group: string;
  readonly subject: string;
  /** `verified`, `rehearsed`, `unclaimed`, … */
  readonly standing: string;
  readonly reason?: string;
  /** Ids of the scenarios that claim it. */
  readonly claimedBy: readonly string[];
}

/** A scenario's result with the debug ids that its answers carried, for a support case. */
export type ScenarioRecord = ScenarioResult & { readonly debugIds: readonly string[] };

/** How many of each. */
export interface Totals {
  readonly planned: number;
  readonly pass: number;
  readonly fail: number;
  readonly inconclusive: number;
  readonly inapplicable: number;
  /** Planned, and without a verdict. */
  readonly notRun: number;
  readonly defects: number;
  readonly requests: number;
  /** By level; those of origin `undefined` count under `undefined` alone. */
  readonly findings: FindingTotals;
  /** Those of them that the baseline accepts. */
  readonly accepted: FindingTotals;
}

/** All verdicts and evidence of one run: what `run.json` holds. */
export interface RunRecord extends RunHeader {
  readonly baseline?: UsedBaseline & BaselineNews;
  /** ISO 8601, UTC: the end, or the last sign of life of a run that was killed. */
  readonly finishedAt: string;
  /** Whether the run ended before its plan was done. */
  readonly interrupted: boolean;
  readonly totals: Totals;
  readonly defects: readonly Defect[];
  /** Why the run ended before its plan was done, where nobody stopped it; null otherwise. */
  readonly endedEarly: EndedEarly | null;
  /** Invoices of this run that still stand on the account. */
  readonly leftovers: readonly Leftover[];
  /** Invoices of earlier runs that still stand on the account. */
  readonly orphans: readonly Orphan[];
  /** Ids of planned scenarios without a verdict. */
  readonly notRun: readonly string[];
  readonly coverage: readonly CoverageEntry[];
  /** Legacy codes against REST answers; absent where the legacy system was asked nothing. */
  readonly parity?: readonly ParityRow[];
  /** Of a run that judged recordings: what was in them. Of exchanges that are alike only the first stand among the scenarios. */
  readonly traffic?: Traffic;
  readonly scenarios: readonly ScenarioRecord[];
}

/** Everything a journal says, in the order of its kinds. */
export interface JournalContents {
  readonly header: RunHeader;
  readonly planned: readonly string[];
  readonly scenarios: readonly ScenarioRecord[];
  readonly defects: readonly Defect[];
  readonly leftovers: readonly Leftover[];
  readonly orphans?: readonly Orphan[];
  readonly endedEarly?: EndedEarly | null;
  readonly traffic?: Traffic;
  /** null where the run never came to its end. */
  readonly end: { readonly at: string; readonly interrupted: boolean } | null;
  /** Requests of all scenarios: counted while reading, since evidence may be left in the file. */
  readonly requests: number;
}

const DEBUG_ID_IN_BODY = /"debug_id"\s*:\s*"([^"]{1,100})"/;

/** What the legacy system calls it, in JSON, NV and XML. */
const CORRELATION_ID_IN_BODY = /\bcorrelationId(?:"\s{0,20}:\s{0,20}"|=|>)([\w-]{1,100})/;

function debugIdOf({ response }: Exchange): string | undefined {
  if (response.kind === 'failure') return undefined;
  return (
    headerOf(response.headers, 'paypal-debug-id') ??
    (DEBUG_ID_IN_BODY.exec(response.body) ?? CORRELATION_ID_IN_BODY.exec(response.body))?.[1]
  );
}

/** A result as the record holds it. */
export const scenarioRecordOf = (result: ScenarioResult): ScenarioRecord => ({
  ...result,
  debugIds: [...new Set(result.exchanges.map(debugIdOf).filter((id) => id !== undefined))],
});

/** How many findings there are, by level. */
export function findingTotals(findings: readonly Finding[]): FindingTotals {
  const totals = { MUST: 0, SHOULD: 0, MAY: 0, undefined: 0 };
  for (const { origin, level } of findings) totals[origin === 'undefined' ? 'undefined' : level] += 1;
  return totals;
}

function totalsOf({ planned, scenarios, defects, requests, traffic }: JournalContents, notRun: number): Totals {
  const { pass = 0, fail = 0, inconclusive = 0 } = traffic?.counted ?? {};
  const verdicts = { pass, fail, inconclusive, inapplicable: 0 };
  for (const { verdict } of scenarios) verdicts[verdict] += 1;
  const all = scenarios.flatMap((scenario) => scenario.findings);
  const accepted = findingTotals(all.filter((finding) => finding.accepted !== undefined));
  return {
    planned: planned.length + pass + fail + inconclusive,
    ...verdicts,
    notRun,
    defects: defects.length,
    requests: requests + (traffic?.counted.requests ?? 0),
    findings: addTotals(findingTotals(all), traffic?.counted.findings ?? NO_FINDINGS),
    accepted: addTotals(accepted, traffic?.counted.accepted ?? NO_FINDINGS),
  };
}

/** When the last of the scenarios ended; the run's own start where there is none. */
const lastSignOfLife = (scenarios: readonly ScenarioRecord[], start: string): string =>
  new Date(
    scenarios.reduce(
      (latest, { startedAt, durationMs }) => Math.max(latest, Date.parse(startedAt) + durationMs),
      Date.parse(start),
    ),
  ).toISOString();

/** The record of a run, from what its journal says. */
export function runRecordOf(journal: JournalContents, coverage: readonly CoverageEntry[]): RunRecord {
  const { header, scenarios, planned, defects, endedEarly = null, leftovers, orphans = [], traffic, end } = journal;
  const judged = new Set(scenarios.map(({ id }) => id));
  const notRun = planned.filter((id) => !judged.has(id));
  const { baseline, ...head } = header;
  const { startedAt, partial = false, shard } = head;
  const interrupted = end?.interrupted ?? true;
  const isWhole = !partial && shard === undefined && !interrupted && notRun.length === 0;
  const parity = parityOf(scenarios);
  const news = baseline && baselineNews(baseline, { startedAt, scenarios }, isWhole);
  return {
    ...head,
    ...(baseline && news && { baseline: { ...baseline, ...news } }),
    finishedAt: end?.at ?? lastSignOfLife(scenarios, startedAt),
    interrupted,
    totals: totalsOf(journal, notRun.length),
    endedEarly,
    defects,
    leftovers,
    orphans,
    notRun,
    coverage,
    ...(parity.length > 0 && { parity }),
    ...(traffic && { traffic }),
    scenarios,
  };
}
