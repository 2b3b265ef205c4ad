import type { Obligation } from '../../schemas/contract/obligation.ts';
import type { Operation } from '../../schemas/contract/operation.ts';
import type { DerivedLie } from './derived-lie.ts';
import { legacyLiesAboutMembers } from './legacy-against-members.ts';
import { legacyLiesAgainst } from './legacy-against-obligation.ts';
import { legacyLiesAboutPairs } from './legacy-against-pairs.ts';
import { liesAgainstEach } from './lies-against-each.ts';

/**
 * Everything a target can be made to get wrong that the contract of the legacy operation tells of: each obligation broken,
 * each member of each documented message left out, of another type or in another's place, each code and acknowledgment
 * for each other. They are told in whatever format is asked for, and seen in JSON, which can hold them all.
 */
export const legacyDerivedLies = (obligations: readonly Obligation[], operation: Operation): readonly DerivedLie[] => [
  ...liesAgainstEach(obligations, operation, legacyLiesAgainst, 'legacy '),
  ...legacyLiesAboutMembers(operation),
  ...legacyLiesAboutPairs(operation),
];
