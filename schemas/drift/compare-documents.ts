import { pointerTo, valueAt } from '../contract/clause.ts';
import type { Spec } from '../contract/spec.ts';
import { type Change, changeOf, type Side, type Where } from './change.ts';
import { toldText } from './stable-text.ts';

const DOCUMENT: Where = { direction: 'request', place: 'document' };

/** What a document tells of itself; the version is the API's own. */
const TOLD = ['/info/title', '/info/version', '/info/description'];

function sideAt({ document }: Spec, pointer: string): Side | null {
  const value = valueAt(document, pointer);
  return value === undefined ? null : { value: toldText(value), at: [pointer] };
}

/** The servers of a document, by URL. */
function serversOf({ document }: Spec): ReadonlyMap<string, Side> {
  const servers = Array.isArray(document.servers) ? document.servers : [];
  const at = (index: number): readonly string[] => [pointerTo('/servers', index)];
  return new Map(servers.map(({ url }: { url: string }, index) => [url, { value: url, at: at(index) }]));
}

/** Every difference between two documents that concerns all of their operations. */
export function* compareDocuments(before: Spec, after: Spec): Generator<Change> {
  for (const pointer of TOLD) {
    const [old, now] = [sideAt(before, pointer), sideAt(after, pointer)];
    if (old?.value !== now?.value) yield changeOf(DOCUMENT, 'told-otherwise', pointer.slice(1), old, now);
  }
  const [old, now] = [serversOf(before), serversOf(after)];
  for (const [url, side] of old) if (!now.has(url)) yield changeOf(DOCUMENT, 'server-removed', url, side, null);
  for (const [url, side] of now) if (!old.has(url)) yield changeOf(DOCUMENT, 'server-added', url, null, side);
}
