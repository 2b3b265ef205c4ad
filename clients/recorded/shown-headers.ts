import type { Header } from '../../schemas/exchange.ts';
import { memberOf } from './members.ts';

/** Headers that carry credentials: none of them gets further than the reading. */
const CREDENTIALS = /^(?:proxy-)?authorization$|^(?:set-)?cookie2?$|^x-paypal-security-|^x-api-key$/i;

/** Headers as recorded, parted from the credentials among them. */
export interface RecordedHeaders {
  readonly shown: readonly Header[];
  /** The values of those that carry credentials. */
  readonly credentials: readonly string[];
}

function pairsIn(value: unknown): readonly (readonly [unknown, unknown])[] {
  if (!Array.isArray(value)) return Object.entries(Object(value) as Record<string, unknown>);
  return value.map((item) =>
    Array.isArray(item) ? [item[0], item[1]] : [memberOf(item, 'name'), memberOf(item, 'value')],
  );
}

/**
 * The headers of a recording: a list of names and values (HAR), of pairs (our own), or an object. Pseudo-headers of HTTP/2
 * are none. Some recorders join what came twice with a line feed.
 */
export function headersIn(value: unknown): RecordedHeaders {
  const shown: Header[] = [];
  const credentials: string[] = [];
  for (const [name, joined] of pairsIn(value)) {
    if (typeof name !== 'string' || name === '' || name.startsWith(':')) continue;
    for (const text of String(joined ?? '').split('\n'))
      if (CREDENTIALS.test(name)) credentials.push(text);
      else shown.push([name, text]);
  }
  return { shown, credentials };
}
