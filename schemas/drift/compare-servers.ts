import { type JsonPointer, pointerTo } from '../contract/clause.ts';
import { objectAt } from '../contract/reference.ts';
import type { Spec } from '../contract/spec.ts';
import { type Change, changeOf, type Side, type Where } from './change.ts';
import { keysOf } from './pair.ts';
import { stableText } from './stable-text.ts';

/** A server as a comparison shows it. */
interface Server {
  readonly side: Side;
  readonly description: Side;
}

/** Servers by address, with what may stand in its braces. */
export type Servers = ReadonlyMap<string, Server>;

/** The servers that an object of the document lists; null where it lists none of its own. */
export function serversAt(spec: Spec, pointer: JsonPointer): Servers | null {
  const { servers } = objectAt(spec, pointer);
  if (!Array.isArray(servers)) return null;
  return new Map(
    servers.map((server, index) => {
      const { url, variables, description } = (server ?? {}) as Readonly<Record<string, unknown>>;
      const at = [pointerTo(pointer, 'servers', index)];
      const name =
        variables === undefined ? String(url) : `${url} ${stableText(variables, (key) => key === 'description')}`;
      return [name, { side: { value: name, at }, description: { value: description ?? null, at } }];
    }),
  );
}

/** Which addresses come and go, and which are told of otherwise. */
export function* compareServers(where: Where, before: Servers, after: Servers): Generator<Change> {
  for (const url of keysOf(before, after)) {
    const [old, now] = [before.get(url), after.get(url)];
    if (!now) yield changeOf(where, 'server-removed', url, old?.side ?? null, null);
    else if (!old) yield changeOf(where, 'server-added', url, null, now.side);
    else if (old.description.value !== now.description.value)
      yield changeOf(where, 'told-otherwise', `description of ${url}`, old.description, now.description);
  }
}
