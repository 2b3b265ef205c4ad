import type { Exchange } from '../../schemas/exchange.ts';

/** An exchange of a recording, without the credentials that were in it. */
export interface RecordedExchange {
  readonly exchange: Exchange;
  /** What its headers held: never to be written, wherever else it stands. */
  readonly credentials: readonly string[];
}

/** The operation that a request calls, by its method and URL; undefined for other traffic. */
export type OperationOf = (method: string, url: string) => string | undefined;

/** What an entry turned out to be: an exchange, other traffic, or nothing that can be read (`why` completes a sentence). */
export type Reading = RecordedExchange | 'other' | { readonly why: string };

/** Where nothing is known of when: the beginning of time. */
const NEVER = '1970-01-01T00:00:00.000Z';

/** ISO 8601 in UTC, of whatever offset it was written with. */
export function instantOf(text: string | undefined): string {
  const time = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(time) ? NEVER : new Date(time).toISOString();
}

/** The raw path of a URL with its query, escaping as it stands: a URL parser would normalise it. */
export function rawPathOf(url: string): string {
  const scheme = url.indexOf('://');
  const from = scheme < 0 ? 0 : url.indexOf('/', scheme + 3);
  const path = from < 0 ? '/' : url.slice(from);
  const fragment = path.indexOf('#');
  return fragment < 0 ? path : path.slice(0, fragment);
}
