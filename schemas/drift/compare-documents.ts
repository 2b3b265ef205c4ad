import { valueAt } from '../contract/clause.ts';
import type { Spec } from '../contract/spec.ts';
import { type Change, changeOf, type Side, type Where } from './change.ts';
import { compareServers, serversAt } from './compare-servers.ts';
import { toldText } from './stable-text.ts';

const DOCUMENT: Where = { direction: 'request', place: 'document' };

/** What a document tells of itself; the version is the API's own. */
const TOLD = [
  '/info/title',
  '/info/version',
  '/info/description',
  '/info/termsOfService',
  '/info/contact',
  '/info/license',
  '/tags',
  '/externalDocs',
];

function sideAt({ document }: Spec, pointer: string): Side | null {
  const value = valueAt(document, pointer);
  return value === undefined ? null : { value: toldText(value), at: [pointer] };
}

/** Every difference between two documents that concerns all of their operations. */
export function* compareDocuments(before: Spec, after: Spec): Generator<Change> {
  for (const pointer of TOLD) {
    const [old, now] = [sideAt(before, pointer), sideAt(after, pointer)];
    if (old?.value !== now?.value) yield changeOf(DOCUMENT, 'told-otherwise', pointer.slice(1), old, now);
  }
  yield* compareServers(DOCUMENT, serversAt(before, '') ?? new Map(), serversAt(after, '') ?? new Map());
}
