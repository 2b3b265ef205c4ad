import type { Obligation } from '../../schemas/contract/obligation.ts';
import type { Operation } from '../../schemas/contract/operation.ts';
import type { DerivedLie } from './derived-lie.ts';
import type { LiesAgainst } from './lies-against.ts';

/** Every open obligation broken in every way that is known; `prefix` tells one system's from another's. */
export const liesAgainstEach = (
  obligations: readonly Obligation[],
  operation: Operation,
  liesAgainst: LiesAgainst,
  prefix = '',
): readonly DerivedLie[] =>
  obligations
    .filter(({ standing }) => standing === 'open')
    .flatMap((obligation) =>
      liesAgainst(obligation, operation).map((tell, index) => ({
        name: `${prefix}${obligation.id} ${index + 1}`,
        group: `${prefix}obligation: ${obligation.group}`,
        contract: 'broken' as const,
        provokedBy: { obligation: obligation.id },
        tell,
      })),
    );
