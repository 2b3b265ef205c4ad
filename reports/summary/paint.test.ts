import { expect, test } from 'vitest';
import { paintFor } from './paint.ts';

test.each<[boolean, boolean, NodeJS.ProcessEnv]>([
  [true, true, {}],
  [false, false, {}],
  [false, true, { NO_COLOR: '1' }],
  [true, true, { NO_COLOR: '' }],
  [false, true, { TERM: 'dumb' }],
  [true, false, { FORCE_COLOR: '1' }],
  [false, true, { FORCE_COLOR: '0' }],
  [false, false, { FORCE_COLOR: '' }],
  [false, false, { NO_COLOR: '1', FORCE_COLOR: '1' }],
])('colours: %s on a terminal (%s) with %j', (coloured, isTerminal, env) => {
  expect(paintFor(isTerminal, env).good('x') !== 'x').toBe(coloured);
});
