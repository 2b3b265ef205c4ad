import { randomInt } from 'node:crypto';

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Letters and digits that nobody mistakes for one another. */
export const lettersAtRandom = (length: number): string =>
  Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** What every invoice of a run carries in its reference: `cc-` and eight letters. */
export const newRunId = (): string => `cc-${lettersAtRandom(8)}`;
