import { afterAll, beforeAll, expect, it } from 'vitest';
import { pointerTo } from '../schemas/contract/clause.ts';
import type { Obligation } from '../schemas/contract/obligation.ts';
import type { ScenarioResult } from '../schemas/verdict.ts';
import { liesAgainst } from '../targets/liars/against-obligation.ts';
import type { Lie } from '../targets/lie.ts';
import { cancelObligations, cancelOperation } from './cancel/cancel-contract.ts';
import { cancelScenarios } from './cancel/cancel-scenarios.ts';
import { unclaimed } from './cancel/unclaimed.ts';
import type { Scenario } from './scenario.ts';
import { type LieBench, openLieBench } from './selftest/lie-bench.ts';

const { obligations, unruled } = cancelObligations;
const byId = new Map(obligations.map((obligation) => [obligation.id, obligation]));
const open = obligations.filter(({ standing }) => standing === 'open');
const claimed = new Set(cancelScenarios.flatMap(({ claims }) => claims));
const idsOf = (some: readonly Obligation[]) => some.map(({ id }) => id);

let bench: LieBench;
beforeAll(async () => {
  bench = await openLieBench();
});
afterAll(() => bench.close());

const pairs = cancelScenarios.flatMap((scenario) =>
  scenario.claims.flatMap((claim) => {
    const obligation = byId.get(claim);
    return obligation?.standing === 'open' ? [{ scenario, obligation }] : [];
  }),
);

/** Whether a finding stands where the obligation does in a body. */
const isThere = ({ findings }: ScenarioResult, { keyword }: Obligation): boolean =>
  findings.some(({ pointer }) =>
    pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*').startsWith(pointerTo('', ...(keyword?.path ?? []))),
  );

const isRedBy = async (lie: Lie, scenario: Scenario): Promise<boolean> =>
  (await bench.judge(scenario, lie)).verdict === 'fail';

/** One lie is enough; against a member of a response's body every lie must be seen, and where it stands. */
async function isProven(scenario: Scenario, obligation: Obligation): Promise<boolean> {
  const lies = liesAgainst(obligation, cancelOperation);
  if (obligation.group !== 'response') {
    for (const lie of lies) if (await isRedBy(lie, scenario)) return true;
    return false;
  }
  for (const lie of lies) {
    const result = await bench.judge(scenario, lie);
    if (result.verdict !== 'fail' || !isThere(result, obligation)) return false;
  }
  return lies.length > 0;
}

it('every scenario passes while the target is honest', async () => {
  const results = [];
  for (const scenario of cancelScenarios) results.push(await bench.judge(scenario, {}));
  expect(
    results.filter(({ verdict }) => verdict !== 'pass').map(({ id, verdict, reason }) => [id, verdict, reason]),
  ).toEqual([]);
});

it('every claim is proven: a target that breaks the obligation turns the scenario red', async () => {
  const unproven: string[] = [];
  for (const { scenario, obligation } of pairs)
    if (!(await isProven(scenario, obligation))) unproven.push(`${scenario.id} claims ${obligation.id}`);
  expect(unproven).toEqual([]);
  expect(bench.defects).toEqual([]);
}, 60_000);

it('every obligation that an exchange can show is claimed, or listed with the reason why not', () => {
  expect(idsOf(open.filter(({ id }) => !claimed.has(id) && !unclaimed[id]))).toEqual([]);
});

it('nothing is listed as unclaimed that is claimed, or that the contract does not oblige to', () => {
  expect(Object.keys(unclaimed).filter((id) => claimed.has(id) || byId.get(id)?.standing !== 'open')).toEqual([]);
});

it('no scenario claims what the contract does not oblige to', () => {
  expect([...claimed].filter((id) => !byId.has(id))).toEqual([]);
});

it('an obligation that no exchange can show has a reason, and no keyword is without a rule', () => {
  expect(idsOf(obligations.filter(({ standing, reason }) => standing !== 'open' && !reason))).toEqual([]);
  expect(unruled).toEqual([]);
});
