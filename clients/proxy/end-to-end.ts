import type { Header } from '../../schemas/exchange.ts';

/** Fields between two hops (RFC 9110 §7.6.1). `Transfer-Encoding` is not among them: each body is framed on as it came. */
const HOP_BY_HOP: ReadonlySet<string> = new Set(['connection', 'keep-alive', 'proxy-connection', 'te', 'upgrade']);

/** How a body is framed, and whose it is: no `Connection` field may take these away. */
const KEPT: ReadonlySet<string> = new Set(['transfer-encoding', 'content-length', 'host']);

/** Raw headers, name and value in turn, as pairs. */
export const pairsOf = (raw: readonly string[]): [name: string, value: string][] =>
  Array.from({ length: raw.length >> 1 }, (_, pair) => [raw[2 * pair] ?? '', raw[2 * pair + 1] ?? '']);

/** The first value of a raw header, by its name in small letters. */
export function rawValueOf(raw: readonly string[], name: string): string | undefined {
  for (let at = 0; at + 1 < raw.length; at += 2) if (raw[at]?.toLowerCase() === name) return raw[at + 1];
  return undefined;
}

/** What a `Connection` field says in nearly every message, and what names no field. */
const USUAL = /^(?:keep-alive|close)?$/i;

/** The names that a `Connection` field adds to those between hops. */
function namedByConnection(raw: readonly string[]): readonly string[] {
  const values = raw.filter((_, at) => at % 2 === 1 && raw[at - 1]?.toLowerCase() === 'connection');
  return values
    .filter((value) => !USUAL.test(value))
    .flatMap((value) => value.toLowerCase().split(','))
    .map((name) => name.trim())
    .filter((name) => !KEPT.has(name));
}

/** The fields that are for the other end, untouched: order, letters and duplicates as they came. */
function endToEnd(raw: readonly string[], ...without: readonly string[]): Header[] {
  const dropped = [...namedByConnection(raw), ...without];
  const kept: Header[] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = raw[at]?.toLowerCase() ?? '';
    if (!HOP_BY_HOP.has(name) && !dropped.includes(name)) kept.push([raw[at] ?? '', raw[at + 1] ?? '']);
  }
  return kept;
}

const isChunked = (raw: readonly string[]): boolean =>
  /(?:^|,)\s*chunked\s*$/i.test(rawValueOf(raw, 'transfer-encoding') ?? '');

/** Whether a request has a body (RFC 9112 §6.3). */
export const hasBody = (raw: readonly string[]): boolean =>
  rawValueOf(raw, 'transfer-encoding') !== undefined || Number(rawValueOf(raw, 'content-length') ?? 0) > 0;

/** Methods whose requests may go without a length where they have no body: Node frames those of any other. */
const BARE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE']);

/**
 * A client's fields as the upstream gets them: `Host` is the upstream's, in its old place. A POST that has neither body nor
 * length is given the length 0, which means the same.
 */
export function headersForUpstream(method: string, raw: readonly string[], host: string): readonly Header[] {
  const kept = endToEnd(raw, ...(isChunked(raw) ? [] : ['trailer']));
  const passed = kept.map(([name, value]): Header => [name, name.toLowerCase() === 'host' ? host : value]);
  const isNamed = passed.some(([name]) => name.toLowerCase() === 'host');
  const isFramed = ['content-length', 'transfer-encoding'].some((name) => rawValueOf(raw, name) !== undefined);
  return [
    ...(isNamed ? [] : [['Host', host] as const]),
    ...passed,
    ...(isFramed || BARE.has(method) ? [] : [['Content-Length', '0'] as const]),
  ];
}

/** An upstream's fields as the client gets them; one that speaks HTTP/1.0 does not know chunks. */
export function headersForClient(raw: readonly string[], status: number, httpVersion: string): readonly Header[] {
  const takesChunks = httpVersion === '1.1';
  const takesTrailers = takesChunks && isChunked(raw) && status !== 204 && status !== 304;
  return endToEnd(raw, ...(takesChunks ? [] : ['transfer-encoding']), ...(takesTrailers ? [] : ['trailer']));
}
