import type { RunEnvironment } from '../suites/run-environment.ts';
import { newRunId } from '../suites/run-id.ts';
import type { Target } from '../targets/target.ts';
import { ledgerFile } from './ledger-of.ts';
import type { RunOptions } from './run-options.ts';

/** Calls a second where nobody says: ours, since PayPal publishes no limit. A mock has none. */
const DEFAULT_RATE: Readonly<Record<Target['judges'], number>> = { service: 5, mock: 0 };

/** Calls a second on a target where nobody says, 0 for no limit. */
export const defaultRate = ({ judges }: Target): number => DEFAULT_RATE[judges];

/** How fast a run calls: calls a second, 0 for no limit. */
export const rateOf = ({ rate }: Pick<RunOptions, 'rate'>, target: Target): number => rate ?? defaultRate(target);

/** How a run behaves on its target: pace, budget, ledger and part of the plan. */
export const conductOf = (
  options: RunOptions,
  target: Target,
): Pick<RunEnvironment, 'ledger' | 'callsPerSecond' | 'maxCalls' | 'shard'> & { readonly runId: string } => ({
  runId: newRunId(),
  ledger: ledgerFile(target.name),
  callsPerSecond: rateOf(options, target),
  ...(options.maxCalls !== undefined && { maxCalls: options.maxCalls }),
  ...(options.shard && { shard: options.shard }),
});

/** Whether the plan has to be counted before the first call: where it may be refused, or the calls are somebody's. */
export const countsFirst = ({ plan, maxCalls }: RunOptions, { judges }: Target): boolean =>
  plan === true || maxCalls !== undefined || judges === 'service';

/** The plan of the scenarios that are asked for, and how many calls are allowed. Imported late: it derives every obligation of the contract. */
export async function planFor({ grep, maxCalls }: RunOptions, target: Target) {
  const [{ scenariosOf }, { planOf, defaultBudget }, { searchedText }] = await Promise.all([
    import('../suites/profile.ts'),
    import('../suites/run-plan.ts'),
    import('../suites/chosen.ts'),
  ]);
  const wanted = new RegExp(grep ?? '');
  const plan = planOf(
    scenariosOf(target.name).filter((scenario) => wanted.test(searchedText(scenario))),
    target,
  );
  return { plan, allowed: maxCalls ?? defaultBudget(scenariosOf(target.name), target) };
}
