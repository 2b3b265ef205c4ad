/** Runs tasks of the same key one after the other, in the order they came, and tasks of other keys beside them. */
export type Exclusively = <T>(key: string, task: () => Promise<T>) => Promise<T>;

/** A queue per key; a key without tasks takes no room. */
export function createExclusively(): Exclusively {
  const last = new Map<string, Promise<unknown>>();
  return async (key, task) => {
    const before = last.get(key) ?? Promise.resolve();
    const turn = before.then(task, task);
    last.set(key, turn);
    try {
      return await turn;
    } finally {
      if (last.get(key) === turn) last.delete(key);
    }
  };
}
