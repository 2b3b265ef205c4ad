import { expect, test } from 'vitest';
import startTarget from './global-setup.ts';
import { runEnvironment } from './run-environment.ts';

/** Whether a target answers there. */
const answers = (baseUrl: string): Promise<boolean> =>
  fetch(baseUrl).then(
    () => true,
    () => false,
  );

test('each set-up starts a target of its own, and what ends it lets the next one start another', async () => {
  for (const _ of ['first', 'second']) {
    const stop = await startTarget();
    const { baseUrl } = runEnvironment() ?? { baseUrl: 'none' };
    expect(await answers(baseUrl)).toBe(true);
    await stop?.();
    expect([await answers(baseUrl), runEnvironment()]).toEqual([false, undefined]);
  }
});
