/** Of items that are alike by their key the first, in the order in which they stand: an answer may hold thousands of a likeness. */
export function firstOfEach<T>(items: Iterable<T>, keyOf: (item: T) => string | undefined): readonly T[] {
  const first = new Map<string | undefined, T>();
  for (const item of items) {
    const key = keyOf(item);
    if (!first.has(key)) first.set(key, item);
  }
  return [...first.values()];
}
