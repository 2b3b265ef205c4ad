import type { Obligation } from '../../schemas/contract/obligation.ts';
import type { Operation } from '../../schemas/contract/operation.ts';
import { liesAboutMembers } from './against-members.ts';
import { liesAgainst } from './against-obligation.ts';
import { liesAboutPairs } from './against-pairs.ts';
import type { DerivedLie } from './derived-lie.ts';

const liesAgainstEach = (obligations: readonly Obligation[], operation: Operation): DerivedLie[] =>
  obligations
    .filter(({ standing }) => standing === 'open')
    .flatMap((obligation) =>
      liesAgainst(obligation, operation).map((tell, index) => ({
        name: `${obligation.id} ${index + 1}`,
        group: `obligation: ${obligation.group}`,
        contract: 'broken' as const,
        provokedBy: { obligation: obligation.id },
        tell,
      })),
    );

/**
 * Everything a target can be made to get wrong that the contract itself tells of: each obligation broken, each member of
 * each documented body left out, of another type or in another's place, each status and issue for each other. A new issue
 * code brings its own.
 */
export const derivedLies = (obligations: readonly Obligation[], operation: Operation): readonly DerivedLie[] => [
  ...liesAgainstEach(obligations, operation),
  ...liesAboutMembers(operation),
  ...liesAboutPairs(operation),
];
