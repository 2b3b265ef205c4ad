import { InvalidArgumentError } from 'commander';

/** Reads a whole number from `least` to `most`; `unit` names it to a person. */
export const wholeNumber =
  (unit: string, least: number, most: number) =>
  (text: string): number => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It takes ${unit} from ${least} to ${most}.`);
  };

/** Reads a regular expression and leaves it as text. */
export function regularExpression(text: string): string {
  try {
    new RegExp(text);
    return text;
  } catch {
    throw new InvalidArgumentError('It takes a regular expression.');
  }
}
