import type { Obligation } from '../../schemas/contract/obligation.ts';
import type { Operation } from '../../schemas/contract/operation.ts';
import { liesAboutMembers } from './against-members.ts';
import { liesAgainst } from './against-obligation.ts';
import { liesAboutPairs } from './against-pairs.ts';
import type { DerivedLie } from './derived-lie.ts';
import { liesAgainstEach } from './lies-against-each.ts';

/**
 * Everything a target can be made to get wrong that the contract itself tells of: each obligation broken, each member of
 * each documented body left out, of another type or in another's place, each status and issue for each other. A new issue
 * code brings its own.
 */
export const derivedLies = (obligations: readonly Obligation[], operation: Operation): readonly DerivedLie[] => [
  ...liesAgainstEach(obligations, operation, liesAgainst),
  ...liesAboutMembers(operation),
  ...liesAboutPairs(operation),
];
