import { describe, expect, test } from 'vitest';
import { answered, cancel, sampleBody } from '../../tests/judging.ts';
import { judgeExchange } from './judge.ts';

const found = (status: number, body: unknown) =>
  judgeExchange(answered(status, body), { operation: cancel }).filter(({ check }) => check === 'status');

describe('of recorded traffic', () => {
  test.each([
    200, 202, 302, 418,
  ])('a %i that calls itself INVALID_REQUEST has another status than its own', (status) => {
    expect(found(status, sampleBody(400))).toEqual([
      expect.objectContaining({
        kind: 'wrong-status',
        level: 'SHOULD',
        expected: '400',
        actual: `${status} INVALID_REQUEST`,
        explanation: `The answer calls itself INVALID_REQUEST, which belongs to 400, and its status is ${status}: callers go by the status.`,
      }),
    ]);
  });

  test.each([400, 401, 404, 429, 503])('a %i by its own name has its own', (status) => {
    expect(found(status, sampleBody(status))).toEqual([]);
  });

  test('a 401 by the name of a 400 is told by its name alone', () => {
    expect(found(401, sampleBody(400))).toEqual([]);
  });

  test('a status that is not known, with a name that is not known, is left to the schema', () => {
    expect(found(418, { name: 'TEAPOT' })).toEqual([]);
  });
});
