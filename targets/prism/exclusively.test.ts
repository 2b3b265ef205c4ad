import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createExclusively } from './exclusively.ts';

it('runs tasks of one key in turn, beside those of another, and goes on after a failure', async () => {
  const exclusively = createExclusively();
  const log: string[] = [];
  const task = (name: string, ms: number) => async (): Promise<string> => {
    log.push(`${name}(`);
    await sleep(ms);
    log.push(`)${name}`);
    if (name === 'fails') throw new Error(name);
    return name;
  };
  const all = await Promise.allSettled([
    exclusively('a', task('slow', 20)),
    exclusively('a', task('fails', 1)),
    exclusively('a', task('last', 1)),
    exclusively('b', task('other', 1)),
  ]);
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
  expect(log.filter((entry) => !entry.includes('other'))).toEqual([
    'slow(',
    ')slow',
    'fails(',
    ')fails',
    'last(',
    ')last',
  ]);
  expect(log.indexOf(')other')).toBeLessThan(log.indexOf(')slow'));
});
