import type { Target } from '../targets/target.ts';
import { missingCapability } from './capabilities.ts';
import { CANCELLABLE, DELETABLE, PREAMBLES, stateShown } from './preambles.ts';
import type { Scenario, SystemName } from './scenario.ts';
import { openStock, type Stock } from './stock.ts';

/** How many calls one scenario takes. */
export interface PlannedScenario {
  readonly id: string;
  readonly calls: number;
}

/** How many calls a run takes where nothing goes wrong: none of them is made to know it. */
export interface RunPlan {
  readonly scenarios: readonly PlannedScenario[];
  /** Tokens, the canary, and clearing up what scenarios shared. */
  readonly around: number;
  readonly total: number;
}

/** Calls of the canary beside its token: create, get, delete. */
const CANARY_CALLS = 3;

const cancels = ({ when, expected }: Scenario): boolean =>
  when.pathSegment === undefined &&
  expected.some(({ status, ack }) => (ack === undefined ? status.every((code) => code < 300) : ack === 'Success'));

/** Calls up to the request under test: none on an invoice that stands already. */
function before({ given }: Scenario, stock: Stock): number {
  if (given.state === 'UNKNOWN' || stock.borrow(given) !== undefined) return 0;
  return PREAMBLES[given.state].length + 1;
}

/** Calls after it: the state read, and the invoice proven cancellable, or deleted. */
function after(scenario: Scenario, stock: Stock): number {
  const { given, when } = scenario;
  if (when.pathSegment !== undefined && given.state === 'UNKNOWN') return 0;
  if (cancels(scenario)) return 1;
  if (given.shared) stock.giveBack({ id: '', given });
  if (given.shared) return 1;
  return CANCELLABLE.has(stateShown(given.state)) || DELETABLE.has(given.state) ? 2 : 1;
}

function callsOf(scenario: Scenario, target: Target, stock: Stock): number {
  if (missingCapability(scenario, target) !== undefined) return 0;
  return before(scenario, stock) + (scenario.when.atOnce ?? 1) + after(scenario, stock);
}

/** The shared invoices that stand in the end, which are cancelled or deleted then. */
function leftShared(scenarios: readonly Scenario[], stock: Stock): number {
  let left = 0;
  for (const { given } of scenarios) while (given.shared && stock.borrow(given) !== undefined) left += 1;
  return left;
}

/** Merchants that need a token: the owner, and the foreign one where a scenario sends its. The legacy system has none. */
function tokens(system: SystemName, scenarios: readonly Scenario[], target: Target): number {
  if (system === 'legacy') return 0;
  const foreign = scenarios.some(
    (scenario) => scenario.when.credential === 'foreign' && missingCapability(scenario, target) === undefined,
  );
  return foreign ? 2 : 1;
}

/** The calls that one system's scenarios take; those of a system that the target has not take none. */
function planOfSystem(system: SystemName, all: readonly Scenario[], target: Target): RunPlan {
  const scenarios = all.filter((scenario) => (scenario.system ?? 'rest') === system);
  const stock = openStock();
  const planned = scenarios.map((scenario) => ({ id: scenario.id, calls: callsOf(scenario, target, stock) }));
  const isAsked = system === 'rest' || planned.some(({ calls }) => calls > 0);
  const canary = target.judges === 'service' && isAsked ? CANARY_CALLS : 0;
  const around = tokens(system, scenarios, target) + canary + leftShared(scenarios, stock);
  return { scenarios: planned, around, total: planned.reduce((sum, { calls }) => sum + calls, around) };
}

/** The calls of a run of these scenarios, one after the other; the longer way where the contract leaves the answer open. Several at once may make a few shared invoices more. */
export function planOf(scenarios: readonly Scenario[], target: Target): RunPlan {
  const [rest, legacy] = [planOfSystem('rest', scenarios, target), planOfSystem('legacy', scenarios, target)];
  return {
    scenarios: [...rest.scenarios, ...legacy.scenarios],
    around: rest.around + legacy.around,
    total: rest.total + legacy.total,
  };
}

/** How many calls a run may make where nobody says: twice what the whole suite takes. */
export const defaultBudget = (suite: readonly Scenario[], target: Target): number => 2 * planOf(suite, target).total;
