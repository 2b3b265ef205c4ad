import type { ObligationGroup } from '../../schemas/contract/obligation.ts';
import { liesAgainstMediaType } from './against-media-type.ts';
import { liesAgainstParameter } from './against-parameter.ts';
import { liesAgainstProse } from './against-prose.ts';
import { liesAgainstRequest } from './against-request.ts';
import { liesAgainstResponse } from './against-response.ts';
import { liesAgainstSecurity } from './against-security.ts';
import { liesAgainstIssue, liesAgainstStatus } from './against-status.ts';
import type { LiesAgainst } from './lies-against.ts';

const BY_GROUP: Readonly<Record<ObligationGroup, LiesAgainst>> = {
  status: liesAgainstStatus,
  issue: liesAgainstIssue,
  request: liesAgainstRequest,
  parameter: liesAgainstParameter,
  'media-type': liesAgainstMediaType,
  security: liesAgainstSecurity,
  response: liesAgainstResponse,
  prose: liesAgainstProse,
};

/** Targets that break an obligation, each in one way; generated from the contract. Where there is none, no claim of it can be proven. */
export const liesAgainst: LiesAgainst = (obligation, operation) => BY_GROUP[obligation.group](obligation, operation);
