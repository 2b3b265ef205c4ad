/** Things of two versions, paired as far as they are known to be the same. */
export interface Pairs<T> {
  readonly paired: readonly (readonly [before: T, after: T])[];
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

/**
 * Pairs what has the same key, by each of the keys in turn, and at last what is left alone on both sides. An undefined
 * key is like no other.
 */
export function pair<T>(
  before: readonly T[],
  after: readonly T[],
  keys: readonly ((one: T) => string | undefined)[],
): Pairs<T> {
  const paired: (readonly [T, T])[] = [];
  let old = before;
  const now = [...after];
  for (const keyOf of keys) {
    for (const one of old) {
      const key = keyOf(one);
      const at = key === undefined ? -1 : now.findIndex((other) => keyOf(other) === key);
      if (at < 0) continue;
      paired.push([one, ...now.splice(at, 1)] as unknown as readonly [T, T]);
      old = old.filter((other) => other !== one);
    }
  }
  if (old.length !== 1 || now.length !== 1) return { paired, removed: old, added: now };
  const last = [...old, ...now] as unknown as readonly [T, T];
  return { paired: [...paired, last], removed: [], added: [] };
}

/** The keys of two maps, in the order of their first appearance. */
export const keysOf = <T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): readonly string[] => [
  ...new Set([...before.keys(), ...after.keys()]),
];
