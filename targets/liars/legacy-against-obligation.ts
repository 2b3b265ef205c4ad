import { legacyLiesAgainstHeader, legacyLiesAgainstSecurity } from './legacy-against-call.ts';
import { legacyLiesAgainstCode, legacyLiesAgainstMessage } from './legacy-against-code.ts';
import { legacyLiesAgainstPromise, legacyLiesAgainstProse } from './legacy-against-promise.ts';
import { legacyLiesAgainstRequest } from './legacy-against-request.ts';
import { legacyLiesAgainstResponse } from './legacy-against-response.ts';
import type { LiesAgainst } from './lies-against.ts';

/** What an obligation of the legacy operation is about, by how its id begins and whether a keyword obliges. */
const BY_ID: readonly (readonly [RegExp, LiesAgainst])[] = [
  [/^security\//, legacyLiesAgainstSecurity],
  [/^parameter\//, legacyLiesAgainstHeader],
  [/^request\//, legacyLiesAgainstRequest],
  [/^code\/\d+$/, legacyLiesAgainstCode],
  [/^code\/\d+\/message$/, legacyLiesAgainstMessage],
  [/^prose\//, legacyLiesAgainstProse],
  [/^(?:ack|root)\/|\/equals-request$/, legacyLiesAgainstPromise],
  [/^response\//, legacyLiesAgainstResponse],
];

/** Targets that break an obligation of the legacy operation, each in one way; generated from the contract. */
export const legacyLiesAgainst: LiesAgainst = (obligation, operation) =>
  BY_ID.find(([begins]) => begins.test(obligation.id))?.[1](obligation, operation) ?? [];
