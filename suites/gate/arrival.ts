import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { Exchange, Header } from '../../schemas/exchange.ts';

/** A request of a client's, exactly as it arrived, and what it was answered with. */
export interface Arrival {
  /** The evidence: without credentials. */
  readonly exchange: Exchange;
  /** Every value of its Authorization header; never written. */
  readonly authorization: readonly string[];
  /** The values of the other headers that carry credentials; never written. */
  readonly otherCredentials: readonly string[];
  readonly bodyIsUtf8: boolean;
  /** Milliseconds since the epoch. */
  readonly arrivedAtMs: number;
}

/** A request before it is answered. */
export type Received = Omit<Arrival, 'exchange'> & { readonly request: Exchange['request'] };

/** Headers that carry a credential: they are left out of the record. */
const CREDENTIALS: ReadonlySet<string> = new Set(['authorization', 'proxy-authorization', 'cookie']);

/** The header pairs as they stood on the wire: own letters, own order, duplicates apart. */
function headersOf({ rawHeaders }: IncomingMessage): readonly Header[] {
  const pairs: Header[] = [];
  for (let at = 0; at < rawHeaders.length; at += 2) pairs.push([rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '']);
  return pairs;
}

const credentialOf = (values: readonly string[], token: string): string => {
  if (values.length === 0) return 'none';
  return values.length === 1 && values[0]?.toLowerCase() === `bearer ${token}`.toLowerCase() ? 'given' : 'another';
};

/** Reads a request to its end; undefined where the client went away in the middle of it. */
export async function received(message: IncomingMessage, origin: string, token: string): Promise<Received | undefined> {
  const arrivedAtMs = Date.now();
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of message) chunks.push(chunk);
  } catch {
    return undefined;
  }
  const bytes = Buffer.concat(chunks);
  const headers = headersOf(message);
  const named = (name: string) => headers.filter(([candidate]) => candidate.toLowerCase() === name);
  const authorization = named('authorization').map(([, value]) => value);
  const path = message.url ?? '';
  const others = [...CREDENTIALS].filter((name) => name !== 'authorization');
  return {
    authorization,
    otherCredentials: others.flatMap(named).map(([, value]) => value),
    arrivedAtMs,
    bodyIsUtf8: isUtf8(bytes),
    request: {
      method: message.method ?? '',
      url: `${origin}${path}`,
      path,
      headers: headers.filter(([name]) => !CREDENTIALS.has(name.toLowerCase())),
      body: bytes.length === 0 ? null : bytes.toString('utf8'),
      credential: credentialOf(authorization, token),
    },
  };
}
