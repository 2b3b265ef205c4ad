import { InvalidArgumentError } from 'commander';

/** Reads a whole number from `least` to `most`; `unit` names it to a person. */
export const wholeNumber =
  (unit: string, least: number, most: number) =>
  (text: string): number => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It takes ${unit} from ${least} to ${most}.`);
  };

/** Reads calls a second; 0 is no limit. */
export const callsPerSecond = wholeNumber('calls', 0, 1000);

/** Reads which part of a whole, as `2/3`. */
export function partOfWhole(text: string): { readonly current: number; readonly total: number } {
  const [, current = 0, total = 0] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).map(Number);
  if (current >= 1 && current <= total) return { current, total };
  throw new InvalidArgumentError('It takes a part of a whole, as 2/3.');
}

/** Reads a regular expression and leaves it as text. */
export function regularExpression(text: string): string {
  try {
    new RegExp(text);
    return text;
  } catch {
    throw new InvalidArgumentError('It takes a regular expression.');
  }
}
