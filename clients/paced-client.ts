import { type Allowance, openAllowance } from './allowance.ts';
import { failure } from './failure.ts';
import type { HttpClient } from './http-client.ts';
import { recordedRequest } from './recorded-request.ts';

/** The code of a call that was never sent, since the run may make no more. */
export const NOT_SENT = 'NOT_SENT';

/** A client that calls only as fast and as often as it is allowed; a call beyond that is answered with a `NOT_SENT` failure. */
export function createPacedClient(
  client: HttpClient,
  origin: string,
  allowance: Allowance = openAllowance(),
): HttpClient {
  return {
    async send(call) {
      const refused = await allowance.take();
      if (refused === undefined) return client.send(call);
      const response = failure(NOT_SENT, `It was not sent. ${refused}.`);
      const startedAt = new Date().toISOString();
      return {
        operation: call.operation,
        request: recordedRequest(origin, call),
        response,
        startedAt,
        durationMs: 0,
      };
    },
    close: () => client.close(),
  };
}
