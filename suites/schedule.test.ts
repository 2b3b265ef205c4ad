import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openSchedule } from './schedule.ts';

const PLAN = ['a', 'b', 'c', 'd', 'e'];

/** What was started, in order, and the most that were under way at once. */
function recorder(ms: (key: string) => number = () => 5) {
  const started: string[] = [];
  let underWay = 0;
  let most = 0;
  const run = async (key: string): Promise<string> => {
    started.push(key);
    underWay += 1;
    most = Math.max(most, underWay);
    await wait(ms(key));
    underWay -= 1;
    if (key === 'c') throw new Error('c failed');
    return key.toUpperCase();
  };
  return { run, started, most: () => most };
}

test('runs one at a time, and only what is asked for, with a concurrency of 1', async () => {
  const { run, started, most } = recorder();
  const schedule = openSchedule(PLAN, 1, run);
  expect([await schedule.resultOf('b'), await schedule.resultOf('a')]).toEqual(['B', 'A']);
  expect(started).toEqual(['b', 'a']);
  expect(most()).toBe(1);
});

test('runs ahead, in the order of the plan, and never more than it may', async () => {
  const { run, started, most } = recorder();
  const schedule = openSchedule(PLAN, 2, run);
  expect(started).toEqual([]);
  expect(await schedule.resultOf('a')).toBe('A');
  await expect(schedule.resultOf('c')).rejects.toThrow('c failed');
  expect(await schedule.resultOf('e')).toBe('E');
  expect(started).toEqual(PLAN);
  expect(most()).toBe(2);
});

test('one that is slow holds up nobody but whoever asks for it', async () => {
  const { run, started } = recorder((key) => (key === 'a' ? 80 : 1));
  const schedule = openSchedule(PLAN, 2, run);
  const first = schedule.resultOf('a');
  await wait(40);
  expect(started).toEqual(PLAN);
  expect(await first).toBe('A');
});

test('runs each once, also one that is not planned', async () => {
  const { run, started } = recorder();
  const schedule = openSchedule(PLAN, 3, run);
  expect(await Promise.all(['z', 'a', 'a'].map((key) => schedule.resultOf(key)))).toEqual(['Z', 'A', 'A']);
  await schedule.stop();
  expect(started.toSorted()).toEqual([...new Set(started)].toSorted());
});

test('starts nothing more once it is stopped, and waits for what runs', async () => {
  const { run, started } = recorder();
  const schedule = openSchedule(PLAN, 2, run);
  const first = schedule.resultOf('a');
  await schedule.stop();
  expect(started).toEqual(['a', 'b']);
  expect(await first).toBe('A');
});
