import { connect } from 'node:net';
import { onSecret } from '../schemas/secrets/known-secrets.ts';

/** The variable that names the socket on which the command hears of secrets. */
export const SECRET_CHANNEL = 'CANCEL_CONFORMANCE_SECRETS';

/**
 * Tells the command every secret that this process comes to know, over a socket that only their owner can open: it looks
 * for them in what the run has written, and they themselves are written nowhere. A command that is gone needs none.
 */
export function tellSecrets(): void {
  const path = process.env[SECRET_CHANNEL];
  if (path === undefined) return;
  const socket = connect(path);
  socket.on('error', () => socket.destroy()).unref();
  onSecret((secret) => socket.write(`${JSON.stringify(secret)}\n`));
}
