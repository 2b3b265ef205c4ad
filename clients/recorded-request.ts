import type { Header, RecordedRequest } from '../schemas/exchange.ts';
import type { Call } from './http-client.ts';

const isAuthorization = ([name]: Header): boolean => name.toLowerCase() === 'authorization';

/** A call as it is recorded: without its credentials, which stay names. */
export function recordedRequest(origin: string, { method, path, headers, body, credential }: Call): RecordedRequest {
  const shown = headers.filter((header) => !isAuthorization(header));
  return { method, url: `${origin}${path}`, path, headers: shown, body, credential };
}
