import type { IncomingMessage, InformationEvent, ServerResponse } from 'node:http';

/** Passes an interim answer (RFC 9110 §15.2) on to a client that can tell it from the final one. */
export function passInterim(
  { statusCode, headers }: InformationEvent,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (request.httpVersion !== '1.1' || response.headersSent) return;
  if (statusCode === 100) response.writeContinue();
  if (statusCode === 102) response.writeProcessing();
  if (statusCode !== 103 || headers.link === undefined) return;
  try {
    response.writeEarlyHints({ link: headers.link });
  } catch {
    // Node writes only links that it understands; a hint may be left out.
  }
}
