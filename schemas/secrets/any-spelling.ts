/** How often a quoting may have doubled the backslash before a character: bounded, so that a run of them costs no more than its length. */
const BACKSLASHES = String.raw`\\{0,8}`;
const BACKSLASH = String.raw`\\{1,8}`;

/** Two digits that base64url spells differently, each as a pattern of both. */
const URL_SAFE: Readonly<Record<string, string>> = { '+': '[+-]', '/': '[/_]' };

const literal = (character: string): string => character.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/** Hexadecimal digits in either case. */
const hex = (digits: string): string =>
  digits.replaceAll(/[a-f]/gi, (digit) => `[${digit.toLowerCase()}${digit.toUpperCase()}]`);

const bytesOf = (character: string): readonly string[] =>
  Array.from(Buffer.from(character), (byte) => byte.toString(16).padStart(2, '0'));

const unitsOf = (character: string): readonly string[] =>
  Array.from({ length: character.length }, (_, at) => character.charCodeAt(at).toString(16).padStart(4, '0'));

/**
 * One character as it stands raw, with backslashes before it, URL-encoded once or more, or as a JSON escape. Of the first
 * one the backslashes before it need not be taken along: a run of them is looked at once only.
 */
export function anySpelling(character: string, at: number): string {
  const [maybe, surely] = at === 0 ? ['', '\\\\'] : [BACKSLASHES, BACKSLASH];
  const raw = URL_SAFE[character] ?? literal(character);
  const percent = bytesOf(character).map((byte) => `%(?:25){0,4}${hex(byte)}`);
  const escaped = unitsOf(character).map((unit) => `${surely}u${hex(unit)}`);
  return `(?:${maybe}${raw}|${percent.join('')}|${escaped.join('')}${character === ' ' ? '|\\+' : ''})`;
}
