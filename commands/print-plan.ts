import { SuiteError } from '../schemas/contract/suite-error.ts';
import type { RunPlan } from '../suites/run-plan.ts';
import { say } from './say.ts';

/** Prints the calls of each scenario and of the run: nothing is called. */
export function printPlan({ scenarios, around, total }: RunPlan, maxCalls: number, callsPerSecond: number): void {
  const width = String(total).length;
  const row = (calls: number, text: string): string => `${String(calls).padStart(width)}  ${text}`;
  const seconds =
    callsPerSecond === 0 ? '' : `, at least ${Math.ceil(total / callsPerSecond)} s at ${callsPerSecond} a second`;
  const lines = [
    ...scenarios.map(({ id, calls }) => row(calls, id)),
    row(around, 'tokens, canary and clearing up'),
    row(total, `calls in all${seconds}; at most ${maxCalls} are made`),
  ];
  say(`${lines.join('\n')}\n`);
}

/** Refuses a plan that takes more calls than are allowed (USAGE), before the first of them. */
export function assertWithin({ total }: RunPlan, maxCalls: number): void {
  if (total <= maxCalls) return;
  throw new SuiteError('USAGE', `The plan takes ${total} calls, and --max-calls allows ${maxCalls}`, {
    hint: `Allow at least ${total}, or choose fewer scenarios with --grep; run --plan prints the calls of each.`,
  });
}
