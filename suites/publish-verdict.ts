import type { TestInfo } from '@playwright/test';
import { recordDefect } from '../reports/defect.ts';
import { appendToJournal } from '../reports/journal.ts';
import { findingText } from '../schemas/checks/finding-text.ts';
import type { ScenarioResult, Verdict } from '../schemas/verdict.ts';
import { locationOf } from './scenario-location.ts';

const annotate = ({ annotations }: TestInfo, verdict: string, reason?: string): void => {
  annotations.push({ type: 'verdict', description: verdict });
  if (reason !== undefined) annotations.push({ type: 'reason', description: reason });
};

/** What a test shows of a scenario whose verdict is in the journal. */
export interface Recorded {
  readonly verdict: Verdict | 'defect' | 'not-run';
  readonly reason?: string;
}

/** Writes the verdict to the journal as it falls. A throw that is no verdict is a defect, recorded as one. */
export async function recordVerdict(
  running: Promise<ScenarioResult>,
  id: string,
  directory: string,
): Promise<Recorded> {
  try {
    const result = await running;
    appendToJournal(directory, { kind: 'result', result });
    const { verdict, reason } = result;
    return { verdict, ...(reason !== undefined && { reason }) };
  } catch (thrown) {
    recordDefect(directory, id, thrown);
    return { verdict: 'defect' };
  }
}

/**
 * Lets Playwright know the verdict, and throws nothing: Playwright starts a new worker after each failed test, so the
 * command fails the run at its end instead.
 */
export const noteVerdict = ({ verdict, reason }: Recorded, testInfo: TestInfo): void =>
  annotate(testInfo, verdict, reason);

/** An error that Playwright shows at the scenario's own literal. */
function shownAt(id: string, message: string): Error {
  const location = locationOf(id);
  const error = new Error(message);
  if (location) error.stack = `Error: ${message}\n    at ${location.file}:${location.line}:1`;
  return error;
}

/** Lets Playwright show the verdict: red where it fails or nothing is known, skipped where the target lacks something. */
export function showVerdict(result: ScenarioResult, testInfo: TestInfo): void {
  const { id, verdict, reason = '', findings } = result;
  annotate(testInfo, verdict, result.reason);
  if (verdict === 'inapplicable') testInfo.skip(true, reason);
  if (verdict === 'inconclusive') throw shownAt(id, `Inconclusive: ${reason}`);
  if (verdict === 'fail')
    throw shownAt(
      id,
      findings.map((finding) => findingText(id, finding, result.exchanges[finding.exchange ?? -1])).join('\n\n'),
    );
}
