/** Runs scenarios before the tests that report them ask: a slow service is waited for by many at once. */
export interface Schedule<Key, Result> {
  /** The result of one; it is run now where it has not been started ahead. The same promise each time. */
  resultOf(key: Key): Promise<Result>;
  /** Starts nothing more ahead; resolves when all that was started has ended. */
  stop(): Promise<void>;
}

/**
 * Runs what is planned, in the order of the plan and at most `concurrency` at once, from the first question on. With a
 * concurrency of 1 nothing is started ahead. A rejection reaches whoever asks for it, and nobody else.
 */
export function openSchedule<Key, Result>(
  planned: readonly Key[],
  concurrency: number,
  run: (key: Key) => Promise<Result>,
): Schedule<Key, Result> {
  const results = new Map<Key, Promise<Result>>();
  const underWay = new Set<Promise<unknown>>();
  let next = concurrency > 1 ? 0 : planned.length;

  const start = (key: Key): Promise<Result> => {
    const result = run(key);
    results.set(key, result);
    const ended = result.catch(() => {}).then(() => void underWay.delete(ended));
    underWay.add(ended);
    void ended.then(goOn);
    return result;
  };
  const goOn = (): void => {
    while (next < planned.length && underWay.size < concurrency) {
      const key = planned[next] as Key;
      next += 1;
      if (!results.has(key)) void start(key);
    }
  };

  return {
    resultOf(key) {
      goOn();
      return results.get(key) ?? start(key);
    },
    async stop() {
      next = planned.length;
      await Promise.all(underWay);
    },
  };
}
