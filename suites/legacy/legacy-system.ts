import { judgeExchange } from '../../schemas/checks/judge.ts';
import { accountNamed } from '../ledger.ts';
import type { System } from '../system.ts';
import {
  createdId,
  describeAnswer,
  madeNothing,
  refusesCredentials,
  shownBy,
  stateIn,
  succeeded,
  toldBy,
} from './legacy-answers.ts';
import { requestUnderTest, setUpCall } from './legacy-calls.ts';
import { openLegacyCredentials } from './legacy-credentials.ts';

/** What may be repeated while the service is busy: calls that change nothing, or nothing more the second time. */
const REPEATABLE: ReadonlySet<string> = new Set(['get', 'delete']);

/** The legacy Invoicing service: four wire formats, API signatures, and an `ack` that says what became of a call. */
export const legacySystem: System = {
  name: 'legacy',
  proof: 'API signature',
  look: 'GetInvoiceDetails',
  originOf: ({ legacy }) => legacy?.baseUrl,
  accountOf: ({ legacy }) => accountNamed(legacy?.baseUrl ?? '', legacy?.merchants.merchant.userId ?? ''),
  openCredentials: openLegacyCredentials,
  setUpCall,
  requestUnderTest,
  isRepeatable: ({ call }) => REPEATABLE.has(call),
  searches: false,
  succeeded,
  refusesCredentials,
  describe: describeAnswer,
  shown: shownBy,
  createdId,
  madeNothing,
  stateIn,
  foundIn: () => undefined,
  async arm({ fault }, invoiceId, target) {
    if (fault !== undefined) await target.setLegacyFault?.(invoiceId, String(fault));
  },
  isFault: ({ fault }, answer) => shownBy(answer).code === fault,
  judge: judgeExchange,
  done: 'Success',
  isDone: succeeded,
  told: toldBy,
};
