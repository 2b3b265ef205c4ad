import type { ParityRow, ParitySide } from './parity-row.ts';

/** A legacy answer in a word: its code, or `Success`; what comes nearest where there is none. */
export const legacyWords = ({ legacy, nearest }: ParityRow): string => words(legacy, nearest, legacyAnswer);

/** A REST answer in a few words: status and issue; what comes nearest where there is none. */
export const restWords = ({ rest, nearest }: ParityRow): string => words(rest, nearest, restAnswer);

const words = (side: ParitySide | null, nearest: string | undefined, say: (side: ParitySide) => string): string =>
  side === null ? (nearest === undefined ? '–' : `(${nearest})`) : say(side);

const legacyAnswer = ({ status, code }: ParitySide): string => (status === null ? 'no answer' : (code ?? 'Success'));

const restAnswer = ({ status, code }: ParitySide): string =>
  status === null ? 'no answer' : [status, code].filter((word) => word !== null).join(' ');
