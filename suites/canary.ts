import type { Exchange } from '../schemas/exchange.ts';
import { clearUp } from './postamble.ts';
import { reachState } from './reach-state.ts';
import type { Session } from './session.ts';
import { isUndecided } from './undecided.ts';

/**
 * The least that every scenario needs, tried before the first: a token, an invoice, its state, its end. Resolves to what
 * was seen where one of them fails: then the service is away, and no scenario would say anything of its contract.
 */
export async function canary(session: Session): Promise<string | undefined> {
  const evidence: Exchange[] = [];
  const invoice = await reachState({ state: 'DRAFT' }, session, evidence);
  if (isUndecided(invoice)) return invoice.undecided;
  return clearUp(invoice.id, session, evidence);
}
