import type { ScenarioResult } from '../../schemas/verdict.ts';
import { type Coverage, coverageOf } from '../coverage.ts';
import { cancelObligations } from './cancel-contract.ts';
import { cancelScenarios } from './cancel-scenarios.ts';
import { frozenIds } from './frozen-ids.ts';
import { unclaimed } from './unclaimed.ts';

const scenario = (id: string, standing: Coverage['standing'], reason: string): Coverage => ({
  id: `${standing}/${id}`,
  group: 'scenario',
  subject: id,
  standing,
  reason,
  claimedBy: [],
});

/** What a contract that is no longer the pinned one brings and takes away: a moved limit is both. */
export function changesSincePinned(
  ids: readonly string[],
  operation: 'cancel' | 'legacy' = 'cancel',
): readonly Coverage[] {
  const { active } = frozenIds(operation);
  return [
    ...ids.filter((id) => !active.includes(id)).map((id) => scenario(id, 'new', 'the contract has gained it')),
    ...active.filter((id) => !ids.includes(id)).map((id) => scenario(id, 'vanished', 'the contract has lost it')),
  ];
}

/** What a run shows of every obligation of the cancel; one on the simulator is not about the contract, and shows none. */
export const cancelCoverageOf = (results: readonly ScenarioResult[]): readonly Coverage[] =>
  results.length > 0 && results.every(({ origin }) => origin === 'simulator')
    ? []
    : [
        ...coverageOf(cancelObligations, cancelScenarios, results, unclaimed),
        ...changesSincePinned(cancelScenarios.map(({ id }) => id)),
      ];
