import { withAccepted } from '../reports/baseline.ts';
import { appendToJournal } from '../reports/journal.ts';
import { findingTotals, type RunHeader } from '../reports/run-record.ts';
import { addTotals, type Counted, NO_FINDINGS } from '../reports/traffic.ts';
import { type Finding, placeOf } from '../schemas/finding.ts';
import type { ScenarioResult } from '../schemas/verdict.ts';

/** How many exchanges of one kind are recorded with their evidence: ours; one is enough where nothing departs. */
const RECORDED = { pass: 1, fail: 10, inconclusive: 10, inapplicable: 0 } as const;

/** How many exchanges are recorded in all: ours, so that neither memory nor record grows with the recording. */
const MOST_RECORDED = 1000;

/** How much evidence is recorded in all, in characters: ours, against recordings of large bodies. */
const MOST_EVIDENCE = 8 * 1024 * 1024;

const evidenceOf = ({ exchanges }: ScenarioResult): number =>
  exchanges.reduce(
    (sum, { request, response }) =>
      sum + (request.body?.length ?? 0) + (response.kind === 'answer' ? response.body.length : 0),
    0,
  );

/** What makes exchanges alike: how they were answered, and in what they depart. */
function likenessOf({ operation, verdict, reason = '', findings, exchanges }: ScenarioResult): string {
  const status = exchanges[0]?.response.kind === 'answer' ? exchanges[0].response.status : 0;
  const drawn = new Set(findings.map((finding) => `${finding.kind}@${placeOf(finding.pointer)}`));
  return [operation, verdict, status, reason, ...[...drawn].sort()].join('\n');
}

type Draft = { -readonly [member in keyof Counted]: Counted[member] };

/** Records the first exchanges of each kind in the journal, and counts the rest. */
export class JudgeTally {
  readonly #directory: string;
  readonly #header: RunHeader;
  readonly #seen = new Map<string, number>();
  readonly #ids: string[] = [];
  #evidence = 0;
  readonly #counted: Draft = {
    pass: 0,
    fail: 0,
    inconclusive: 0,
    requests: 0,
    findings: NO_FINDINGS,
    accepted: NO_FINDINGS,
  };

  readonly #begin: () => void;

  /** `begin` is called before the first one is written down. */
  constructor(directory: string, header: RunHeader, begin: () => void) {
    this.#begin = begin;
    this.#directory = directory;
    this.#header = header;
  }

  get counted(): Counted {
    return this.#counted;
  }

  /** Ids of those that were recorded. */
  get ids(): readonly string[] {
    return this.#ids;
  }

  /** Whether this exchange is recorded: then the caller takes its secrets out first. */
  takes(result: ScenarioResult): boolean {
    const likeness = likenessOf(result);
    const before = this.#seen.get(likeness) ?? 0;
    if (this.#ids.length >= MOST_RECORDED || before >= RECORDED[result.verdict]) return false;
    const evidence = this.#evidence + evidenceOf(result);
    if (evidence > MOST_EVIDENCE) return false;
    this.#evidence = evidence;
    this.#seen.set(likeness, before + 1);
    return true;
  }

  /** Writes one down. */
  record(result: ScenarioResult): void {
    this.#begin();
    this.#ids.push(result.id);
    appendToJournal(this.#directory, { kind: 'result', result });
  }

  /** Counts one like others that are recorded. */
  count(result: ScenarioResult): void {
    const { findings } = withAccepted(result, this.#header);
    if (result.verdict !== 'inapplicable') this.#counted[result.verdict] += 1;
    this.#counted.requests += result.exchanges.length;
    this.#counted.findings = addTotals(this.#counted.findings, findingTotals(findings));
    this.#counted.accepted = addTotals(this.#counted.accepted, findingTotals(findings.filter(isAccepted)));
  }

  /** Counts what could not be read. */
  countUnread(entries: number): void {
    this.#counted.inconclusive += entries;
  }
}

const isAccepted = ({ accepted }: Finding): boolean => accepted !== undefined;
