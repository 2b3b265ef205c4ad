import type { HarEntry } from '../clients/proxy/har.ts';
import { harEntryOf } from '../clients/proxy/har-entry-of.ts';
import type { HarFile } from '../clients/proxy/har-file.ts';
import type { Interest, Observer, Passed } from '../clients/proxy/passed.ts';
import { redactedEntry } from '../clients/proxy/redacted-entry.ts';
import { readHarEntry } from '../clients/recorded/har-entry.ts';
import { headersIn } from '../clients/recorded/shown-headers.ts';
import { findingText } from '../schemas/checks/finding-text.ts';
import type { Level } from '../schemas/contract/clause.ts';
import type { SuiteError } from '../schemas/contract/suite-error.ts';
import type { Exchange } from '../schemas/exchange.ts';
import { fingerprintOf } from '../schemas/finding.ts';
import { operationCalled } from '../schemas/library/known-operations.ts';
import type { ScenarioResult } from '../schemas/verdict.ts';
import { fails } from '../suites/judgement.ts';
import { judgeRecorded, resultOf } from './judge-entry.ts';
import { keepCredentials } from './keep-credentials.ts';
import type { ProxyTotals } from './proxy-text.ts';

/** The largest body of a cancel that is copied and judged, in bytes: as much as the suite's own client reads. */
const MAX_JUDGED_BYTES = 1_048_576;

/** The largest body of any other request that is recorded, in bytes. */
const MAX_RECORDED_BYTES = 65_536;

/** How often one finding is told in full: a client that repeats a call should not bury the others. */
const MOST_TOLD = 10;

/** How a live judge is set up. */
export interface LiveJudgeOptions {
  /** The weakest level that fails. */
  readonly failOn: Level;
  /** Whether the answer to a cancel waits for its verdict. */
  readonly isHeld: boolean;
  /** Where everything that passes is recorded, without secrets. */
  readonly har: HarFile | undefined;
  /** Where a finding is told. */
  readonly complain: (text: string) => void;
}

type Draft = { -readonly [member in keyof ProxyTotals]: ProxyTotals[member] } & { kinds: Map<string, number> };

const credentialsIn = ({ request, response }: HarEntry): readonly string[] =>
  [request, response].flatMap(({ headers }) => headersIn(headers).credentials);

/** What the header says: `pass`, `fail; findings=2`, `inconclusive; reason=BODY_NOT_RECORDED`. */
function verdictText({ verdict, findings, exchanges: [exchange] }: ScenarioResult): string {
  if (exchange?.response.kind === 'failure') return `${verdict}; reason=${exchange.response.code}`;
  return findings.length === 0 ? verdict : `${verdict}; findings=${findings.length}`;
}

/** Judges every cancel that passes as `judge` would judge its recording, and records what passes. */
export class LiveJudge implements Observer {
  readonly #options: LiveJudgeOptions;
  readonly #told = new Map<string, number>();
  readonly #underWay = new Set<Promise<string>>();
  readonly #totals: Draft = { judged: 0, inconclusive: 0, other: 0, failing: 0, kinds: new Map() };
  #entries = 0;
  #failure: SuiteError | undefined;

  constructor(options: LiveJudgeOptions) {
    this.#options = options;
  }

  get totals(): ProxyTotals {
    return this.#totals;
  }

  /** What ended the recording before its time; undefined where nothing did. */
  get failure(): SuiteError | undefined {
    return this.#failure;
  }

  interestIn(method: string, path: string): Interest | undefined {
    if (operationCalled(method, path) !== undefined)
      return { maxBodyBytes: MAX_JUDGED_BYTES, isHeld: this.#options.isHeld };
    this.#totals.other += 1;
    return this.#options.har && { maxBodyBytes: MAX_RECORDED_BYTES, isHeld: false };
  }

  seen(passed: Passed): Promise<string> {
    const said = this.#take(passed).finally(() => this.#underWay.delete(said));
    this.#underWay.add(said);
    return said;
  }

  /** Waits for what is being judged and ends the recording. */
  async close(): Promise<void> {
    await Promise.all(this.#underWay);
    this.#options.har?.close();
  }

  async #take(passed: Passed): Promise<string> {
    const entry = await harEntryOf(passed, MAX_JUDGED_BYTES);
    const reading = readHarEntry(entry, operationCalled);
    const isCancel = reading !== 'other' && 'exchange' in reading;
    this.#entries += 1;
    keepCredentials(isCancel ? reading.credentials : credentialsIn(entry));
    this.#record(entry);
    return isCancel ? this.#judge(reading.exchange) : 'other';
  }

  #judge(exchange: Exchange): string {
    const place = { prefix: 'proxied', file: 'the proxy', number: this.#entries };
    const result = resultOf(exchange, judgeRecorded(exchange, this.#options.failOn), place);
    this.#count(result);
    this.#tell(result);
    return verdictText(result);
  }

  #count({ verdict, findings }: ScenarioResult): void {
    if (verdict === 'inconclusive') this.#totals.inconclusive += 1;
    else this.#totals.judged += 1;
    for (const finding of findings) {
      const { kind } = finding;
      this.#totals.kinds.set(kind, (this.#totals.kinds.get(kind) ?? 0) + 1);
      if (fails(finding, this.#options.failOn)) this.#totals.failing += 1;
    }
  }

  #tell({ id, operation, findings, exchanges }: ScenarioResult): void {
    for (const finding of findings) {
      const likeness = fingerprintOf(operation, finding);
      const before = this.#told.get(likeness) ?? 0;
      this.#told.set(likeness, before + 1);
      if (before < MOST_TOLD) this.#options.complain(`${findingText(id, finding, exchanges[0])}\n\n`);
      if (before === MOST_TOLD)
        this.#options.complain(`${id}: ${finding.kind} again; from now on it is only counted.\n\n`);
    }
  }

  /** A disk that is full ends the recording, not the traffic. */
  #record(entry: HarEntry): void {
    if (this.#failure !== undefined) return;
    try {
      this.#options.har?.append(redactedEntry(entry));
    } catch (error) {
      this.#failure = error as SuiteError;
      this.#options.complain(`${this.#failure.message}; nothing more is recorded.\n`);
    }
  }
}
