import type { Authorization, Call } from '../clients/http-client.ts';
import { NOT_CARRIED_OUT, sendPatiently } from '../clients/patience.ts';
import type { Exchange } from '../schemas/exchange.ts';
import type { Session } from './session.ts';
import type { SetUp, SetUpOrder } from './system.ts';
import { isUndecided, type Undecided, undecided } from './undecided.ts';

/** Sends one call of the owner's, more than once only where that is safe: the operation under test never. */
async function sendOnce(
  setUp: SetUp,
  call: Call,
  { client, patience, system }: Session,
  evidence: Exchange[],
): Promise<Exchange | Undecided> {
  if (setUp.call === 'cancel') {
    const exchange = await client.send(call);
    evidence.push(exchange);
    return exchange;
  }
  const busy = system.isRepeatable(setUp) ? undefined : NOT_CARRIED_OUT;
  const { exchange, tooLong } = await sendPatiently(client, call, patience, evidence, busy);
  evidence.push(exchange);
  return tooLong === undefined ? exchange : undecided(`${call.operation} ${system.describe(exchange)} and ${tooLong}.`);
}

/**
 * Makes a call with the owner's credentials and adds it to the evidence. One whose credentials were not taken was no call
 * at all: they are renewed, and the call sent once more, unless it is the operation under test, which nothing repeats.
 */
export async function callAsOwner(
  setUp: SetUp,
  order: SetUpOrder,
  session: Session,
  evidence: Exchange[],
): Promise<Exchange | Undecided> {
  const { credentials, system } = session;
  const callWith = (authorization: Authorization): Call => system.setUpCall(setUp, order, authorization);
  const authorization = await credentials.authorize('merchant', evidence);
  if (isUndecided(authorization)) return authorization;
  const exchange = await sendOnce(setUp, callWith(authorization), session, evidence);
  if (isUndecided(exchange) || !system.refusesCredentials(exchange)) return exchange;
  await credentials.refused('merchant', authorization);
  if (setUp.call === 'cancel') return exchange;
  const renewed = await credentials.authorize('merchant', evidence);
  if (isUndecided(renewed) || renewed === authorization) return isUndecided(renewed) ? renewed : exchange;
  return sendOnce(setUp, callWith(renewed), session, evidence);
}
