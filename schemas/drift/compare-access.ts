import { type Change, changeOf, type Side, type Where } from './change.ts';
import { type AccessWay, waysAs } from './normal-access.ts';
import type { NormalOperation } from './normal-operation.ts';
import type { Term } from './normal-schema.ts';
import { keysOf, pair } from './pair.ts';

const ACCESS: Where = { direction: 'request', place: 'access' };

/** What one way asks for more or less than before. */
function* compareWay(before: AccessWay, after: AccessWay, suffix: string): Generator<Change> {
  for (const name of keysOf(before.terms, after.terms)) {
    const [old, now] = [before.terms.get(name), after.terms.get(name)];
    if (old && now) continue;
    const side = (term: Term | undefined): Side | null => (term ? { ...term, below: true } : null);
    yield changeOf(ACCESS, now ? 'access-demanded' : 'access-eased', name + suffix, side(old), side(now));
  }
}

/** Whether who shows what one way asks for has shown what another asks for. */
const suffices = (one: AccessWay, other: AccessWay): boolean =>
  [...other.terms.keys()].every((name) => one.terms.has(name));

function* compareWays(before: readonly AccessWay[], after: readonly AccessWay[]): Generator<Change> {
  const { paired, removed, added } = pair(before, after, [({ name }) => name, ({ schemes }) => schemes]);
  const suffix = before.length + after.length > 2 ? ' (one of several)' : '';
  for (const [old, now] of paired) yield* compareWay(old, now, suffix);
  const nameOf = ({ name }: AccessWay): string => name || 'no credentials';
  const side = (way: AccessWay): Side => ({ value: nameOf(way), at: way.at, below: true });
  for (const old of removed) {
    const kind = after.some((now) => suffices(old, now)) ? 'access-eased' : 'access-removed';
    yield changeOf(ACCESS, kind, nameOf(old), side(old), null);
  }
  for (const now of added) yield changeOf(ACCESS, 'access-added', nameOf(now), null, side(now));
}

/** What schemes were called that a later version calls otherwise: a scheme is what it is defined as. */
function formerNames(before: NormalOperation, after: NormalOperation): ReadonlyMap<string, string> {
  const left = new Map([...before.schemes].filter(([name]) => !after.schemes.has(name)));
  const names = new Map<string, string>();
  for (const [name, { value }] of after.schemes) {
    const former = [...left].find(([, term]) => term.value === value)?.[0];
    if (former === undefined || value === '' || before.schemes.has(name)) continue;
    names.set(name, former);
    left.delete(former);
  }
  return names;
}

/** In what two versions of an operation differ in what a caller has to show, and how. */
export function* compareAccess(before: NormalOperation, after: NormalOperation): Generator<Change> {
  yield* compareWays(before.access, waysAs(after.access, formerNames(before, after)));
  for (const [name, old] of before.schemes) {
    const now = after.schemes.get(name);
    if (now && now.value !== old.value) yield changeOf(ACCESS, 'access-changed', name, old, now);
  }
}
