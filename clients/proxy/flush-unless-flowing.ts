import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http';

/** A head goes out with the first bytes of its body; where these take their time, without them. */
export function flushUnlessFlowing(from: IncomingMessage, to: ClientRequest | ServerResponse): void {
  let isFlowing = false;
  from.once('data', () => {
    isFlowing = true;
  });
  setImmediate(() => {
    if (!isFlowing && !to.writableEnded && !to.destroyed) to.flushHeaders();
  });
}
