import type { FullResult, Reporter, Suite, TestCase, TestError, TestResult } from '@playwright/test/reporter';
import { keepEnvironmentSecrets } from '../schemas/secrets/environment-secrets.ts';
import type { Verdict } from '../schemas/verdict.ts';
import { recordDefect } from './defect.ts';
import { appendToJournal } from './journal.ts';
import { type Progress, progressLine } from './progress.ts';

/** How often a line is printed where there is no terminal, in milliseconds. */
const LINE_EVERY_MS = 3000;

/** How often the live line of a terminal is drawn at most, in milliseconds. */
const DRAW_EVERY_MS = 80;

/** What the configuration hands over. */
export interface ReporterOptions {
  /** Where the run's journal lies. */
  readonly directory: string;
}

const isVerdict = (text: string | undefined): text is Verdict =>
  text === 'pass' || text === 'fail' || text === 'inconclusive' || text === 'inapplicable';

/** Progress while the suite runs, and the run failed at its end; everything else is read from the journal. */
export default class ProgressReporter implements Reporter {
  readonly #directory: string;
  readonly #started = performance.now();
  readonly #verdicts: Record<Verdict, number> = { pass: 0, fail: 0, inconclusive: 0, inapplicable: 0 };
  readonly #live = process.stdout.isTTY === true && process.env.TERM !== 'dumb';
  #planned = 0;
  #latest = '';
  #drawn = 0;
  #defects = 0;

  constructor({ directory }: ReporterOptions) {
    this.#directory = directory;
    keepEnvironmentSecrets();
    stopWithParent();
  }

  printsToStdio(): boolean {
    return true;
  }

  onBegin(_config: unknown, suite: Suite): void {
    const scenarios = suite.allTests().map(({ title }) => title);
    this.#planned = scenarios.length;
    appendToJournal(this.#directory, { kind: 'plan', scenarios });
    // The first scenario waits for the target to start: a person sees that something happens.
    if (this.#planned > 0) this.#draw(false);
  }

  onTestEnd({ title }: TestCase, { annotations, status, error }: TestResult): void {
    const verdict = annotations.find(({ type }) => type === 'verdict')?.description;
    if (isVerdict(verdict)) this.#verdicts[verdict] += 1;
    if (status === 'failed' || status === 'timedOut') this.#defect(title, error);
    this.#latest = title;
    this.#draw(false);
  }

  onError(error: TestError): void {
    // A grep that matches nothing is the caller's mistake, told by the empty plan.
    if (error.message !== 'Error: No tests found') this.#defect(null, error);
  }

  async onEnd({ status }: FullResult): Promise<{ status: FullResult['status'] }> {
    if (this.#planned > 0) this.#draw(true);
    if (this.#live) process.stdout.write('\r\x1b[2K');
    const known = this.#verdicts.fail + this.#verdicts.inconclusive + this.#defects === 0;
    return { status: status === 'passed' && !known ? 'failed' : status };
  }

  #defect(scenario: string | null, error: TestError | undefined): void {
    this.#defects += 1;
    const message = error?.message ?? error?.value ?? 'The scenario did not end';
    recordDefect(this.#directory, scenario, Object.assign(new Error(message), { stack: error?.stack ?? message }));
  }

  #draw(last: boolean): void {
    const elapsedMs = performance.now() - this.#started;
    if (!last && elapsedMs - this.#drawn < (this.#live ? DRAW_EVERY_MS : LINE_EVERY_MS)) return;
    this.#drawn = elapsedMs;
    const progress: Progress = { planned: this.#planned, verdicts: this.#verdicts, latest: this.#latest, elapsedMs };
    const line = progressLine(last ? { ...progress, latest: '' } : progress);
    if (this.#live) process.stdout.write(`\r\x1b[2K${line.slice(0, (process.stdout.columns || 80) - 1)}`);
    else process.stdout.write(`${line}\n`);
  }
}

/** The command that started this process holds a channel to it: where that breaks, nobody is left to run for. */
function stopWithParent(): void {
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  process.channel?.unref();
}
