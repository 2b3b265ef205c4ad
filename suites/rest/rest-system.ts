import { judgeExchange } from '../../schemas/checks/judge.ts';
import { openCredentials } from '../credentials.ts';
import { accountOf } from '../ledger.ts';
import type { System } from '../system.ts';
import {
  createdId,
  describeAnswer,
  foundIn,
  isUnauthorized,
  madeNothing,
  shownBy,
  stateIn,
  succeeded,
} from './rest-answers.ts';
import { requestUnderTest, SET_UP_CALLS, setUpCall } from './rest-calls.ts';

/** What may be repeated while the service is busy: calls that change nothing, or nothing more the second time. */
const IDEMPOTENT: ReadonlySet<string> = new Set(['GET', 'DELETE']);

/** REST v2: JSON over paths, bearer tokens, and statuses that say what became of a call. */
export const restSystem: System = {
  name: 'rest',
  proof: 'token',
  look: 'GET',
  originOf: ({ baseUrl }) => baseUrl,
  accountOf,
  openCredentials,
  setUpCall,
  requestUnderTest: (when, invoiceId, authorization) =>
    requestUnderTest(when, invoiceId, SET_UP_CALLS.cancel, authorization),
  isRepeatable: ({ call }) => IDEMPOTENT.has(SET_UP_CALLS[call].method),
  searches: true,
  succeeded,
  refusesCredentials: isUnauthorized,
  describe: describeAnswer,
  shown: shownBy,
  createdId,
  madeNothing,
  stateIn,
  foundIn,
  async arm({ fault }, invoiceId, target) {
    if (fault !== undefined) await target.setFault(invoiceId, Number(fault));
  },
  isFault: ({ fault }, { response }) => response.status === fault,
  judge: judgeExchange,
  done: '204',
  isDone: ({ response }) => response.status === 204,
  told: ({ response }) => String(response.status),
};
