import { expect, test } from 'vitest';
import { answerOf, smallOperation } from '../../tests/small-operation.ts';
import { shownNothing } from './shown-nothing.ts';

const NOTHING = { description: '' };

test.each([
  ['200', { 200: NOTHING }, 'a 200 has no body, so no exchange shows what came of it'],
  ['299', { 299: NOTHING, 404: answerOf({}) }, 'a 299 has no body, so no exchange shows what came of it'],
  ['200 with a body', { 200: answerOf({}), 204: NOTHING }, undefined],
  ['199', { 199: NOTHING }, undefined],
  ['300', { 300: NOTHING }, undefined],
  ['default', { default: NOTHING }, undefined],
])('a success shows nothing only where it has no body: %s', (_, responses, why) => {
  expect(shownNothing(smallOperation({ responses }), 'what came of it')).toBe(why);
});
