import { isDeepStrictEqual } from 'node:util';
import type { ScenarioResult } from '../../schemas/verdict.ts';
import type { Scenario } from '../scenario.ts';

/**
 * Whether a scenario shows a departure that is as firm as what it expects: an expectation that rests on observation alone
 * (MAY) fails no run, and says all the same that it is not met.
 */
export const isRed = ({ expected: [first] }: Scenario, { verdict, findings }: ScenarioResult): boolean =>
  verdict === 'fail' ||
  (first.level === 'MAY' && findings.some(({ clause }) => isDeepStrictEqual(clause, first.clause)));
