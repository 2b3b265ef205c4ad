import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pointerTo } from '../schemas/contract/clause.ts';
import type { Obligation, Obligations } from '../schemas/contract/obligation.ts';
import type { Operation } from '../schemas/contract/operation.ts';
import type { ScenarioResult } from '../schemas/verdict.ts';
import { liesAgainst } from '../targets/liars/against-obligation.ts';
import { legacyLiesAgainst } from '../targets/liars/legacy-against-obligation.ts';
import type { LiesAgainst } from '../targets/liars/lies-against.ts';
import type { Lie } from '../targets/lie.ts';
import { cancelObligations, cancelOperation } from './cancel/cancel-contract.ts';
import { cancelScenarios } from './cancel/cancel-scenarios.ts';
import { unclaimed } from './cancel/unclaimed.ts';
import { legacyObligations, legacyOperation } from './legacy/legacy-contract.ts';
import { legacyScenarios } from './legacy/legacy-scenarios.ts';
import { legacyUnclaimed } from './legacy/unclaimed.ts';
import type { Scenario } from './scenario.ts';
import { isRed } from './selftest/is-red.ts';
import { type LieBench, openLieBench } from './selftest/lie-bench.ts';

/** What is claimed of one operation, and what can be told against it. */
interface Claimed {
  readonly operation: Operation;
  readonly obligations: Obligations;
  readonly scenarios: readonly Scenario[];
  readonly unclaimed: Readonly<Record<string, string>>;
  readonly liesAgainst: LiesAgainst;
}

const REST: Claimed = {
  operation: cancelOperation,
  obligations: cancelObligations,
  scenarios: cancelScenarios,
  unclaimed,
  liesAgainst,
};

const LEGACY: Claimed = {
  operation: legacyOperation,
  obligations: legacyObligations,
  scenarios: legacyScenarios,
  unclaimed: legacyUnclaimed,
  liesAgainst: legacyLiesAgainst,
};

const idsOf = (some: readonly Obligation[]) => some.map(({ id }) => id);

let bench: LieBench;
beforeAll(async () => {
  bench = await openLieBench();
});
afterAll(() => bench.close());

/** Whether a finding stands where the obligation does in a body. */
const isThere = ({ findings }: ScenarioResult, { keyword }: Obligation): boolean =>
  findings.some(({ pointer }) =>
    pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*').startsWith(pointerTo('', ...(keyword?.path ?? []))),
  );

const isRedBy = async (lie: Lie, scenario: Scenario): Promise<boolean> =>
  isRed(scenario, await bench.judge(scenario, lie));

/** One lie is enough; against a member of a response's body every lie must be seen, and where it stands. */
async function isProven(scenario: Scenario, obligation: Obligation, claimed: Claimed): Promise<boolean> {
  const lies = claimed.liesAgainst(obligation, claimed.operation);
  if (obligation.group !== 'response') {
    for (const lie of lies) if (await isRedBy(lie, scenario)) return true;
    return false;
  }
  for (const lie of lies) {
    const result = await bench.judge(scenario, lie);
    if (!isRed(scenario, result) || !isThere(result, obligation)) return false;
  }
  return lies.length > 0;
}

describe.each([
  ['the cancel of REST', REST],
  ['the legacy cancel', LEGACY],
])('%s', (_, claims) => {
  const { scenarios, unclaimed: listed } = claims;
  const { obligations, unruled } = claims.obligations;
  const byId = new Map(obligations.map((obligation) => [obligation.id, obligation]));
  const open = obligations.filter(({ standing }) => standing === 'open');
  const claimed = new Set(scenarios.flatMap((scenario) => scenario.claims));
  const pairs = scenarios.flatMap((scenario) =>
    scenario.claims.flatMap((claim) => {
      const obligation = byId.get(claim);
      return obligation?.standing === 'open' ? [{ scenario, obligation }] : [];
    }),
  );

  it('every scenario passes while the target is honest', async () => {
    const results = [];
    for (const scenario of scenarios) results.push(await bench.judge(scenario, {}));
    expect(
      results.filter(({ verdict }) => verdict !== 'pass').map(({ id, verdict, reason }) => [id, verdict, reason]),
    ).toEqual([]);
  });

  it('every claim is proven: a target that breaks the obligation turns the scenario red', async () => {
    const unproven: string[] = [];
    for (const { scenario, obligation } of pairs)
      if (!(await isProven(scenario, obligation, claims))) unproven.push(`${scenario.id} claims ${obligation.id}`);
    expect(unproven).toEqual([]);
    expect(bench.defects).toEqual([]);
  }, 60_000);

  it('every obligation that an exchange can show is claimed, or listed with the reason why not', () => {
    expect(idsOf(open.filter(({ id }) => !claimed.has(id) && !listed[id]))).toEqual([]);
  });

  it('nothing is listed as unclaimed that is claimed, or that the contract does not oblige to', () => {
    expect(Object.keys(listed).filter((id) => claimed.has(id) || byId.get(id)?.standing !== 'open')).toEqual([]);
  });

  it('no scenario claims what the contract does not oblige to', () => {
    expect([...claimed].filter((id) => !byId.has(id))).toEqual([]);
  });

  it('an obligation that no exchange can show has a reason, and no keyword is without a rule', () => {
    expect(idsOf(obligations.filter(({ standing, reason }) => standing !== 'open' && !reason))).toEqual([]);
    expect(unruled).toEqual([]);
  });
});
