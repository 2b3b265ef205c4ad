import { errorAnswer, stamped } from '../prism/errors.ts';
import { freshDebugId } from '../prism/personalise.ts';
import type { Route } from '../prism/route.ts';
import { jsonAnswer } from '../prism/wire.ts';

/** The sandbox's negative testing, rehearsed: with a token that holds, an id is answered with the error that PayPal names for it. */
export const simulatorRoute: Route = {
  method: 'POST',
  path: /^\/v2\/invoicing\/invoices\/(INV2-ABCD-1234-EINV-002[4-9])\/cancel$/,
  async answer({ headers }, id, desk) {
    if (desk.books.tokens.accessOf(headers.authorization).kind === 'none')
      return errorAnswer((await desk.contract()).examples, 401, 'AUTHENTICATION_FAILURE');
    const { simulatedCancels } = await import('../../schemas/contract/simulated-cancels.ts');
    const line = simulatedCancels().find(({ invoiceId }) => invoiceId === id);
    if (line === undefined || line.name === null) return stamped({ status: 204, headers: [], body: '' });
    const { name, statuses } = line;
    const debugId = freshDebugId();
    // PayPal shows no body: this one has the members of its other errors.
    const answer = jsonAnswer(statuses[0], { name, message: 'Rehearsed.', debug_id: debugId });
    return { ...answer, headers: [...answer.headers, ['PayPal-Debug-Id', debugId]] };
  },
};
