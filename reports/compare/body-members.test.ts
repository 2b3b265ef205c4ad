import { expect, test } from 'vitest';
import { bodyMembers } from './body-members.ts';

test('a body of very many members is looked at to a limit', () => {
  const wide = Object.fromEntries(Array.from({ length: 30_000 }, (_, at) => [`m${at}`, at]));
  expect(bodyMembers(wide).size).toBe(9_999);
});
