import { printable } from '../schemas/checks/answer-body.ts';

/** A copy of a value in which no text can command the terminal: control characters are escaped, in keys as well. */
export function printableIn<T>(value: T): T;
export function printableIn(value: unknown): unknown {
  if (typeof value === 'string') return printable(value);
  if (Array.isArray(value)) return value.map((item) => printableIn<unknown>(item));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [printable(key), printableIn<unknown>(item)]));
}

/** JSON leaves DEL and the C1 controls as they are, which some terminals obey: they are escaped like the others. */
export const printableJson = (value: unknown): string =>
  `${JSON.stringify(value, null, 2).replaceAll(/[\u007f-\u009f]/g, printable)}\n`;
